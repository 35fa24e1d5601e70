using EGov.Runtime.Catalog;
using EGov.Web.Documents;
using EGov.Web.Layout;
using EGov.Web.Portal.Track;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Portal.Follow;

/// <summary>下载: what the applicant handed in, and the result once it is issued. Always as a download, never shown in this house's name.</summary>
internal static class DownloadPageEndpoint
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet(CaseVisit.Address + "/documents/{content}", ReadAsync);

    private static async Task<Results<FileContentHttpResult, Onward, NotFound>> ReadAsync(
        [AsParameters] CaseVisit visit, string content, CaseDocuments documents, WorkflowCatalog catalog, CancellationToken stop)
    {
        if (await visit.OpenAsync(stop) is not { } file) return CaseVisit.ToDoor;
        var names = new ItemNames(file.Workflow.Facts.Item is { } id ? catalog.Find(id) : null);
        var found = await documents.ReadAsync(file.State.Case, content, document => document.ByApplicant || CaseTeller.IsIssued(file.State, document, names), stop);
        return found.Result is FileContentHttpResult bytes ? bytes : TypedResults.NotFound();
    }
}
