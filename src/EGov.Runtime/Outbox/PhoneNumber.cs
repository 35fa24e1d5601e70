using System.Text.RegularExpressions;

namespace EGov.Runtime.Outbox;

/// <summary>手机号码 that a short message can be sent to: of the mainland (11 digits from 13 to 19, with or without +86), or any other with + and its country's code.</summary>
public static partial class PhoneNumber
{
    /// <summary>The number as it is dialled, without spaces and hyphens; null when it is of a wrong form.</summary>
    public static string? Dialled(string? number)
    {
        var digits = number?.Replace(" ", "", StringComparison.Ordinal).Replace("-", "", StringComparison.Ordinal) ?? "";
        return Form().IsMatch(digits) ? digits : null;
    }

    /// <summary>A number as far as it may be shown: 138****0000.</summary>
    public static string Masked(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        return number.Length < 8 ? "****" : string.Concat(number.AsSpan(0, 3), "****", number.AsSpan(number.Length - 4));
    }

    [GeneratedRegex(@"^(?:(?:\+86)?1[3-9][0-9]{9}|\+(?!86)[1-9][0-9]{7,14})$", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
