using EGov.Engine;
using EGov.Runtime.Supervision;
using EGov.Web.Http;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Supervision.OverHttp;

/// <summary>监察建议书: written by supervision to a unit, read by supervision and that unit.</summary>
internal static class AdviceApiEndpoint
{
    public static void Map(IEndpointRouteBuilder supervision)
    {
        supervision.MapGet("letters", ListAsync).WithName("ListAdviceLetters");
        supervision.MapGet("letters/{advice}", ShowAsync).WithName("ShowAdviceLetter");
        supervision.MapPost("letters", WriteAsync).WithName("WriteAdviceLetter");
    }

    private static async Task<Ok<IReadOnlyList<AdviceLetter>>> ListAsync(CurrentActor reader, SupervisionBoard board, CancellationToken stop) =>
        TypedResults.Ok<IReadOnlyList<AdviceLetter>>([.. (await board.LettersAsync(stop)).Where(letter => reader.SeesCardsOf(letter.Party))]);

    private static async Task<Results<Ok<AdviceLetter>, ProblemHttpResult>> ShowAsync(string advice, CurrentActor reader, SupervisionBoard board, CancellationToken stop) =>
        await board.LetterAsync(advice, stop) is { } letter && reader.SeesCardsOf(letter.Party) ? TypedResults.Ok(letter) : DeskAnswer.Unknown.Problem()!;

    private static async Task<Results<Created<string>, ProblemHttpResult>> WriteAsync(
        AdviceRequest body, [FromHeader(Name = "Idempotency-Key")] string? key, CurrentActor by, SupervisionDesk desk, CancellationToken stop)
    {
        if (new ActHeaders(key, null).Problem is { } malformed) return malformed;
        var (answer, id) = await desk.AdviseAsync(by.AtDesk, key!, new(new PartyId(body.Party ?? ""), body.From ?? default, body.To ?? default, body.Text, body.ReplyDueOn), stop);
        return answer.Problem() is { } problem ? problem : TypedResults.Created("/api/supervision/letters/" + id, id);
    }
}

/// <summary>A letter of advice to be written.</summary>
internal sealed record AdviceRequest(string? Party, DateOnly? From, DateOnly? To, string? Text, DateOnly? ReplyDueOn);
