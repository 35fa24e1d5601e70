using EGov.Engine;
using EGov.Runtime.Cases;
using EGov.Runtime.Inbox;
using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Desk.Watch;

/// <summary>关注: keep an eye on a case one may read, or no more.</summary>
internal static class WatchEndpoint
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapPost("cases/{number}/watch", WatchAsync);
        pages.MapPost("cases/{number}/unwatch", UnwatchAsync);
    }

    private static async Task<Results<Onward, NotFound, ProblemHttpResult>> WatchAsync(
        string number, CurrentActor officer, CaseFiles files, Watches watches, [FromForm] BackForm? form, CancellationToken stop)
    {
        if (await files.ReadAsync(new CaseId(number), stop) is not { } file || !ReadingRoom.MayRead(officer, file)) return TypedResults.NotFound();
        return await watches.WatchAsync(officer.Actor.User, file.State.Case, stop)
            ? BackForm.To(form?.Back, "watched", "/desk/watched")
            : Problems.Of(StatusCodes.Status409Conflict, "watches-too-many", Figures.Of(Watches.Most));
    }

    private static async Task<Onward> UnwatchAsync(string number, CurrentActor officer, Watches watches, [FromForm] BackForm? form, CancellationToken stop)
    {
        await watches.UnwatchAsync(officer.Actor.User, new CaseId(number), stop);
        return BackForm.To(form?.Back, "unwatched", "/desk/watched");
    }
}
