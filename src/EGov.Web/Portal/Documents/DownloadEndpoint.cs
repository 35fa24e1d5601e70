using EGov.Engine;
using EGov.Web.Documents;
using EGov.Web.Portal.Track;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Portal.Documents;

/// <summary>The applicant reads back what he has handed in. Papers that officers put on file are theirs to deliver.</summary>
internal static class DownloadEndpoint
{
    public static void Map(IEndpointRouteBuilder track) => track.MapGet("documents/{content}", HandleAsync).WithName("ReadDocumentByApplicant");

    private static async Task<Results<FileContentHttpResult, ProblemHttpResult>> HandleAsync(
        [AsParameters] TrackQuery query, string content, CaseDocuments documents, CancellationToken stop)
    {
        var id = new CaseId(query.Number);
        if (await query.Door.OpenAsync(id, query.Password ?? "", stop) is null) return ApplicantOrder.Refused;
        return await documents.ReadAsync(id, content, document => document.ByApplicant, stop);
    }
}
