using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;

namespace EGov.Engine.Definitions;

/// <content>What activities read their inputs as; Studio writes almost every input as a text.</content>
public abstract partial record Value
{
    /// <summary>A tick: true, a number other than 0, or the text <c>true</c> (any case, as Studio's check box writes it) or <c>1</c>.</summary>
    public bool ToBoolean() => this switch
    {
        Bool truth => truth.Content,
        Number => IsTrue,
        Text text => text.Content.AsSpan().Trim() is var word && (word is "1" || word.Equals("true", StringComparison.OrdinalIgnoreCase)),
        _ => false,
    };

    /// <summary>A whole number between -2,147,483,648 and 2,147,483,647, also written as a text; otherwise null.</summary>
    public int? ToInteger() => this switch
    {
        Number { Content: var number } when number is >= int.MinValue and <= int.MaxValue && Math.Floor(number) == number => (int)number,
        Text text when int.TryParse(text.Content, NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => number,
        _ => null,
    };

    /// <summary>Several texts: a list, a JSON array in a text, or a text with commas (, or ，); blanks are trimmed and empty parts dropped.</summary>
    public ImmutableArray<string> ToTexts() => this switch
    {
        List list => [.. list.Items.Where(item => item is not Nothing).Select(item => item.AsText())],
        Text text when text.Content.AsSpan().TrimStart().StartsWith('[') && TryParseJson(text.Content, out var list) => list.ToTexts(),
        Text text => [.. text.Content.Split([',', '，'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)],
        Bool or Number => [AsText()],
        _ => [],
    };

    /// <summary>A span of time: <c>1.02:03:04</c> as .NET writes it, or ISO 8601 without years and months (<c>P1DT2H</c>); otherwise null.</summary>
    /// <remarks>Years and months have no length of their own; a bare number has no unit. Both are refused.</remarks>
    public TimeSpan? ToTimeSpan() => this is Text { Content: var text } ? ReadDotNet(text.Trim()) ?? ReadIso(text.Trim()) : null;

    private static TimeSpan? ReadDotNet(string text) =>
        text.Contains(':', StringComparison.Ordinal) && TimeSpan.TryParse(text, CultureInfo.InvariantCulture, out var span) ? span : null;

    private static TimeSpan? ReadIso(string text)
    {
        var parts = IsoDuration().Match(text);
        if (!parts.Success || text.EndsWith('P') || text.EndsWith('T')) return null;
        return TimeSpan.FromDays(7 * Part(parts, "weeks") + Part(parts, "days"))
            + TimeSpan.FromSeconds(3600 * Part(parts, "hours") + 60 * Part(parts, "minutes") + Part(parts, "seconds"));
    }

    private static double Part(Match parts, string name) =>
        parts.Groups[name] is { Success: true, Value: var figures } ? double.Parse(figures, CultureInfo.InvariantCulture) : 0;

    // Six figures each keep the sum far below TimeSpan's end.
    [GeneratedRegex(@"^P((?<weeks>[0-9]{1,5})W)?((?<days>[0-9]{1,6})D)?(T((?<hours>[0-9]{1,6})H)?((?<minutes>[0-9]{1,6})M)?((?<seconds>[0-9]{1,6}(\.[0-9]{1,7})?)S)?)?$",
        RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture)]
    private static partial Regex IsoDuration();
}
