using EGov.Runtime.People;
using Microsoft.AspNetCore.Identity;

namespace EGov.Web.Security;

/// <summary>The account a request comes from and its roles, read once for the request and never kept beyond it.</summary>
internal sealed record SignedIn(Officer Officer, IList<string> Roles)
{
    /// <summary>Null for somebody who is not signed in, or whose account is gone.</summary>
    public static async ValueTask<SignedIn?> OfAsync(HttpContext context)
    {
        if (context.Items[typeof(SignedIn)] is SignedIn known) return known;
        var officers = context.RequestServices.GetRequiredService<UserManager<Officer>>();
        if (await officers.GetUserAsync(context.User) is not { } officer) return null;
        var read = new SignedIn(officer, await officers.GetRolesAsync(officer));
        context.Items[typeof(SignedIn)] = read;
        return read;
    }
}
