using EGov.Web.Layout;
using EGov.Web.Security;
using EGov.Web.Supervision.Cards;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Supervision.Orders;

/// <summary>督办单 for supervision: the list, one order, and closing it.</summary>
internal static class OrdersEndpoint
{
    public static void Map(IEndpointRouteBuilder room)
    {
        room.MapGet("orders", ListAsync);
        room.MapGet("orders/{order}", ShowAsync);
        room.MapPost("orders/{order}/close", CloseAsync);
    }

    private static async Task<RazorComponentResult<OrdersPage>> ListAsync(OrderTeller teller, PageFrame frame, string? state, CancellationToken stop) =>
        new(new { Frame = frame, IsAll = state == "all", Orders = await teller.ListAsync(null, state != "all", stop) });

    private static async Task<Results<Onward, RazorComponentResult<OrderPage>, NotFound>> ShowAsync(string order, OrderTeller teller, PageFrame frame, HttpResponse response, CancellationToken stop) =>
        await teller.FindAsync(order, stop) is { } found ? OrderPage.Of(response, frame, found, new(null, null, new()), OrderSide.Supervision) : TypedResults.NotFound();

    private static async Task<Results<Onward, RazorComponentResult<OrderPage>, NotFound>> CloseAsync(
        string order, CurrentActor by, CardVisit visit, OrderTeller teller, PageFrame frame, HttpResponse response, [FromForm] CardForm? form, CancellationToken stop) =>
        await visit.CloseAsync(by, order, stop) is not { } wrong ? Onward.To($"/supervision/orders/{Uri.EscapeDataString(order)}", "sup-close")
        : await teller.FindAsync(order, stop) is { } found ? OrderPage.Of(response, frame, found, new(wrong, "close", form ?? new()), OrderSide.Supervision) : TypedResults.NotFound();
}
