namespace EGov.Web.Letters;

/// <summary>Names of letters in addresses, and where a letter's QR code leads.</summary>
internal static class LetterAddress
{
    /// <summary>The letter of this name, or null.</summary>
    public static LetterKind? Parse(string name)
    {
        foreach (var kind in Enum.GetValues<LetterKind>())
            if (Http.Words.Kebab(kind) == name) return kind;
        return null;
    }

    /// <summary>Where the case is followed; its password is asked for there.</summary>
    public static string Track(HttpContext context, string number) => $"{context.Request.Scheme}://{context.Request.Host}/track?number={number}";
}
