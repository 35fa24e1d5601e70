using EGov.Engine;
using EGov.Runtime.Cases;
using EGov.Web.Desk.Handling;
using EGov.Web.Http;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Desk.ShowCase;

/// <summary>A case with its work, clocks and positions, and what the reader may do in it.</summary>
internal static class ShowCaseEndpoint
{
    public static void Map(IEndpointRouteBuilder cases) => cases.MapGet("", HandleAsync).WithName("ShowCase");

    private static async Task<Results<Ok<CaseView>, ProblemHttpResult>> HandleAsync(
        string number, CurrentActor reader, CaseFiles files, HandlingTeller teller, TimeProvider time, HttpResponse response, CancellationToken stop)
    {
        if (await files.ReadAsync(new CaseId(number), stop) is not { } file) return Problems.Of(StatusCodes.Status404NotFound, "case-unknown");
        if (!ReadingRoom.MayRead(reader, file)) return Problems.Of(StatusCodes.Status403Forbidden, "not-readable");
        response.Headers.ETag = $"\"{file.State.Version}\"";
        return TypedResults.Ok(CaseView.Of(file, teller.MaskedFormOf(file, await files.ApplicationAsync(new CaseId(number), stop), reader), reader.ActorIn(file), time.GetUtcNow()));
    }
}
