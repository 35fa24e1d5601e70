using EGov.Engine;
using EGov.Runtime.Catalog;
using EGov.Web.Layout;
using EGov.Web.Portal.Apply;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Portal.Guide;

/// <summary>办事指南.</summary>
internal static class GuideEndpoint
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("items/{item}", Handle);

    private static Results<RazorComponentResult<GuidePage>, NotFound> Handle(string item, PageFrame frame, WorkflowCatalog catalog, Counter counter) =>
        catalog.Find(new ItemId(item)) is { } found && catalog.Offered(item) is { } published
            ? new RazorComponentResult<GuidePage>(new { Frame = frame, Guide = ItemGuide.Of(found, published, counter.Today) })
            : TypedResults.NotFound();
}
