using EGov.Web.Layout;
using EGov.Web.Security;
using EGov.Web.Supervision.Cards;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Supervision.Orders;

/// <summary>督办单 for the body it goes to: read and replied to, once.</summary>
internal static class OwnOrderEndpoint
{
    public static void Map(IEndpointRouteBuilder desk)
    {
        desk.MapGet("orders/{order}", ShowAsync);
        desk.MapPost("orders/{order}/reply", ReplyAsync);
    }

    private static Task<Results<Onward, RazorComponentResult<OrderPage>, NotFound>> ShowAsync(string order, CurrentActor officer, OrderTeller teller, PageFrame frame, HttpResponse response, CancellationToken stop) =>
        PageAsync(order, officer, teller, (frame, response), new(null, null, new()), stop);

    private static async Task<Results<Onward, RazorComponentResult<OrderPage>, NotFound>> ReplyAsync(
        string order, CurrentActor officer, CardVisit visit, OrderTeller teller, PageFrame frame, HttpResponse response, [FromForm] CardForm? form, CancellationToken stop) =>
        await visit.ReplyAsync(officer, order, form ?? new(), stop) is { } wrong
            ? await PageAsync(order, officer, teller, (frame, response), new(wrong, "reply", form ?? new()), stop)
            : Onward.To($"/desk/orders/{Uri.EscapeDataString(order)}", "sup-reply");

    private static async Task<Results<Onward, RazorComponentResult<OrderPage>, NotFound>> PageAsync(
        string order, CurrentActor officer, OrderTeller teller, (PageFrame Frame, HttpResponse Response) answer, CardPageState state, CancellationToken stop) =>
        await teller.FindAsync(order, stop) is { } found && officer.SeesCardsOf(found.Order.Party)
            ? OrderPage.Of(answer.Response, answer.Frame, found, state, officer.Actor.Is(found.Order.Party) ? OrderSide.Body : OrderSide.Onlooker)
            : TypedResults.NotFound();
}
