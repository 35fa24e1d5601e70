using EGov.Runtime.Administration;
using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Administration.SignedIn;

/// <summary>在线会话: who is signed in, from what; any of them can be ended.</summary>
internal static class SessionsEndpoint
{
    private const int PerPage = 50;
    private const int Farthest = 100_000;

    public static void Map(IEndpointRouteBuilder room)
    {
        room.MapGet("sessions", ShowAsync);
        room.MapPost("sessions/end", EndAsync);
    }

    private static async Task<RazorComponentResult<SessionsPage>> ShowAsync(HttpContext context, PageFrame frame, Sessions sessions, int? skip, CancellationToken stop)
    {
        var from = Math.Clamp(skip ?? 0, 0, Farthest);
        var found = await sessions.OpenAsync(null, from, PerPage + 1, stop);
        return new(new { Frame = frame, Sessions = found.Take(PerPage).ToList(), Count = await sessions.CountAsync(stop), Next = found.Length > PerPage ? from + PerPage : default(int?), Previous = from > 0 ? Math.Max(0, from - PerPage) : default(int?), Own = SessionGuard.SessionOf(context.User) });
    }

    private static async Task<Onward> EndAsync(Sessions sessions, AdministrativeActs log, CurrentActor admin, [FromForm] SessionForm form, CancellationToken stop)
    {
        if (await sessions.EndAsync(form.Session ?? "", admin.Actor.User, stop) is not { } owner) return Onward.To("/administration/sessions");
        await log.RecordAsync(admin.Actor.User, "session-ended", owner, "", stop);
        return Onward.To("/administration/sessions", "session-ended");
    }
}

/// <summary>Which session.</summary>
internal sealed record SessionForm
{
    public string? Session { get; init; }
}
