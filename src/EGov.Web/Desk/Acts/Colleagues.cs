using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine;
using EGov.Runtime.People;
using Microsoft.AspNetCore.Identity;

namespace EGov.Web.Desk.Acts;

/// <summary>The officers of a party, by name: whom work may be given to.</summary>
internal sealed class Colleagues(UserManager<Officer> officers)
{
    private const int Most = 200;

    /// <summary>At most 200, in the order of their accounts.</summary>
    public ImmutableArray<(UserId User, string Name)> Of(PartyId party)
    {
        var inEnglish = CultureInfo.CurrentUICulture.Name == "en";
        var wanted = "," + party.Value + ",";
        var found = officers.Users.Where(officer => ("," + officer.Parties + ",").Contains(wanted)).OrderBy(officer => officer.UserName)
            .Take(Most).Select(officer => new { officer.UserName, officer.DisplayName, officer.DisplayNameEn }).ToList();
        return [.. found.Select(officer => (new UserId(officer.UserName!), inEnglish ? officer.DisplayNameEn : officer.DisplayName))];
    }
}
