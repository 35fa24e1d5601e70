using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using EGov.Runtime.Catalog;
using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Redesign.Change;

/// <summary>Definitions as files: out byte for byte, in as a new version.</summary>
internal static class FileEndpoint
{
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = 128 };

    public static void Map(IEndpointRouteBuilder readers, IEndpointRouteBuilder analysts)
    {
        readers.MapGet("{definition}/{version:int}/file", GiveAsync);
        analysts.MapPost("import", TakeAsync);
    }

    private static async Task<Results<FileContentHttpResult, NotFound>> GiveAsync(DefinitionShelf shelf, string definition, int version, CancellationToken stop) =>
        await shelf.TextAsync(definition, version, stop) is { } text
            ? TypedResults.File(Encoding.UTF8.GetBytes(text), "application/json", $"{DefinitionVersion.IdOf(definition, version)}.json")
            : TypedResults.NotFound();

    private static async Task<IResult> TakeAsync(DefinitionDesk desk, CurrentActor actor, PageFrame frame, IFormFile file, CancellationToken stop) =>
        await ReadAsync(file, stop) is { } model
            ? (await desk.ImportAsync(null, model, actor.Actor.User, stop)).ToPage(frame, version => $"/designer/{version.DefinitionId}")
            : DefinitionAnswers.NotADefinition(frame);

    /// <summary>The file as an object; null when it is none.</summary>
    private static async Task<JsonObject?> ReadAsync(IFormFile file, CancellationToken stop)
    {
        if (file.Length > DefinitionAnswers.LargestFile) return null;
        await using var stream = file.OpenReadStream();
        return await DefinitionAnswers.ReadAsync(stream, Strict, stop);
    }
}
