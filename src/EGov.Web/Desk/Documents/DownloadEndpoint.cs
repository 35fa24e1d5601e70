using EGov.Engine;
using EGov.Runtime.Cases;
using EGov.Web.Documents;
using EGov.Web.Http;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Desk.Documents;

/// <summary>A document on the file of a case.</summary>
internal static class DownloadEndpoint
{
    public static void Map(IEndpointRouteBuilder cases) => cases.MapGet("documents/{content}", HandleAsync).WithName("ReadDocument");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> HandleAsync(
        string number, string content, CurrentActor reader, CaseFiles files, CaseDocuments documents, CancellationToken stop)
    {
        var id = new CaseId(number);
        if (await files.ReadAsync(id, stop) is not { } file) return Problems.Of(StatusCodes.Status404NotFound, "case-unknown");
        if (!ReadingRoom.MayRead(reader, file)) return Problems.Of(StatusCodes.Status403Forbidden, "not-readable");
        return await documents.ReadAsync(id, content, _ => true, stop);
    }
}
