using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Supervision.Cards;

/// <summary>A card for supervision: its fields, its rule, its limit; upheld or lifted with a reason, and ordered about.</summary>
internal static class CardEndpoint
{
    public static void Map(IEndpointRouteBuilder room)
    {
        room.MapGet("cards/{card}", ShowAsync);
        room.MapPost("cards/{card}/settle", SettleAsync);
        room.MapPost("cards/{card}/order", OrderAsync);
    }

    private static Task<Results<Onward, RazorComponentResult<CardPage>, NotFound>> ShowAsync(string card, CardTeller teller, PageFrame frame, HttpResponse response, CancellationToken stop) =>
        PageAsync(card, teller, (frame, response), new CardPageState(null, null, new()), stop);

    private static async Task<Results<Onward, RazorComponentResult<CardPage>, NotFound>> SettleAsync(
        string card, CurrentActor by, CardVisit visit, CardTeller teller, PageFrame frame, HttpResponse response, [FromForm] CardForm? form, CancellationToken stop) =>
        await visit.SettleAsync(by, card, form ?? new(), stop) is { } wrong
            ? await PageAsync(card, teller, (frame, response), new(wrong, "settle", form ?? new()), stop)
            : Onward.To($"/supervision/cards/{Uri.EscapeDataString(card)}", "sup-" + form!.How);

    private static async Task<Results<Onward, RazorComponentResult<CardPage>, NotFound>> OrderAsync(
        string card, CurrentActor by, CardVisit visit, CardTeller teller, PageFrame frame, HttpResponse response, [FromForm] CardForm? form, CancellationToken stop) =>
        await visit.OrderAsync(by, card, form ?? new(), stop) is { } wrong
            ? await PageAsync(card, teller, (frame, response), new(wrong, "order", form ?? new()), stop)
            : Onward.To($"/supervision/cards/{Uri.EscapeDataString(card)}", "sup-order");

    private static async Task<Results<Onward, RazorComponentResult<CardPage>, NotFound>> PageAsync(string card, CardTeller teller, (PageFrame Frame, HttpResponse Response) answer, CardPageState state, CancellationToken stop) =>
        await teller.FindAsync(card, stop) is { } found ? CardPage.Of(answer.Response, answer.Frame, await teller.TellAsync(found, stop), state) : TypedResults.NotFound();
}

/// <summary>What has just happened to the page of a card.</summary>
/// <param name="Wrong">The key of why something was refused, or null.</param>
/// <param name="Which">In which form.</param>
/// <param name="Form">What had been typed there.</param>
internal sealed record CardPageState(string? Wrong, string? Which, CardForm Form);
