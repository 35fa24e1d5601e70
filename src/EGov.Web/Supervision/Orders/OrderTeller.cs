using System.Collections.Immutable;
using EGov.Engine;
using EGov.Runtime.Supervision;
using EGov.Web.Security;
using EGov.Web.Supervision.Cards;

namespace EGov.Web.Supervision.Orders;

/// <summary>Gives orders (督办单) names for their codes.</summary>
internal sealed class OrderTeller(SupervisionBoard board, OfficeNames offices, OfficerNames officers)
{
    /// <summary>Of these seats, or of all.</summary>
    public async Task<ImmutableArray<ShownOrder>> ListAsync(ImmutableArray<string>? seats, bool openOnly, CancellationToken stop) => await ShowAsync(await board.OrdersAsync(seats, openOnly, stop), stop);

    /// <summary>One order; null when there is none.</summary>
    public async Task<ShownOrder?> FindAsync(string id, CancellationToken stop) => await board.OrderAsync(id, stop) is { } order ? (await ShowAsync([order], stop))[0] : null;

    private async Task<ImmutableArray<ShownOrder>> ShowAsync(ImmutableArray<SupervisionOrder> orders, CancellationToken stop)
    {
        var names = await offices.ReadAsync(stop);
        var people = officers.Of(orders.SelectMany(order => new UserId?[] { order.IssuedBy, order.RepliedBy }).OfType<UserId>().Distinct());
        return [.. orders.Select(order => CardTeller.Shown(order, names, people))];
    }
}
