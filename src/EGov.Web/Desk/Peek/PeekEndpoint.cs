using EGov.Engine;
using EGov.Runtime.Cases;
using EGov.Runtime.Inbox;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Desk.Peek;

/// <summary>预览: what is needed to decide “now or later”, never the whole case. Whoever asks without a page around it is sent to the case.</summary>
internal static class PeekEndpoint
{
    public static void Map(IEndpointRouteBuilder desk) => desk.MapGet("peek/{number}", HandleAsync);

    private static async Task<Results<RazorComponentResult<PeekPart>, RedirectHttpResult, NotFound>> HandleAsync(
        string number, CurrentActor officer, CaseFiles files, Watches watches, PeekDesk desk, HttpRequest request, CancellationToken stop)
    {
        if (await files.ReadAsync(new CaseId(number), stop) is not { } file || !ReadingRoom.MayRead(officer, file)) return TypedResults.NotFound();
        if (!request.Headers.ContainsKey("HX-Request")) return TypedResults.LocalRedirect("/cases/" + Uri.EscapeDataString(number));
        var watched = await watches.IsWatchedAsync(officer.Actor.User, file.State.Case, stop);
        return new RazorComponentResult<PeekPart>(new { View = await desk.LookAsync(file, watched, stop) });
    }
}
