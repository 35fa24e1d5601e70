using System.Globalization;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Redesign.Shelf;

/// <summary>流程设计: every process with its versions: who drew, published and retired them, when and why.</summary>
internal static class ShelfEndpoint
{
    public static void Map(IEndpointRouteBuilder designer) => designer.MapGet("", HandleAsync);

    private static async Task<RazorComponentResult<ShelfPage>> HandleAsync([AsParameters] ShelfParts parts, PageFrame frame, CancellationToken stop)
    {
        var versions = await parts.Shelf.VersionsAsync(null, stop);
        var cases = new Dictionary<string, int>();
        foreach (var id in versions.Select(version => version.DefinitionId).Distinct())
            cases[id] = await parts.Register.CountAsync(new() { DefinitionId = id, Status = CaseStatus.Open }, stop);
        var culture = CultureInfo.CurrentUICulture.Name;
        return new(new
        {
            Frame = frame,
            Processes = versions.GroupBy(version => version.DefinitionId).Select(group => new ShelvedProcess(
                group.Key, parts.Catalog.Find(new ItemId(group.Key))?.Text("title", culture) ?? group.First().Name, cases[group.Key], [.. group])).ToList(),
            Names = parts.Names.Of(versions.SelectMany(ShelvedProcess.People)),
            Templates = parts.Templates.All.Select(template => (template.Name, Item.Localized(template.Title, culture) ?? template.Name)).ToList(),
            Items = parts.Catalog.Items.Where(item => !item.IsInternal).Select(item => (item.Id.Value, item.Text("title", culture) ?? item.Id.Value)).ToList(),
        });
    }
}

/// <summary>What the page is made of.</summary>
internal sealed record ShelfParts(DefinitionShelf Shelf, CaseRegister Register, WorkflowCatalog Catalog, DefinitionTemplates Templates, OfficerNames Names);

/// <summary>A process and its versions, newest first.</summary>
public sealed record ShelvedProcess(string Id, string Title, int OpenCases, IReadOnlyList<DefinitionVersion> Versions)
{
    /// <summary>Everyone who did something to a version.</summary>
    public static IEnumerable<UserId> People(DefinitionVersion version)
    {
        ArgumentNullException.ThrowIfNull(version);
        return new[] { version.Saved, version.Published, version.Retired }.OfType<VersionAct>().Select(act => act.By);
    }
}
