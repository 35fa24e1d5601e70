using System.Collections.Immutable;
using System.Text.Json;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Runtime.Documents;
using EGov.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Documents;

/// <summary>A document on the file of a case.</summary>
/// <param name="Material">Which of the item's materials it is.</param>
/// <param name="Content">SHA-256 of its bytes; names it in addresses.</param>
/// <param name="FiledAt">When it was put on file.</param>
/// <param name="ByApplicant">True when the applicant did so himself.</param>
internal sealed record FiledDocument(string Material, TextHash Content, DateTimeOffset FiledAt, bool ByApplicant);

/// <summary>Documents of cases: bytes in the store, hashes in the journal. What is not on a case's file cannot be reached through it.</summary>
internal sealed class CaseDocuments(DocumentStore store, CaseFiles files, WorkflowCatalog catalog)
{
    private const int LongestName = 200;

    /// <summary>Stores an uploaded document for a case: one of the item's materials, for officers also one of its results. Putting it on file is the caller's order.</summary>
    public async Task<(TextHash Content, ProblemHttpResult? Problem)> StoreAsync(CaseFile file, string material, string? name, Stream body, CancellationToken stop, bool orResult = false)
    {
        if (!IsOffered(file, "materials", material) && !(orResult && IsOffered(file, "results", material))) return (default, Problems.Of(StatusCodes.Status400BadRequest, "field-not-offered", material));
        if (!Texts.IsShowable(name, LongestName)) return (default, Problems.Of(StatusCodes.Status400BadRequest, "field-invisible-characters", "name"));
        var stored = await store.SaveAsync(body, name, stop);
        return stored switch
        {
            { Document: { } document } => (document.Content, null),
            { Refusal: DocumentRefusal.TooLarge } => (default, Problems.Of(StatusCodes.Status413PayloadTooLarge, "request-too-large", $"{DocumentStore.MostBytes}")),
            { Refusal: DocumentRefusal.NotScanned } => (default, Problems.Of(StatusCodes.Status503ServiceUnavailable, "document-not-scanned")),
            { Refusal: { } refusal } => (default, Problems.Of(StatusCodes.Status400BadRequest, CodeOf(refusal))),
            _ => throw new InvalidOperationException("A document is taken or refused."),
        };
    }

    /// <summary>What is on the file of a case, in order.</summary>
    public async Task<ImmutableArray<FiledDocument>> OfAsync(CaseId number, CancellationToken stop) => In(await files.HistoryAsync(number, stop));

    /// <summary>What a journal has put on file, in order.</summary>
    public static ImmutableArray<FiledDocument> In(ImmutableArray<FiledOrder> journal) =>
    [
        .. from filed in journal
           from document in filed.Entry.Events.OfType<DocumentFiled>()
           select new FiledDocument(document.Material, document.Content, filed.Entry.At, filed.Entry.Command.By.Kind == ActorKind.Applicant),
    ];

    /// <summary>A document on the file of a case, as a download; one the reader may not see is answered like one that is not there.</summary>
    public async Task<Results<FileContentHttpResult, ProblemHttpResult>> ReadAsync(CaseId number, string content, Func<FiledDocument, bool> mayRead, CancellationToken stop)
    {
        var hash = new TextHash(content);
        if (!(await OfAsync(number, stop)).Any(filed => filed.Content == hash && mayRead(filed))
            || await store.FindAsync(hash, stop) is not { } known || await store.ReadAsync(hash, stop) is not { } bytes)
            return Problems.Of(StatusCodes.Status404NotFound, "document-unknown");
        return TypedResults.File(bytes, known.MediaType, known.Name ?? content[..12]);
    }

    /// <summary>The code of the sentence that tells why a document was not taken.</summary>
    public static string CodeOf(DocumentRefusal refusal) => refusal switch
    {
        DocumentRefusal.TooLarge => "materials-too-large",
        DocumentRefusal.Infected => "document-infected",
        DocumentRefusal.NotScanned => "document-not-scanned",
        _ => "document-kind",
    };

    private bool IsOffered(CaseFile file, string list, string code) =>
        file.Workflow.Facts.Item is not { } id || catalog.Find(id) is not { } item || !item.Facts.TryGetProperty(list, out var entries)
        || entries.EnumerateArray().Any(entry => entry.TryGetProperty("code", out var known) && known.ValueKind == JsonValueKind.String && known.ValueEquals(code));
}
