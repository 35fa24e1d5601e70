using EGov.Runtime.People;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace EGov.Web.Security.SignIn;

/// <summary>退出: the cookie is taken back; a bearer token is simply forgotten by whoever holds it.</summary>
internal static class SignOutEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("sign-out", HandleAsync).WithName("SignOut").AllowAnonymous();

    private static async Task<NoContent> HandleAsync(SignInManager<Officer> door)
    {
        await door.Context.SignOutAsync(IdentityConstants.ApplicationScheme);
        return TypedResults.NoContent();
    }
}
