using EGov.Runtime.People;
using EGov.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace EGov.Web.Security.SignIn;

/// <summary>登录: a cookie for browsers, or a bearer token for programs. Five wrong passwords lock the account.</summary>
internal static class SignInEndpoint
{
    /// <summary>Checked when there is no such account, so that the answer takes as long.</summary>
    private static readonly Officer Nobody = new() { UserName = "nobody" };

    private static readonly Lazy<string> NobodysHash = new(() => new PasswordHasher<Officer>().HashPassword(Nobody, Guid.NewGuid().ToString()));

    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("sign-in", HandleAsync).WithName("SignIn").AllowAnonymous().RequireRateLimiting(RateLimits.SignIn);

    private static async Task<Results<NoContent, EmptyHttpResult, ProblemHttpResult>> HandleAsync(SignInRequest body, SignInManager<Officer> door)
    {
        // The bearer handler writes the tokens into the answer while it signs in; the cookie handler only sets its header.
        door.AuthenticationScheme = body.Bearer ? IdentityConstants.BearerScheme : IdentityConstants.ApplicationScheme;
        if (await door.UserManager.FindByNameAsync(body.UserName) is not { } officer)
        {
            door.UserManager.PasswordHasher.VerifyHashedPassword(Nobody, NobodysHash.Value, body.Password);
            return Problems.Of(StatusCodes.Status401Unauthorized, "sign-in-failed");
        }

        var result = await door.PasswordSignInAsync(officer, body.Password, isPersistent: false, lockoutOnFailure: true);
        if (result.Succeeded) return body.Bearer ? TypedResults.Empty : TypedResults.NoContent();
        return result.IsLockedOut
            ? Problems.Of(StatusCodes.Status401Unauthorized, "locked-out", $"{door.Options.Lockout.DefaultLockoutTimeSpan.TotalMinutes:0}")
            : Problems.Of(StatusCodes.Status401Unauthorized, "sign-in-failed");
    }
}

/// <summary>User name and password; <c>bearer</c> asks for a token instead of a cookie.</summary>
internal sealed record SignInRequest(string UserName, string Password, bool Bearer = false);
