using EGov.Runtime.Administration;
using EGov.Web.Administration.Delegations;
using EGov.Web.Administration.SignedIn;
using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Security.Account;

/// <summary>我的账号: a new password, and where else I am signed in.</summary>
internal static class AccountEndpoint
{
    public const string Address = "/account";
    public const string PasswordAddress = "/account/password";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("account", (HttpContext context, PageFrame frame, Sessions sessions, CancellationToken stop) => PageAsync(context, frame, sessions, null, stop));
        DelegationsPageEndpoint.Map(pages.MapGroup("account"));
        pages.MapPost(PasswordAddress, ChangePasswordAsync).RequireRateLimiting(Http.RateLimits.SignIn);
        pages.MapPost("account/sessions/end", EndAsync);
        pages.MapPost("account/sessions/end-others", EndOthersAsync);
    }

    private static async Task<Results<RazorComponentResult<AccountPage>, Onward>> ChangePasswordAsync(
        HttpContext context, PageFrame frame, OwnPassword own, Sessions sessions, [FromForm] OwnPasswordForm form, CancellationToken stop) =>
        await own.ChangeAsync(context.User, form) is { } wrong
            ? await PageAsync(context, frame, sessions, wrong, stop)
            : Onward.To(Address, "password-changed");

    private static async Task<Onward> EndAsync(HttpContext context, Sessions sessions, CurrentActor me, [FromForm] SessionForm form, CancellationToken stop)
    {
        // Only one's own: the id of another's session ends nothing.
        var isOwn = (await sessions.OpenAsync(me.Actor.User.Value, stop: stop)).Any(session => session.Id == form.Session);
        if (isOwn) await sessions.EndAsync(form.Session!, me.Actor.User, stop);
        return Onward.To(Address, isOwn ? "session-ended" : null);
    }

    private static async Task<Onward> EndOthersAsync(HttpContext context, Sessions sessions, CurrentActor me, IFormCollection form, CancellationToken stop)
    {
        await sessions.EndAllAsync(me.Actor.User.Value, me.Actor.User, SessionGuard.SessionOf(context.User), stop);
        return Onward.To(Address, "sessions-ended");
    }

    private static async Task<RazorComponentResult<AccountPage>> PageAsync(HttpContext context, PageFrame frame, Sessions sessions, string? wrong, CancellationToken stop) =>
        new(new { Frame = frame, IsFirst = await SignedIn.OfAsync(context) is { Officer.MustChangePassword: true }, Sessions = await sessions.OpenAsync(context.User.Identity!.Name, stop: stop), Own = SessionGuard.SessionOf(context.User), Wrong = wrong })
        {
            StatusCode = wrong is null ? StatusCodes.Status200OK : StatusCodes.Status422UnprocessableEntity,
        };
}

/// <summary>What the form sends.</summary>
internal sealed record OwnPasswordForm
{
    public string? Current { get; init; }

    public string? Password { get; init; }

    public string? Again { get; init; }
}
