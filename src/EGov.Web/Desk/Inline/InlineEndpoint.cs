using EGov.Web.Desk.Handling;
using EGov.Web.Documents;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Desk.Inline;

/// <summary>A document of a case to look at in the page: only what its own bytes say is a PDF or a picture, in a frame that may do nothing.</summary>
internal static class InlineEndpoint
{
    // Chromium shows no PDF in a sandbox; without one it still may load nothing and run nothing of ours.
    private const string PaperPolicy = "default-src 'none'; style-src 'unsafe-inline'; object-src 'self'; frame-ancestors 'self'";
    private const string PicturePolicy = "sandbox; default-src 'none'; frame-ancestors 'self'";

    public static void Map(IEndpointRouteBuilder cases) => cases.MapGet("documents/{content}", ShowAsync);

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult, NotFound>> ShowAsync(
        [AsParameters] HandlingVisit visit, string content, CaseDocuments documents, HttpResponse response, CancellationToken stop, bool download = false)
    {
        if (await visit.OpenAsync(stop) is not { } opened) return TypedResults.NotFound();
        var read = await documents.ReadAsync(opened.File.State.Case, content, _ => true, stop);
        if (read.Result is not FileContentHttpResult file) return (ProblemHttpResult)read.Result;
        if (download) return file;
        response.Headers.ContentSecurityPolicy = file.ContentType == "application/pdf" ? PaperPolicy : PicturePolicy;
        // Without a name the answer is shown, not saved.
        return TypedResults.File(file.FileContents.ToArray(), file.ContentType);
    }
}
