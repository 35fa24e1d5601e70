using EGov.Web.Layout;
using EGov.Web.Security;
using EGov.Web.Supervision.Cards;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Desk.Cards;

/// <summary>本部门红黄牌: cards and orders about an officer's own bodies; each is answered here. Leaders look at those of their units, and answer for none that is not their own.</summary>
internal static class OwnCardsEndpoint
{
    public static void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("cards", ShowAsync);
        desk.MapGet("cards/{card}", ShowOneAsync);
        desk.MapPost("cards/{card}/answer", AnswerAsync);
    }

    private static async Task<RazorComponentResult<OwnCardsPage>> ShowAsync(CurrentActor officer, OwnCards own, PageFrame frame, int? skip, CancellationToken stop) =>
        new(new { Frame = frame, View = await own.ListAsync(officer, skip ?? 0, stop) });

    private static async Task<Results<Onward, RazorComponentResult<OwnCardPage>, NotFound>> ShowOneAsync(
        string card, CurrentActor officer, CardTeller teller, PageFrame frame, HttpResponse response, CancellationToken stop) =>
        await PageAsync(card, officer, teller, (frame, response), new(null, null, new()), stop);

    private static async Task<Results<Onward, RazorComponentResult<OwnCardPage>, NotFound>> AnswerAsync(
        string card, CurrentActor officer, CardVisit visit, CardTeller teller, PageFrame frame, HttpResponse response, [FromForm] CardForm? form, CancellationToken stop) =>
        await visit.AnswerAsync(officer, card, form ?? new(), stop) is { } wrong
            ? await PageAsync(card, officer, teller, (frame, response), new(wrong, "answer", form ?? new()), stop)
            : Onward.To($"/desk/cards/{Uri.EscapeDataString(card)}", "sup-answer");

    private static async Task<Results<Onward, RazorComponentResult<OwnCardPage>, NotFound>> PageAsync(
        string card, CurrentActor officer, CardTeller teller, (PageFrame Frame, HttpResponse Response) answer, CardPageState state, CancellationToken stop) =>
        await teller.FindAsync(card, stop) is { } found && officer.SeesCardsOf(found.Card.Party)
            ? OwnCardPage.Of(answer.Response, answer.Frame, await teller.TellAsync(found, stop), state, found.Card.Party is { } party && officer.Actor.Is(party))
            : TypedResults.NotFound();
}
