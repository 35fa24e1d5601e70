using EGov.Engine;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Portal.Track;

/// <summary>查进度: where a case is, opened by its number and query password.</summary>
internal static class TrackEndpoint
{
    public static void Map(IEndpointRouteBuilder track) => track.MapGet("", HandleAsync).WithName("Track");

    private static async Task<Results<Ok<TrackedCase>, ProblemHttpResult>> HandleAsync(
        [AsParameters] TrackQuery query, CaseFiles files, WorkflowCatalog catalog, TimeProvider time, CancellationToken stop)
    {
        if (await query.Door.OpenAsync(new CaseId(query.Number), query.Password ?? "", stop) is not { } file) return ApplicantOrder.Refused;
        var journal = await files.HistoryAsync(file.State.Case, stop);
        var item = file.Workflow.Facts.Item is { } id ? catalog.Find(id) : null;
        return TypedResults.Ok(TrackedCase.Of(file, journal, item, time.GetUtcNow()));
    }
}
