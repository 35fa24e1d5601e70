using EGov.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace EGov.Web.Security.SignIn;

/// <summary>登录: a cookie for browsers, or a bearer token for programs.</summary>
internal static class SignInEndpoint
{
    public static void Map(IEndpointRouteBuilder api) =>
        api.MapPost("sign-in", HandleAsync).WithName("SignIn").AllowAnonymous().RequireRateLimiting(RateLimits.SignIn);

    private static async Task<Results<NoContent, EmptyHttpResult, ProblemHttpResult>> HandleAsync(SignInRequest body, Doorkeeper door) =>
        await door.LetInAsync(body.UserName, body.Password, body.Bearer ? IdentityConstants.BearerScheme : IdentityConstants.ApplicationScheme) is { } refused
            ? Problems.Of(StatusCodes.Status401Unauthorized, refused.Code, refused.Arguments)
            : body.Bearer ? TypedResults.Empty : TypedResults.NoContent();
}

/// <summary>User name and password; <c>bearer</c> asks for a token instead of a cookie.</summary>
internal sealed record SignInRequest(string UserName, string Password, bool Bearer = false);
