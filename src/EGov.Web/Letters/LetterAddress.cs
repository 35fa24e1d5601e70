using System.Text.RegularExpressions;

namespace EGov.Web.Letters;

/// <summary>Names of letters in addresses, and where a letter's QR code leads.</summary>
internal static partial class LetterAddress
{
    /// <summary>The letter of this name, or null.</summary>
    public static LetterKind? Parse(string name)
    {
        foreach (var kind in Enum.GetValues<LetterKind>())
            if (Http.Words.Kebab(kind) == name) return kind;
        return null;
    }

    /// <summary>The case a number stands for: a case's own, or a letter's with its sign, year and running number around it (受字〔2026〕第 FBL-20260105-123456-1 号).</summary>
    public static string CaseIn(string number)
    {
        ArgumentNullException.ThrowIfNull(number);
        var bare = number.Trim().ToUpperInvariant();
        return OfLetter().Match(bare) is { Success: true } letter ? letter.Groups[1].Value : bare;
    }

    [GeneratedRegex(@"^[^\p{Cc}]{0,40}?([A-Z]{1,6}-[0-9]{8}-[0-9]{6})-[0-9]{1,3}(?: ?号)?\z", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex OfLetter();

    /// <summary>Where this site is, as the reader came to it.</summary>
    public static string OriginOf(HttpContext context) => $"{context.Request.Scheme}://{context.Request.Host}";

    /// <summary>Where whoever holds a letter sees whether it was issued here, and goes on to follow the case.</summary>
    public static string Verify(string origin, LetterNumber number, string code) => $"{origin}{Portal.Verify.VerifyEndpoint.Address}?number={Uri.EscapeDataString(number.Short)}&code={Uri.EscapeDataString(code)}";

    /// <summary>The same place for somebody who types it.</summary>
    public static string VerifyPlace(string origin) => new Uri(origin).Authority + Portal.Verify.VerifyEndpoint.Address;
}
