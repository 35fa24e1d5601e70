using EGov.Runtime.Catalog;
using EGov.Web.Security;
using EGov.Web.Studio.Descriptors;

namespace EGov.Web.Studio.Definitions;

/// <summary>A version with its drawing, by definition or by its own id.</summary>
internal static class ReadDefinitionEndpoint
{
    private const int MostAtOnce = 50;

    public static void Map(IEndpointRouteBuilder definitions)
    {
        definitions.MapGet("by-definition-id/{definitionId}", ByDefinitionAsync);
        definitions.MapGet("by-id/{id}", ByIdAsync);
        definitions.MapGet("many-by-id", ManyAsync);
    }

    private static async Task<IResult> ByDefinitionAsync(
        string definitionId, string? versionOptions, CurrentActor reader, DefinitionShelf shelf, Palette palette, CancellationToken stop) =>
        await VersionOptions.Of(versionOptions).ReadAsync(shelf, definitionId, stop) is { } kept
            ? StudioJson.Answer(ShownDefinition.Of(kept, reader.Draws, palette))
            : StudioProblems.UnknownDefinition(definitionId);

    private static async Task<IResult> ByIdAsync(string id, CurrentActor reader, DefinitionShelf shelf, Palette palette, CancellationToken stop) =>
        DefinitionVersion.ParseId(id) is var (definitionId, version) && await shelf.ReadAsync(definitionId, version, stop) is { } kept
            ? StudioJson.Answer(ShownDefinition.Of(kept, reader.Draws, palette))
            : StudioProblems.UnknownVersion(id);

    private static async Task<IResult> ManyAsync(string[]? ids, CurrentActor reader, DefinitionShelf shelf, Palette palette, CancellationToken stop)
    {
        var found = new List<System.Text.Json.Nodes.JsonObject>();
        foreach (var id in (ids ?? []).Distinct().Take(MostAtOnce))
            if (DefinitionVersion.ParseId(id) is var (definitionId, version) && await shelf.ReadAsync(definitionId, version, stop) is { } kept)
                found.Add(ShownDefinition.Of(kept, reader.Draws, palette));
        return StudioJson.AnswerList(found);
    }
}
