using EGov.Engine;
using EGov.Runtime.People;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace EGov.Web.Security.SignIn;

/// <summary>Who is signed in.</summary>
internal static class MeEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("me", HandleAsync).WithName("Me").RequireAuthorization(Policies.Officer);

    private static async Task<Results<Ok<Me>, UnauthorizedHttpResult>> HandleAsync(HttpContext context, UserManager<Officer> officers) =>
        await officers.GetUserAsync(context.User) is { } officer
            ? TypedResults.Ok(new Me(officer.UserName!, officer.DisplayName, officer.DisplayNameEn, [.. officer.PartyIds], officer.Grade, [.. await officers.GetRolesAsync(officer)]))
            : TypedResults.Unauthorized();
}

/// <summary>An officer as he is told about himself.</summary>
internal sealed record Me(string UserName, string DisplayName, string DisplayNameEn, PartyId[] Parties, int Grade, string[] Roles);
