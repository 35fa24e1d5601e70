using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Supervision.Overview;

/// <summary>监察看板: what is under way, late and flagged in the whole district. A page that stands open is answered with the board alone, or with nothing when nothing has changed.</summary>
internal static class OverviewEndpoint
{
    public static void Map(IEndpointRouteBuilder room) => room.MapGet("", ShowAsync);

    private static async Task<Results<RazorComponentResult<OverviewPage>, RazorComponentResult<OverviewBoard>, NoContent>> ShowAsync(
        OverviewTeller teller, PageFrame frame, HttpRequest request, string? seen, CancellationToken stop)
    {
        var view = await teller.TellAsync(stop);
        if (!request.Headers.ContainsKey("HX-Request")) return new RazorComponentResult<OverviewPage>(new { Frame = frame, View = view });
        return seen == view.Seen ? TypedResults.NoContent() : new RazorComponentResult<OverviewBoard>(new { View = view });
    }
}
