using EGov.Engine;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Security.SignIn;

/// <summary>Who is signed in.</summary>
internal static class MeEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("me", (Delegate)HandleAsync).WithName("Me").RequireAuthorization(Policies.Officer);

    private static async Task<Results<Ok<Me>, UnauthorizedHttpResult>> HandleAsync(HttpContext context) =>
        await SignedIn.OfAsync(context) is { Officer: var officer, Roles: var roles }
            ? TypedResults.Ok(new Me(officer.UserName!, officer.DisplayName, officer.DisplayNameEn, [.. officer.PartyIds], officer.Grade, [.. roles]))
            : TypedResults.Unauthorized();
}

/// <summary>An officer as he is told about himself.</summary>
internal sealed record Me(string UserName, string DisplayName, string DisplayNameEn, PartyId[] Parties, int Grade, string[] Roles);
