using System.Collections.Immutable;
using EGov.Engine;
using EGov.Runtime.Cases;
using EGov.Web.Documents;
using EGov.Web.Http;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Desk.Documents;

/// <summary>What is on the file of a case.</summary>
internal static class ListEndpoint
{
    public static void Map(IEndpointRouteBuilder cases) => cases.MapGet("documents", HandleAsync).WithName("ListDocuments");

    private static async Task<Results<Ok<ImmutableArray<FiledDocument>>, ProblemHttpResult>> HandleAsync(
        string number, CurrentActor reader, CaseFiles files, CaseDocuments documents, CancellationToken stop)
    {
        var id = new CaseId(number);
        if (await files.ReadAsync(id, stop) is not { } file) return Problems.Of(StatusCodes.Status404NotFound, "case-unknown");
        if (!ReadingRoom.MayRead(reader, file)) return Problems.Of(StatusCodes.Status403Forbidden, "not-readable");
        return TypedResults.Ok(await documents.OfAsync(id, stop));
    }
}
