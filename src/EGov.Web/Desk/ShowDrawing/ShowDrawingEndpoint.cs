using System.Globalization;
using EGov.Engine;
using EGov.Runtime.Catalog;
using EGov.Web.Layout;
using EGov.Web.Redesign.Compare;
using EGov.Web.Security;
using EGov.Web.Studio.Instances;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Desk.ShowDrawing;

/// <summary>A case on the drawing of its own version: where it has been, where it stands, and what happened box by box. Read-only, and without personal data.</summary>
internal static class ShowDrawingEndpoint
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("cases/{number}/drawing", ShowAsync);

    private static async Task<Results<RazorComponentResult<DrawingPage>, NotFound>> ShowAsync(
        string number, CurrentActor reader, InstanceRoom room, WorkflowCatalog catalog, PageFrame frame, bool? studio, CancellationToken stop)
    {
        if (await room.OpenAsync(number, reader, stop) is not { } shown) return TypedResults.NotFound();
        var item = catalog.Find(new ItemId(shown.State.DefinitionId));
        var title = item?.Text("title", CultureInfo.CurrentUICulture.Name) ?? shown.Workflow.Name;
        return new RazorComponentResult<DrawingPage>(new { Frame = frame, View = DrawnCase.Of(title, new CompareWords(item, null, shown.Workflow), shown), InStudio = studio ?? false });
    }
}
