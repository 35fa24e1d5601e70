using System.Globalization;
using EGov.Runtime.People;

namespace EGov.Web.Portal.Home;

/// <summary>A demonstration officer as the first page names him.</summary>
public sealed record HomeOfficer(string UserName, string Name, string Parties)
{
    internal static HomeOfficer Of(Officer officer) =>
        new(officer.UserName ?? "", CultureInfo.CurrentUICulture.Name == "en" ? officer.DisplayNameEn : officer.DisplayName, officer.Parties.Replace(",", ", ", StringComparison.Ordinal));
}
