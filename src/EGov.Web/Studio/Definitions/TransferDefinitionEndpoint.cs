using System.IO.Compression;
using System.Text;
using EGov.Runtime.Catalog;
using EGov.Web.Security;
using EGov.Web.Studio.Descriptors;

namespace EGov.Web.Studio.Definitions;

/// <summary>Definitions as files: out byte for byte as they are kept, in as the next version.</summary>
internal static class TransferDefinitionEndpoint
{
    private const int MostAtOnce = 200;

    public static void Map(IEndpointRouteBuilder definitions, IEndpointRouteBuilder bulk)
    {
        bulk.MapPost("export/workflow-definitions", ExportManyAsync);
        definitions.MapPost("import-files", StudioProblems.NotSupported).ForAnalysts();
        definitions.MapGet("{definitionId}/export", ExportAsync);
        definitions.MapPost("import", ImportAsync).ForAnalysts();
        definitions.MapPut("import", ImportAsync).ForAnalysts();
    }

    private static async Task<IResult> ExportAsync(string definitionId, string? versionOptions, DefinitionShelf shelf, CancellationToken stop) =>
        await VersionOptions.Of(versionOptions).ReadAsync(shelf, definitionId, stop) is { } kept
            ? TypedResults.File(Encoding.UTF8.GetBytes(kept.Text), "application/json", kept.Version.Id + ".json")
            : StudioProblems.UnknownDefinition(definitionId);

    private static async Task<IResult> ExportManyAsync(StudioBody body, DefinitionShelf shelf, CancellationToken stop)
    {
        if (body.Json is null) return body.Refused;
        using var packed = new MemoryStream();
        await using (var files = await ZipArchive.CreateAsync(packed, ZipArchiveMode.Create, leaveOpen: true, null, stop))
            foreach (var id in body.Texts("ids").Distinct().Take(MostAtOnce))
                if (DefinitionVersion.ParseId(id) is var (definitionId, version) && await shelf.ReadAsync(definitionId, version, stop) is { } kept)
                    await AddAsync(files, kept, stop);
        return TypedResults.File(packed.ToArray(), "application/zip", "workflow-definitions.zip");
    }

    private static async Task AddAsync(ZipArchive files, KeptDefinition kept, CancellationToken stop)
    {
        await using var file = await files.CreateEntry(kept.Version.Id + ".json").OpenAsync(stop);
        await file.WriteAsync(Encoding.UTF8.GetBytes(kept.Text), stop);
    }

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
