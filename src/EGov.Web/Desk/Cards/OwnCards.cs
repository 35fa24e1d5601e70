using System.Collections.Immutable;
using EGov.Runtime.Supervision;
using EGov.Web.Security;
using EGov.Web.Supervision;
using EGov.Web.Supervision.Cards;
using EGov.Web.Supervision.Orders;

namespace EGov.Web.Desk.Cards;

/// <summary>Cards and orders about the bodies of an officer.</summary>
/// <param name="Cards">The latest first.</param>
/// <param name="Total">How many cards there are.</param>
/// <param name="Orders">Orders that are not closed, those that wait for a reply first.</param>
/// <param name="Next">Where the next page begins, or null.</param>
/// <param name="Previous">Where the one before begins, or null.</param>
public sealed record OwnCardsView(ImmutableArray<ShownCard> Cards, int Total, ImmutableArray<ShownOrder> Orders, int? Next, int? Previous);

/// <summary>Finds cards and orders for an officer's own desk. The leader of the district, who has no post, sees all of them.</summary>
internal sealed class OwnCards(SupervisionBoard board, OfficeNames offices, OrderTeller orders)
{
    private const int PerPage = 50;

    /// <summary>How many cards about an officer's bodies supervision has not settled.</summary>
    public async Task<int> UnsettledAsync(CurrentActor officer, CancellationToken stop) =>
        (await board.CardsAsync(new() { Parties = officer.SeatsSeen, IsSettled = false, Take = 1 }, stop)).Total;

    public async Task<OwnCardsView> ListAsync(CurrentActor officer, int skip, CancellationToken stop)
    {
        var (from, names, seats) = (Math.Clamp(skip, 0, SupervisionBoard.MostSkipped), await offices.ReadAsync(stop), officer.SeatsSeen);
        var found = await board.CardsAsync(new() { Parties = seats, Skip = from, Take = PerPage }, stop);
        var rules = board.Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        return new(
            [.. found.Cards.Select(card => ShownCard.Of(card, names, rules.GetValueOrDefault(card.Rule)))], found.Total, await orders.ListAsync(seats, openOnly: true, stop),
            from + PerPage < found.Total ? from + PerPage : null, from > 0 ? Math.Max(0, from - PerPage) : null);
    }
}
