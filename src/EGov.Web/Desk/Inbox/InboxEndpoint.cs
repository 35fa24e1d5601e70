using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Desk.Inbox;

/// <summary>待办, 待签收, 关注, 已办: a page of a tray. Asked by a page that already shows it, it answers with the lines alone, or with nothing when nothing has changed.</summary>
internal static class InboxEndpoint
{
    public static void Map(IEndpointRouteBuilder desk)
    {
        foreach (var path in new[] { "", "party", "watched", "done" }) desk.MapGet(path, HandleAsync);
    }

    private static async Task<Results<RazorComponentResult<InboxPage>, RazorComponentResult<InboxPart>, NoContent>> HandleAsync(
        InboxAddress address, CurrentActor officer, InboxDesk desk, PageFrame frame, HttpRequest request, CancellationToken stop)
    {
        var view = await desk.LayOutAsync(address, officer, stop);
        if (!request.Headers.ContainsKey("HX-Request")) return new RazorComponentResult<InboxPage>(new { Frame = frame, View = view });
        return request.Query["seen"] == view.Seen ? TypedResults.NoContent() : new RazorComponentResult<InboxPart>(new { View = view });
    }
}
