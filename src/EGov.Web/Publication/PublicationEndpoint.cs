using EGov.Web.Layout;
using EGov.Web.Supervision.Assessment;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Publication;

/// <summary>办件公示: what the office has done in a month or a quarter, and by which powers; for everybody.</summary>
internal static class PublicationEndpoint
{
    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet("", ShowAsync);
        pages.MapGet("export", ExportAsync);
    }

    private static async Task<Results<RazorComponentResult<PublicationPage>, NotFound>> ShowAsync(PageFrame frame, PublicationDesk desk, string? period, CancellationToken stop) =>
        await desk.LayOutAsync(period, stop) is { } view ? new RazorComponentResult<PublicationPage>(new { Frame = frame, View = view }) : TypedResults.NotFound();

    private static async Task<Results<FileContentHttpResult, NotFound>> ExportAsync(PublicationDesk desk, string? period, string? form, CancellationToken stop) =>
        await desk.LayOutAsync(period, stop) is { } view ? SpreadsheetFile.Of(PublicationDesk.Table(view), $"publication-{view.Period}", form, PublicationDesk.Texts) : TypedResults.NotFound();
}
