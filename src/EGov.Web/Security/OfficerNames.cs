using System.Globalization;
using EGov.Engine;
using EGov.Runtime.People;
using EGov.Web.Http;
using Microsoft.AspNetCore.Identity;

namespace EGov.Web.Security;

/// <summary>What officers are called on pages; journals and versions hold their accounts only.</summary>
internal sealed class OfficerNames(UserManager<Officer> officers)
{
    /// <summary>The names of these accounts in the reader's language; an account that is gone is called by its id.</summary>
    public Dictionary<UserId, string> Of(IEnumerable<UserId> accounts)
    {
        string[] names = [.. accounts.Select(account => account.Value).Distinct()];
        var inEnglish = CultureInfo.CurrentUICulture.Name == "en";
        var found = officers.Users.Where(officer => names.Contains(officer.UserName)).Select(officer => new { officer.UserName, officer.DisplayName, officer.DisplayNameEn }).ToList()
            .ToDictionary(officer => officer.UserName!, officer => inEnglish ? officer.DisplayNameEn : officer.DisplayName, StringComparer.Ordinal);
        return names.ToDictionary(name => new UserId(name), name => name == UserId.System.Value ? Words.Say("name-system") : found.GetValueOrDefault(name, name));
    }
}
