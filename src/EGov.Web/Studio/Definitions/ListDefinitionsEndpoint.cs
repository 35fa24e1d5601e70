using EGov.Runtime.Catalog;
using EGov.Web.Security;

namespace EGov.Web.Studio.Definitions;

/// <summary>The list of definitions, and what the dialog for a new one asks.</summary>
internal static class ListDefinitionsEndpoint
{
    public static void Map(IEndpointRouteBuilder definitions)
    {
        definitions.MapGet("", ListAsync);
        definitions.MapGet("query/count", CountAsync);
        definitions.MapGet("validation/is-name-unique", IsNameUniqueAsync);
    }

    private static async Task<IResult> ListAsync(DefinitionQuery query, CurrentActor reader, DefinitionShelf shelf, CancellationToken stop)
    {
        var (versions, total) = await shelf.FindAsync(query.Shelf, stop);
        if (query.Ids.Count > 0) total = (versions = [.. versions.Where(version => query.Ids.Contains((version.DefinitionId, version.Version)))]).Length;
        return StudioJson.Answer(new
        {
            links = StudioLinks.OfList(reader.Draws), items = versions.Select(version => DefinitionSummary.Of(version, reader.Draws)), totalCount = total,
        });
    }

    private static async Task<IResult> CountAsync(DefinitionShelf shelf, CancellationToken stop) =>
        StudioJson.Answer(new { count = (await shelf.FindAsync(new() { Choice = VersionChoice.Latest, Take = 1 }, stop)).Total });

    private static async Task<IResult> IsNameUniqueAsync(string? name, string? definitionId, DefinitionShelf shelf, CancellationToken stop)
    {
        var (versions, _) = await shelf.FindAsync(new() { Choice = VersionChoice.Latest, Search = name, Take = 1000 }, stop);
        return StudioJson.Answer(new { isUnique = !versions.Any(version => version.Name == name && version.DefinitionId != definitionId) });
    }
}
