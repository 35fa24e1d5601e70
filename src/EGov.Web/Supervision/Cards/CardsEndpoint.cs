using EGov.Runtime.Supervision;
using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Supervision.Cards;

/// <summary>红黄牌: the cards of the district, the latest first.</summary>
internal static class CardsEndpoint
{
    private const int PerPage = 50;

    public static void Map(IEndpointRouteBuilder room) => room.MapGet("cards", ShowAsync);

    private static async Task<RazorComponentResult<CardsPage>> ShowAsync(
        PageFrame frame, SupervisionBoard board, OfficeNames offices, [AsParameters] CardsQuery query, int? skip, CancellationToken stop)
    {
        var (from, names) = (Math.Clamp(skip ?? 0, 0, SupervisionBoard.MostSkipped), await offices.ReadAsync(stop));
        var found = await board.CardsAsync(query.ToFilter(names, from, PerPage), stop);
        var rules = board.Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        return new(new
        {
            Frame = frame, Query = query, found.Total, Cards = found.Cards.Select(card => ShownCard.Of(card, names, rules.GetValueOrDefault(card.Rule))).ToList(),
            Rules = rules.Values.Select(rule => (rule.Id, rule.Title.Here())).ToList(), Bodies = names.Bodies(),
            Street = string.IsNullOrWhiteSpace(query.Street) ? null : names.Place(query.Street == CardsQuery.None ? "" : query.Street), Item = string.IsNullOrWhiteSpace(query.Item) ? null : names.Item(query.Item),
            Next = from + PerPage < found.Total ? from + PerPage : default(int?), Previous = from > 0 ? Math.Max(0, from - PerPage) : default(int?),
        });
    }
}
