using System.Globalization;
using System.Text;
using EGov.Web.Http;

namespace EGov.Web.Letters;

/// <summary>文号: what a letter is called by. It reads otherwise in each language, and means the same.</summary>
/// <param name="Key">The sentence it is written by.</param>
/// <param name="Year">The year in it.</param>
/// <param name="Of">What follows: the number of the case, or the first signs of the letter's id.</param>
/// <param name="Running">Which of its kind it is in the case, from 1; null for a letter of no case.</param>
public sealed record LetterNumber(string Key, int Year, string Of, int? Running = null)
{
    /// <summary>In the reader's language.</summary>
    public override string ToString() => In(CultureInfo.CurrentUICulture);

    /// <summary>Without sign and year: FBL-20260105-123456-1.</summary>
    public string Short => Running is { } running ? string.Create(CultureInfo.InvariantCulture, $"{Of}-{running}") : Of;

    /// <summary>True when somebody typed it off a paper, in whichever language that was; sign and year may be left out, but not be others.</summary>
    public bool IsTyped(string typed) => Bare(typed) is var bare && (bare == Bare(Short) || HttpSetup.Cultures.Any(culture => bare == Bare(In(culture))));

    /// <summary>Letters, digits and hyphens alone, in capitals; full-width signs as plain ones. The text has no half surrogates.</summary>
    public static string Bare(string text) => string.Concat(text.Normalize(NormalizationForm.FormKC).Where(sign => char.IsLetterOrDigit(sign) || sign == '-')).ToUpperInvariant();

    private string In(CultureInfo culture) => Words.Fill(Words.Find(Key, culture) ?? Key, [Year.ToString(CultureInfo.InvariantCulture), Of, Running?.ToString(CultureInfo.InvariantCulture) ?? ""]);
}
