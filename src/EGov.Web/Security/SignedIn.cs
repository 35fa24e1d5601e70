using System.Security.Claims;
using EGov.Runtime.People;

namespace EGov.Web.Security;

/// <summary>The account a request comes from, read once for the request and never kept beyond it.</summary>
internal static class SignedIn
{
    /// <summary>Null for somebody who is not signed in, or whose account is gone.</summary>
    public static async ValueTask<AdmittedOfficer?> OfAsync(HttpContext context)
    {
        if (context.Items[typeof(SignedIn)] is AdmittedOfficer known) return known;
        var admitted = await OfAsync(context.User, context.RequestServices.GetRequiredService<Admission>());
        context.Items[typeof(SignedIn)] = admitted;
        return admitted;
    }

    /// <summary>The account as it is now of somebody who came in earlier.</summary>
    public static async ValueTask<AdmittedOfficer?> OfAsync(ClaimsPrincipal signedIn, Admission admission) =>
        signedIn.FindFirstValue(ClaimTypes.NameIdentifier) is { } account ? await admission.OfAsync(account) : null;
}
