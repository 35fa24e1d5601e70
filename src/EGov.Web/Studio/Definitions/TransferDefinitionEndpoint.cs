using System.Text;
using EGov.Runtime.Catalog;
using EGov.Web.Security;
using EGov.Web.Studio.Descriptors;

namespace EGov.Web.Studio.Definitions;

/// <summary>Definitions as files: out byte for byte as they are kept, in as the next version.</summary>
internal static class TransferDefinitionEndpoint
{
    public static void Map(IEndpointRouteBuilder definitions)
    {
        definitions.MapGet("{definitionId}/export", ExportAsync);
        definitions.MapPost("import", ImportAsync).ForAnalysts();
        definitions.MapPut("import", ImportAsync).ForAnalysts();
    }

    private static async Task<IResult> ExportAsync(string definitionId, string? versionOptions, DefinitionShelf shelf, CancellationToken stop) =>
        await VersionOptions.Of(versionOptions).ReadAsync(shelf, definitionId, stop) is { } kept
            ? TypedResults.File(Encoding.UTF8.GetBytes(kept.Text), "application/json", kept.Version.Id + ".json")
            : StudioProblems.UnknownDefinition(definitionId);

    private static async Task<IResult> ImportAsync(StudioBody body, CurrentActor analyst, DefinitionDesk desk, Palette palette, CancellationToken stop)
    {
        if (body.Json is not { } model) return body.Refused;
        var id = DrawnBoxes.Text(model, "definitionId") is { Length: > 0 } given ? given : null;
        ShownDefinition.TakeBack(model, palette);
        var receipt = await desk.ImportAsync(id, model, analyst.Actor.User, stop);
        return receipt is { Refusal: null, Version: { } version, Definition: { } kept }
            ? StudioJson.Answer(ShownDefinition.Show(kept, version, analyst.Draws, palette))
            : receipt.Refusal!.ToProblem();
    }
}
