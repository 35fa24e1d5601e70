using EGov.Engine;
using EGov.Engine.Supervision;
using EGov.Runtime.Supervision;
using EGov.Web.Http;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Supervision.OverHttp;

/// <summary>Cards: all of them for whoever reads every case, those of his own seats for an officer; answered by the unit, settled by supervision.</summary>
internal static class CardsApiEndpoint
{
    public static void Map(IEndpointRouteBuilder supervision)
    {
        supervision.MapGet("cards", ListAsync).WithName("ListCards");
        var card = supervision.MapGroup("cards/{card}");
        card.MapGet("", ShowAsync).WithName("ShowCard");
        card.MapPost("answer", AnswerAsync).WithName("AnswerCard");
        card.MapPost("uphold", (string card, WordsRequest body, CurrentActor by, SupervisionDesk desk, CancellationToken stop) => SettleAsync(card, false, body, by, desk, stop)).WithName("UpholdCard");
        card.MapPost("lift", (string card, WordsRequest body, CurrentActor by, SupervisionDesk desk, CancellationToken stop) => SettleAsync(card, true, body, by, desk, stop)).WithName("LiftCard");
    }

    private static async Task<Ok<CardPage>> ListAsync([AsParameters] CardQuery query, CurrentActor reader, SupervisionBoard board, CancellationToken stop) =>
        TypedResults.Ok(await board.CardsAsync(query.ToFilter().SeenBy(reader), stop));

    private static async Task<Results<Ok<CardView>, ProblemHttpResult>> ShowAsync(string card, CurrentActor reader, SupervisionBoard board, CancellationToken stop) =>
        await board.CardAsync(card, stop) is { } file && reader.SeesCardsOf(file.Card.Party)
            ? TypedResults.Ok(new CardView(file.Card, file.Rule is null ? null : RuleView.Of(file.Rule), file.Acts, file.Orders))
            : DeskAnswer.Unknown.Problem()!;

    private static async Task<Results<NoContent, ProblemHttpResult>> AnswerAsync(
        string card, WordsRequest body, [FromHeader(Name = "Idempotency-Key")] string? key, CurrentActor by, SupervisionDesk desk, CancellationToken stop) =>
        (new ActHeaders(key, null).Problem ?? (await desk.AnswerAsync(by.AtDesk, card, key!, body.Text, stop)).Problem()) is { } problem ? problem : TypedResults.NoContent();

    private static async Task<Results<NoContent, ProblemHttpResult>> SettleAsync(string card, bool lift, WordsRequest body, CurrentActor by, SupervisionDesk desk, CancellationToken stop) =>
        (await desk.SettleAsync(by.AtDesk, card, lift, body.Text, stop)).Problem() is { } problem ? problem : TypedResults.NoContent();
}

/// <summary>Which cards; what is left out asks for nothing. Moments with their offset; at most 200 at a time.</summary>
internal sealed record CardQuery(
    Severity? Severity, CardState? State, string? Party, string? Item, string? Place, string? Rule, string? Case, DateTimeOffset? From, DateTimeOffset? Before, int? Skip, int? Take)
{
    public CardFilter ToFilter() => new()
    {
        Severity = Severity,
        State = State,
        Parties = Party is null ? null : [Party],
        DefinitionId = Item,
        Place = Place,
        Rule = Rule,
        Case = Case is null ? null : new CaseId(Case),
        From = From,
        Before = Before,
        Skip = Skip ?? 0,
        Take = Take ?? 50,
    };
}

/// <summary>A card with everything about it.</summary>
internal sealed record CardView(CardEntry Card, RuleView? Rule, IReadOnlyList<CardActEntry> Acts, IReadOnlyList<SupervisionOrder> Orders);
