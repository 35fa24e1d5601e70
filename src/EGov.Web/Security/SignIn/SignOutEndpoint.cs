using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Security.SignIn;

/// <summary>退出: the cookie is taken back; a bearer token is simply forgotten by whoever holds it.</summary>
internal static class SignOutEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("sign-out", HandleAsync).WithName("SignOut").AllowAnonymous();

    /// <summary>The same as a button of a page.</summary>
    public static void MapPage(IEndpointRouteBuilder app) => app.MapPost("sign-out", LeaveAsync).AllowAnonymous().ExcludeFromDescription();

    private static async Task<NoContent> HandleAsync(Doorkeeper door)
    {
        await door.LetOutAsync();
        return TypedResults.NoContent();
    }

    private static async Task<RedirectHttpResult> LeaveAsync(Doorkeeper door, [FromForm] string? back)
    {
        await door.LetOutAsync();
        return TypedResults.LocalRedirect(LocalAddress.Or(back, "/"));
    }
}
