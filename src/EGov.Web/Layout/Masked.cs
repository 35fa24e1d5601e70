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
}
