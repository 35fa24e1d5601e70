using System.Collections.Immutable;
using EGov.Runtime.Organisation;
using EGov.Runtime.People;
using Microsoft.AspNetCore.Identity;

namespace EGov.Web.Security;

/// <summary>The account a request comes from and its roles, read once for the request and never kept beyond it.</summary>
/// <param name="Officer">The account.</param>
/// <param name="Roles">Its roles.</param>
/// <param name="Powers">Power of others that he may use today.</param>
internal sealed record SignedIn(Officer Officer, IList<string> Roles, ImmutableArray<LentPower> Powers)
{
    /// <summary>Null for somebody who is not signed in, or whose account is gone.</summary>
    public static async ValueTask<SignedIn?> OfAsync(HttpContext context)
    {
        if (context.Items[typeof(SignedIn)] is SignedIn known) return known;
        var officers = context.RequestServices.GetRequiredService<UserManager<Officer>>();
        if (await officers.GetUserAsync(context.User) is not { } officer) return null;
        var powers = await context.RequestServices.GetRequiredService<DelegationRegister>().InForceAsync(officer.ToActor().User, context.RequestAborted);
        var read = new SignedIn(officer, await officers.GetRolesAsync(officer), powers);
        context.Items[typeof(SignedIn)] = read;
        return read;
    }
}
