using EGov.Web.Http;

namespace EGov.Web.Layout;

/// <summary>Personal data as it is shown to people who need not know it: 王**, 138****0000.</summary>
internal static class Masked
{
    private const int MostStars = 2;
    private static readonly string[] Organisations = ["credit-code", "organisation"];

    /// <summary>A person's name by its first letter; an organisation's as it is; what was erased says so.</summary>
    public static string Name(string? name, string? idKind) =>
        string.IsNullOrWhiteSpace(name) ? Words.Say("masked-erased")
        : Organisations.Contains(idKind) ? name
        : name.EnumerateRunes().First() + new string('*', Math.Clamp(name.EnumerateRunes().Count() - 1, 1, MostStars));

    /// <summary>What stands for an answer that is not shown at all.</summary>
    public const string Hidden = "****";

    /// <summary>138****0000.</summary>
    public static string Phone(string number) => number.Length < 8 ? Hidden : string.Concat(number.AsSpan(0, 3), Hidden, number.AsSpan(number.Length - 4));

    /// <summary>3301**********0000: the first and last four of a number that names a person or body.</summary>
    public static string Number(string number) =>
        number.Length <= 8 ? Hidden : string.Concat(number.AsSpan(0, 4), new string('*', number.Length - 8), number.AsSpan(number.Length - 4));

    /// <summary>海***: the first letter of a name or place.</summary>
    public static string Word(string text) => text.Length == 0 ? "" : text.EnumerateRunes().First() + "***";
}
