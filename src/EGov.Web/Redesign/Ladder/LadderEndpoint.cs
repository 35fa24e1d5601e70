using System.Globalization;
using EGov.Engine;
using EGov.Runtime.Catalog;
using EGov.Web.Layout;
using EGov.Web.Portal.Track;
using EGov.Web.Studio.Descriptors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Redesign.Ladder;

/// <summary>The ladders (督办梯级) of one version as drawings along their limits.</summary>
internal static class LadderEndpoint
{
    public static void Map(IEndpointRouteBuilder version) => version.MapGet("ladder", ShowAsync);

    private static async Task<Results<RazorComponentResult<LadderPage>, NotFound>> ShowAsync([AsParameters] LadderParts parts, PageFrame frame, string definition, int version, CancellationToken stop) =>
        await parts.LookAsync(definition, version, stop) is { } view ? new RazorComponentResult<LadderPage>(new { Frame = frame, View = view }) : TypedResults.NotFound();
}

/// <summary>What the page is made of.</summary>
internal sealed record LadderParts(DefinitionShelf Shelf, WorkflowCatalog Catalog, Palette Palette)
{
    /// <summary>The ladders of a version; null when there is no such version.</summary>
    public async Task<LadderView?> LookAsync(string definition, int version, CancellationToken stop)
    {
        if (await Shelf.ReadAsync(definition, version, stop) is not { } kept) return null;
        var (item, read) = (Catalog.Find(new ItemId(definition)), await Catalog.DefinitionAsync(definition, version, stop));
        var culture = CultureInfo.CurrentUICulture.Name;
        var words = new LadderWords(new ItemNames(item), started => Catalog.Find(new ItemId(started))?.Text("title", culture) ?? started);
        return LadderView.Of(kept.Version, item?.Text("title", culture) ?? kept.Version.Name, read, words, new BoxNames(kept.Text, Palette.Current));
    }
}
