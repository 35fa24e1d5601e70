using EGov.Engine;
using EGov.Runtime.Cases;
using EGov.Runtime.Portal;
using EGov.Web.Http;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Desk.Rating;

/// <summary>好差评: what the applicant thought, and what the office has done about a poor rating (整改).</summary>
internal static class RatingEndpoint
{
    public static void Map(IEndpointRouteBuilder cases)
    {
        cases.MapGet("rating", ReadAsync).WithName("ReadRating");
        cases.MapPost("rating/repair", RepairAsync).WithName("RepairRating");
    }

    private static async Task<Results<Ok<Runtime.Portal.Rating>, NoContent, ProblemHttpResult>> ReadAsync(string number, CurrentActor reader, CaseFiles files, Ratings ratings, CancellationToken stop)
    {
        if (await files.ReadAsync(new CaseId(number), stop) is not { } file) return Problems.Of(StatusCodes.Status404NotFound, "case-unknown");
        if (!ReadingRoom.MayRead(reader, file)) return Problems.Of(StatusCodes.Status403Forbidden, "not-readable");
        return await ratings.FindAsync(file.State.Case, stop) is { } rating ? TypedResults.Ok(rating) : TypedResults.NoContent();
    }

    private static async Task<Results<NoContent, ProblemHttpResult>> RepairAsync(string number, RepairRequest body, CurrentActor officer, CaseFiles files, Ratings ratings, CancellationToken stop)
    {
        if (await files.ReadAsync(new CaseId(number), stop) is not { } file) return Problems.Of(StatusCodes.Status404NotFound, "case-unknown");
        if (officer.PartyIn(file) is null) return Problems.Of(StatusCodes.Status403Forbidden, "not-allowed");
        if (string.IsNullOrWhiteSpace(body.Repair) || !Texts.IsShowable(body.Repair, Ratings.LongestText)) return Problems.Of(StatusCodes.Status400BadRequest, "text-not-allowed", "repair");
        return await ratings.RepairAsync(file.State.Case, body.Repair.Trim(), officer.Actor.User, stop) ? TypedResults.NoContent() : Problems.Of(StatusCodes.Status409Conflict, "nothing-to-repair");
    }
}

/// <summary>What was done.</summary>
internal sealed record RepairRequest(string Repair);
