using System.Globalization;
using EGov.Engine.Definitions;

namespace EGov.Engine.Clocks;

/// <summary>Answers a line of text such as <c>2026-02-06 20</c>: accepted that day, a limit of so many working days, due when?</summary>
public static class DueQuery
{
    /// <summary>The longest line looked at, in UTF-16 units.</summary>
    public const int MaxCharacters = 80;

    /// <summary>The largest limit that can be asked about, in working days.</summary>
    public const int MaxLimitInWorkingDays = 3650;

    /// <summary>Answers one line.</summary>
    /// <param name="line">A date as YYYY-MM-DD, spaces, and a whole number from 1 to <see cref="MaxLimitInWorkingDays"/>; without the line break.</param>
    /// <param name="calendar">Counts the days.</param>
    /// <param name="lineNumber">Where the line stands in its file, from 1; named in the problem.</param>
    /// <returns>
    /// The answer, or one problem: <c>too-long</c>, <c>control-character</c>, <c>bad-line</c> (not two words), <c>bad-date</c>,
    /// <c>bad-limit</c>, <c>before-known-calendar</c> (argument: the first known day) or <c>due-too-far</c> (beyond the year 9999).
    /// </returns>
    public static DueReply Answer(string line, WorkingCalendar calendar, int lineNumber = 1)
    {
        if (line.Length > MaxCharacters) return Refused(MaxCharacters + 1, "too-long", $"{MaxCharacters}");
        if (FirstInvisible(line) is >= 0 and var bad) return Refused(bad + 1, "control-character", $"U+{(int)line[bad]:X4}");
        var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        if (words.Length != 2) return Refused(1, "bad-line");
        if (!DateOnly.TryParseExact(words[0], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var accepted))
            return Refused(ColumnOf(words[0]), "bad-date", words[0]);
        if (!int.TryParse(words[1], NumberStyles.None, CultureInfo.InvariantCulture, out var limit) || limit is < 1 or > MaxLimitInWorkingDays)
            return Refused(line.LastIndexOf(words[1], StringComparison.Ordinal) + 1, "bad-limit", words[1], $"{MaxLimitInWorkingDays}");
        if (accepted < calendar.KnownFrom) return Refused(ColumnOf(words[0]), "before-known-calendar", $"{calendar.KnownFrom:O}");
        if (!calendar.TryAddWorkingDays(accepted, limit, out var due)) return Refused(ColumnOf(words[0]), "due-too-far", words[0]);
        return new(new DueAnswer(accepted, limit, due, due > calendar.KnownUntil, calendar.Version), null);

        int ColumnOf(string word) => line.IndexOf(word, StringComparison.Ordinal) + 1;
        DueReply Refused(int column, string code, params string[] arguments) => new(null, Problem.At(lineNumber, column, null, code, arguments));
    }

    /// <summary>Control characters and those that reorder or hide text would make the answer read otherwise than it is.</summary>
    private static int FirstInvisible(string line)
    {
        for (var i = 0; i < line.Length; i++)
        {
            if (char.GetUnicodeCategory(line[i]) is UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
                or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator) return i;
        }
        return -1;
    }
}
