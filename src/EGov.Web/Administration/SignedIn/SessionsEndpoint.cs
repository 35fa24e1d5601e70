using EGov.Runtime.Administration;
using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Administration.SignedIn;

/// <summary>在线会话: who is signed in, from what; any of them can be ended.</summary>
internal static class SessionsEndpoint
{
    private const int Most = 200;

    public static void Map(IEndpointRouteBuilder room)
    {
        room.MapGet("sessions", ShowAsync);
        room.MapPost("sessions/end", EndAsync);
    }

    private static async Task<RazorComponentResult<SessionsPage>> ShowAsync(HttpContext context, PageFrame frame, Sessions sessions, string? done, CancellationToken stop) =>
        new(new { Frame = frame, Sessions = await sessions.OpenAsync(null, 0, Most, stop), Count = await sessions.CountAsync(stop), Own = SessionGuard.SessionOf(context.User), Done = done });

    private static async Task<RedirectHttpResult> EndAsync(Sessions sessions, AdministrativeActs log, CurrentActor admin, [FromForm] SessionForm form, CancellationToken stop)
    {
        if (await sessions.EndAsync(form.Session ?? "", admin.Actor.User, stop) is not { } owner) return TypedResults.LocalRedirect("/administration/sessions");
        await log.RecordAsync(admin.Actor.User, "session-ended", owner, "", stop);
        return TypedResults.LocalRedirect("/administration/sessions?done=session-ended");
    }
}

/// <summary>Which session.</summary>
internal sealed record SessionForm
{
    public string? Session { get; init; }
}
