using System.Globalization;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Web.Layout;
using EGov.Web.Security;
using EGov.Web.Studio.Descriptors;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Redesign.Draw;

/// <summary>Elsa Studio with what the office puts around it: what still bars publishing, how the draft differs, and the way out.</summary>
internal static class DrawEndpoint
{
    public static void Map(IEndpointRouteBuilder designer)
    {
        designer.MapGet("{definition}", ShowAsync);
        designer.MapGet("{definition}/problems", CheckAsync);
        designer.MapGet("signed-in", () => new RazorComponentResult<SignedInPage>());
    }

    private static async Task<Results<RazorComponentResult<DrawPage>, NotFound>> ShowAsync([AsParameters] DrawParts parts, PageFrame frame, string definition, CancellationToken stop) =>
        await parts.LookAsync(definition, stop) is not { } view
            ? TypedResults.NotFound()
            : new RazorComponentResult<DrawPage>(new
            {
                Frame = frame, View = view,
                Title = parts.Catalog.Find(new ItemId(definition))?.Text("title", CultureInfo.CurrentUICulture.Name) ?? view.Latest.Name,
                OpenCases = await parts.Register.CountAsync(new() { DefinitionId = definition, Status = CaseStatus.Open }, stop),
            });

    private static async Task<Results<RazorComponentResult<ProblemsPanel>, NotFound>> CheckAsync([AsParameters] DrawParts parts, string definition, CancellationToken stop) =>
        await parts.LookAsync(definition, stop) is { } view ? new RazorComponentResult<ProblemsPanel>(new { View = view, IsSwapped = true }) : TypedResults.NotFound();
}

/// <summary>What the page is made of.</summary>
internal sealed record DrawParts(DefinitionShelf Shelf, DefinitionDesk Desk, WorkflowCatalog Catalog, CaseRegister Register, OfficerNames Names, Palette Palette)
{
    /// <summary>The latest version with its problems and the one in use; null when there is no such definition.</summary>
    public async Task<DraftView?> LookAsync(string definition, CancellationToken stop)
    {
        if (await Shelf.LatestAsync(definition, stop) is not { } kept) return null;
        var inUse = (await Shelf.VersionsAsync(definition, stop)).FirstOrDefault(version => version.State == VersionState.Published);
        var problems = kept.Version.State == VersionState.Draft ? await Desk.ProblemsAsync(definition, kept.Version.Version, stop) ?? [] : [];
        return new(kept.Version, inUse, problems, new BoxNames(kept.Text, Palette.Current), Names.Of([kept.Version.Saved.By])[kept.Version.Saved.By]);
    }
}
