using System.Globalization;
using EGov.Engine;
using EGov.Runtime.Catalog;
using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Redesign.Compare;

/// <summary>Two versions of a process side by side: drawings, differences in words, and the four reductions (四减).</summary>
internal static class CompareEndpoint
{
    public static void Map(IEndpointRouteBuilder designer)
    {
        designer.MapGet("{definition}/compare", Choose);
        designer.MapGet("{definition}/compare/{older:int}/{newer:int}", ShowAsync);
    }

    /// <summary>Where the form with the two versions goes.</summary>
    private static RedirectHttpResult Choose(string definition, int older, int newer) =>
        TypedResults.LocalRedirect(string.Create(CultureInfo.InvariantCulture, $"/designer/{Uri.EscapeDataString(definition)}/compare/{older}/{newer}"));

    private static async Task<Results<RazorComponentResult<ComparePage>, NotFound>> ShowAsync(
        [AsParameters] CompareParts parts, PageFrame frame, string definition, [AsParameters] ComparedVersions wanted, CancellationToken stop) =>
        await parts.LookAsync(definition, wanted, stop) is { } view ? new RazorComponentResult<ComparePage>(new { Frame = frame, View = view }) : TypedResults.NotFound();
}

/// <summary>Which versions.</summary>
internal sealed record ComparedVersions(int Older, int Newer);

/// <summary>What the page is made of.</summary>
internal sealed record CompareParts(DefinitionShelf Shelf, WorkflowCatalog Catalog)
{
    /// <summary>Both versions; null when one of them does not exist.</summary>
    public async Task<CompareView?> LookAsync(string definition, ComparedVersions wanted, CancellationToken stop)
    {
        var versions = await Shelf.VersionsAsync(definition, stop);
        var (older, newer) = (versions.FirstOrDefault(version => version.Version == wanted.Older), versions.FirstOrDefault(version => version.Version == wanted.Newer));
        if (older is null || newer is null) return null;
        var (before, after) = (await Catalog.DefinitionAsync(definition, older.Version, stop), await Catalog.DefinitionAsync(definition, newer.Version, stop));
        var item = Catalog.Find(new ItemId(definition));
        var title = item?.Text("title", CultureInfo.CurrentUICulture.Name) ?? newer.Name;
        return CompareView.Of(title, new CompareWords(item, before, after), (older, before), (newer, after)) with { Versions = versions };
    }
}
