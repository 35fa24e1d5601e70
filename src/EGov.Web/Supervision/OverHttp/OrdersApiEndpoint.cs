using EGov.Engine;
using EGov.Runtime.Supervision;
using EGov.Web.Http;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Supervision.OverHttp;

/// <summary>督办单: issued and closed by supervision, replied to by the unit.</summary>
internal static class OrdersApiEndpoint
{
    public static void Map(IEndpointRouteBuilder supervision)
    {
        supervision.MapGet("orders", ListAsync).WithName("ListSupervisionOrders");
        supervision.MapPost("cards/{card}/orders", IssueAsync).WithName("IssueSupervisionOrder");
        supervision.MapPost("orders/{order}/reply", ReplyAsync).WithName("ReplyToSupervisionOrder");
        supervision.MapPost("orders/{order}/close", CloseAsync).WithName("CloseSupervisionOrder");
    }

    private static async Task<Ok<IReadOnlyList<SupervisionOrder>>> ListAsync(CurrentActor reader, SupervisionBoard board, CancellationToken stop, bool all = false) =>
        TypedResults.Ok<IReadOnlyList<SupervisionOrder>>(await board.OrdersAsync(reader.SeatsSeen, !all, stop));

    private static async Task<Results<NoContent, ProblemHttpResult>> IssueAsync(
        string card, OrderRequest body, [FromHeader(Name = "Idempotency-Key")] string? key, CurrentActor by, SupervisionDesk desk, CancellationToken stop) =>
        (new ActHeaders(key, null).Problem ?? (await desk.OrderAsync(by.AtDesk, card, key!, body.Party is null ? null : new PartyId(body.Party), body.Content, body.DueOn ?? default, stop)).Problem()) is { } problem
            ? problem : TypedResults.NoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> ReplyAsync(string order, WordsRequest body, CurrentActor by, SupervisionDesk desk, CancellationToken stop) =>
        (await desk.ReplyAsync(by.AtDesk, order, body.Text, stop)).Problem() is { } problem ? problem : TypedResults.NoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> CloseAsync(string order, CurrentActor by, SupervisionDesk desk, CancellationToken stop) =>
        (await desk.CloseOrderAsync(by.AtDesk, order, stop)).Problem() is { } problem ? problem : TypedResults.NoContent();
}

/// <summary>An order to be issued about a card.</summary>
/// <param name="Party">The seat; the card's when left out.</param>
/// <param name="Content">What is to be done, at most 1,000 UTF-16 units.</param>
/// <param name="DueOn">The last day for the reply.</param>
internal sealed record OrderRequest(string? Party, string? Content, DateOnly? DueOn);
