using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using EGov.Engine.Definitions;

namespace EGov.Engine.Clocks;

/// <summary>A ladder as it was read.</summary>
/// <param name="Rungs">The rungs of the lines that make sense, in their order.</param>
/// <param name="Lines">The line of each rung, from 1.</param>
/// <param name="Problems">What is wrong, with line and column in the text; the same as the first two arguments.</param>
public sealed record LadderReading(ImmutableArray<Rung> Rungs, ImmutableArray<int> Lines, ImmutableArray<Problem> Problems);

/// <summary>督办梯级 as people write it: one rung a line, from the earliest to the latest, such as <c>90% yellow-card chief</c>.</summary>
/// <remarks>
/// A line is when, what, and for whom. When: <c>1%</c> to <c>100%</c> of the limit used up; <c>-k</c>, <c>0</c> or <c>+k</c> working days from the due date, k from 1 to 365.
/// Each word for what is done may be Chinese (提醒、报告上级、黄牌、红牌、移交、报监察、启动), and so may <c>superior</c> (上级) and <c>delegate</c> (受托人).
/// What: <c>remind</c>, <c>tell-superior</c>, <c>yellow-card</c> and <c>red-card</c>, each for a party or, without one, for whoever holds the work;
/// <c>hand-over</c> to a party, <c>superior</c> or <c>delegate</c>; <c>tell-supervision</c>; <c>start-item</c> with the definition to start. Empty lines mean nothing.
/// </remarks>
public static class LadderText
{
    /// <summary>The most rungs of one ladder.</summary>
    public const int MostRungs = 20;

    /// <summary>The most working days before or after the due date.</summary>
    public const int MostDays = 365;

    /// <summary>The longest text, in UTF-16 units.</summary>
    public const int MostCharacters = 4_000;

    private const string Superior = "superior";
    private const string Delegate = "delegate";

    /// <summary>The words for what is done, as they are written.</summary>
    public static ImmutableArray<string> Acts { get; } = ["remind", "tell-superior", "yellow-card", "red-card", "hand-over", "tell-supervision", "start-item"];

    /// <summary>Reads a ladder; whatever is wrong becomes problems, never an exception.</summary>
    /// <param name="text">One rung a line.</param>
    /// <param name="limitInWorkingDays">The limit the ladder leans on, so that shares and days can be held against each other; null when it is not known.</param>
    public static LadderReading Read(string text, int? limitInWorkingDays = null)
    {
        ArgumentNullException.ThrowIfNull(text);
        if (text.Length > MostCharacters) return new([], [], [At(1, 1, "ladder-too-long", $"{MostCharacters}")]);
        var (rungs, lines, problems) = (ImmutableArray.CreateBuilder<Rung>(), ImmutableArray.CreateBuilder<int>(), ImmutableArray.CreateBuilder<Problem>());
        var number = 0;
        foreach (var line in text.Split('\n'))
        {
            number++;
            if (WordsOf(line.TrimEnd('\r')) is not { Count: > 0 } words) continue;
            var (rung, problem) = ReadRung(words, number);
            if (rung is not null && rungs.Count == MostRungs) problem = At(number, words[0].Column, "ladder-too-many", $"{MostRungs}");
            problem ??= rung is null ? null : Misplaced(rungs, rung, words[0].Text, number, words[0].Column, limitInWorkingDays);
            if (problem is not null) problems.Add(problem);
            else (rungs, lines) = (Added(rungs, rung!), Added(lines, number));
        }

        return new(rungs.ToImmutable(), lines.ToImmutable(), problems.ToImmutable());
    }

    /// <summary>The text of a ladder; reading it gives the same ladder, except for what no text can say (<see cref="RungAct.Expire"/>), which is left out.</summary>
    public static string Write(IEnumerable<Rung> ladder) => string.Join('\n', ladder.Where(rung => rung.Act != RungAct.Expire).Select(Write));

    /// <summary>The line of one rung.</summary>
    public static string Write(Rung rung)
    {
        ArgumentNullException.ThrowIfNull(rung);
        var who = rung.Act switch
        {
            RungAct.HandToDelegate => Delegate,
            RungAct.HandOver => rung.To?.Value ?? Superior,
            RungAct.StartItem => rung.Starts,
            _ => rung.To?.Value,
        };
        return $"{When(rung)} {Word(rung.Act)}{(who is null ? "" : " " + who)}";
    }

    /// <summary>When a rung is reached, as it is written.</summary>
    public static string When(Rung rung)
    {
        ArgumentNullException.ThrowIfNull(rung);
        return rung.PercentOfLimit is { } percent
            ? string.Create(CultureInfo.InvariantCulture, $"{percent}%")
            : rung.WorkingDaysFromDue.ToString(rung.WorkingDaysFromDue > 0 ? "'+'0" : "0", CultureInfo.InvariantCulture);
    }

    /// <summary>The word for what is done.</summary>
    public static string Word(RungAct act) => act switch
    {
        RungAct.TellSuperior => "tell-superior",
        RungAct.YellowCard => "yellow-card",
        RungAct.RedCard => "red-card",
        RungAct.HandOver or RungAct.HandToDelegate => "hand-over",
        RungAct.TellSupervision => "tell-supervision",
        RungAct.StartItem => "start-item",
        RungAct.Expire => "expire",
        _ => "remind",
    };

    private static string InEnglish(string word) => word switch
    {
        "提醒" => "remind",
        "报告上级" => "tell-superior",
        "黄牌" => "yellow-card",
        "红牌" => "red-card",
        "移交" => "hand-over",
        "报监察" => "tell-supervision",
        "启动" => "start-item",
        "上级" => Superior,
        "受托人" => Delegate,
        _ => word,
    };

    private static (Rung? Rung, Problem? Problem) ReadRung(List<(string Text, int Column)> words, int line)
    {
        var (when, what) = (words[0], words.Count > 1 ? words[1] : ("", words[0].Column + words[0].Text.Length));
        if (ReadWhen(when.Text) is not { } rung) return (null, At(line, when.Column, "ladder-bad-when", when.Text));
        if (rung.PercentOfLimit is < 1 or > 100) return (null, At(line, when.Column, "ladder-out-of-range", when.Text, "1%", "100%"));
        if (rung.WorkingDaysFromDue is < -MostDays or > MostDays) return (null, At(line, when.Column, "ladder-out-of-range", when.Text, $"-{MostDays}", $"+{MostDays}"));
        var act = InEnglish(what.Item1);
        if (!Acts.Contains(act)) return (null, At(line, what.Item2, "ladder-bad-act", what.Item1));
        var takes = act == "tell-supervision" ? 2 : 3;
        if (words.Count > takes) return (null, At(line, words[takes].Column, "ladder-word-too-many", words[takes].Text));
        var who = words.Count > 2 ? words[2].Text : null;
        if (who is null && act == "start-item") return (null, At(line, what.Item2 + what.Item1.Length, "ladder-item-missing"));
        return (Doing(rung, act, act == "hand-over" && who is not null ? InEnglish(who) : who), null);
    }

    private static Rung Doing(Rung rung, string act, string? who) => act switch
    {
        "start-item" => rung with { Act = RungAct.StartItem, Starts = who },
        "tell-supervision" => rung with { Act = RungAct.TellSupervision },
        "hand-over" when who == Delegate => rung with { Act = RungAct.HandToDelegate },
        "hand-over" => rung with { Act = RungAct.HandOver, To = who is null or Superior ? null : new PartyId(who) },
        "tell-superior" => rung with { Act = RungAct.TellSuperior, To = PartyOf(who) },
        "yellow-card" => rung with { Act = RungAct.YellowCard, To = PartyOf(who) },
        "red-card" => rung with { Act = RungAct.RedCard, To = PartyOf(who) },
        _ => rung with { To = PartyOf(who) },
    };

    private static PartyId? PartyOf(string? who) => who is null ? null : new PartyId(who);

    /// <summary>A rung at that time that does nothing yet; null when it is no time. Figures of any size are read, to be refused by their range.</summary>
    private static Rung? ReadWhen(string word)
    {
        if (word == "0") return new(0, RungAct.Remind);
        var (isShare, figures) = word.EndsWith('%') ? (true, word[..^1]) : (false, word.Length > 1 && word[0] is '+' or '-' ? word[1..] : "");
        if (figures.Length is 0 or > 6 || !figures.All(char.IsAsciiDigit) || (figures[0] == '0' && (!isShare || figures.Length > 1))) return null;
        var number = int.Parse(figures, NumberStyles.None, CultureInfo.InvariantCulture);
        return isShare ? new(0, RungAct.Remind) { PercentOfLimit = number } : new(word[0] == '-' ? -number : number, RungAct.Remind);
    }

    /// <summary>What is wrong with a rung where it stands; the limit makes shares and days comparable.</summary>
    private static Problem? Misplaced(ImmutableArray<Rung>.Builder before, Rung rung, string word, int line, int column, int? limit)
    {
        if (before.Contains(rung)) return At(line, column, "ladder-twice", word);
        if (limit is { } days && -rung.WorkingDaysFromDue >= days && rung.WorkingDaysFromDue < 0) return At(line, column, "ladder-before-start", word, $"{days}");
        return before.Any(other => IsLater(other, rung, limit)) ? At(line, column, "ladder-backwards", word) : null;
    }

    private static bool IsLater(Rung one, Rung other, int? limit) =>
        limit is { } days ? one.PlaceIn(days) > other.PlaceIn(days)
        : (one.PercentOfLimit, other.PercentOfLimit) switch
        {
            ({ } share, { } second) => share > second,
            (null, null) => one.WorkingDaysFromDue > other.WorkingDaysFromDue,
            (null, _) => one.WorkingDaysFromDue > 0 || (one.WorkingDaysFromDue == 0 && other.PercentOfLimit < 100),
            _ => false,
        };

    private static List<(string Text, int Column)> WordsOf(string line)
    {
        var words = new List<(string, int)>();
        var word = new StringBuilder();
        for (var i = 0; i <= line.Length; i++)
        {
            if (i < line.Length && line[i] is not (' ' or '\t')) word.Append(line[i]);
            else if (word.Length > 0)
            {
                words.Add((word.ToString(), i - word.Length + 1));
                word.Clear();
            }
        }

        return words;
    }

    private static ImmutableArray<T>.Builder Added<T>(ImmutableArray<T>.Builder list, T one)
    {
        list.Add(one);
        return list;
    }

    private static Problem At(int line, int column, string code, params ReadOnlySpan<string> arguments) => Problem.At(line, column, null, code, [$"{line}", $"{column}", .. arguments]);
}
