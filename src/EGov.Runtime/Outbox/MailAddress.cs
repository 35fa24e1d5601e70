using System.Text.RegularExpressions;

namespace EGov.Runtime.Outbox;

/// <summary>电子邮件地址 that a message can be sent to: the plain form, local part and domain, at most 254 characters of ASCII.</summary>
public static partial class MailAddress
{
    /// <summary>The longest address (RFC 5321, 4.5.3.1.3).</summary>
    public const int Longest = 254;

    /// <summary>The address without blanks around it; null when it is of a wrong form.</summary>
    public static string? Checked(string? address) => address?.Trim() is { Length: > 0 and <= Longest } bare && Form().IsMatch(bare) ? bare : null;

    /// <summary>An address as far as it may be shown: w***@example.com.</summary>
    public static string Masked(string address)
    {
        ArgumentNullException.ThrowIfNull(address);
        var at = address.LastIndexOf('@');
        return at < 1 ? "****" : string.Concat(address.AsSpan(0, 1), "***", address.AsSpan(at));
    }

    // Written with \z, for $ lets a line break follow, and a header with it.
    [GeneratedRegex(@"\A[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[A-Za-z0-9!#$%&'*+/=?^_`{|}~-]+)*@(?:[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?\.)+[A-Za-z0-9-]{2,63}\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Form();
}
