using EGov.Runtime;
using EGov.Web.Http;
using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Security.SignIn;

/// <summary>登录, as a page; whoever came from elsewhere goes back there.</summary>
internal static class SignInPageEndpoint
{
    public const string Path = "/sign-in";

    /// <summary>Where an officer begins his day.</summary>
    private const string Home = "/desk";

    public static void Map(IEndpointRouteBuilder app)
    {
        var page = app.MapGroup(Path).AllowAnonymous().ExcludeFromDescription();
        page.MapGet("", Show);
        page.MapPost("", EnterAsync).RequireRateLimiting(RateLimits.SignIn);
    }

    private static RazorComponentResult<SignInPage> Show(PageFrame frame, DemonstrationSettings demonstration, string? back) =>
        new(new { Frame = frame, Back = LocalAddress.Or(back, Home), Hint = demonstration.Officers ? demonstration.Password : null });

    private static async Task<Results<RedirectHttpResult, RazorComponentResult<SignInPage>>> EnterAsync(
        PageFrame frame, Doorkeeper door, DemonstrationSettings demonstration, HttpContext context, [FromForm] SignInForm form)
    {
        var back = LocalAddress.Or(form.Back, Home);
        if (await door.LetInAsync(form.UserName ?? "", form.Password ?? "", IdentityConstants.ApplicationScheme) is not { } refused) return TypedResults.LocalRedirect(back);
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return new RazorComponentResult<SignInPage>(new
        {
            Frame = frame, Back = back, form.UserName, Refusal = Words.Say(refused.Code, refused.Arguments), Hint = demonstration.Officers ? demonstration.Password : null,
        });
    }
}

/// <summary>What the form sends.</summary>
internal sealed record SignInForm
{
    public string? UserName { get; init; }

    public string? Password { get; init; }

    public string? Back { get; init; }
}
