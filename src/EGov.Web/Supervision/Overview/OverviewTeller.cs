using System.Collections.Immutable;
using EGov.Engine.Supervision;
using EGov.Runtime.Catalog;
using EGov.Runtime.Supervision;
using EGov.Web.Supervision.Cards;

namespace EGov.Web.Supervision.Overview;

/// <summary>Lays the board of supervision out.</summary>
internal sealed class OverviewTeller(SupervisionBoard board, OpenWork work, OfficeNames offices, WorkflowCatalog catalog, TimeProvider time)
{
    private const int MostLatest = 8;
    private const int MostRows = 30;
    private const int Months = 12;

    public async Task<OverviewView> TellAsync(CancellationToken stop)
    {
        var (counts, open, names, now) = (await board.CountsAsync(stop), await work.CountAsync(stop), await offices.ReadAsync(stop), time.GetUtcNow());
        var latest = await board.CardsAsync(new() { Take = MostLatest }, stop);
        var rules = board.Rules.ToDictionary(rule => rule.Id, StringComparer.Ordinal);
        return new(
            counts,
            [
                new("body", Rows("body", counts.ByParty, open.ByParty, names.Seat)),
                new("item", Rows("item", counts.ByItem, open.ByItem, names.Item)),
                new("street", Rows("street", InStreets(counts.ByPlace, names), InStreets(open.ByPlace, names), names.Place)),
            ],
            [Zero<Untaken>("untaken", counts.Zeroes.Untaken, rules), Zero<Unhandled>("unhandled", counts.Zeroes.Unhandled, rules), Zero<ClosedWithoutResult>("unpublished", counts.Zeroes.Unpublished, rules)],
            EveryMonth(counts.ByMonth, catalog.Calendar.DayOf(now)),
            [.. latest.Cards.Select(card => ShownCard.Of(card, names, rules.GetValueOrDefault(card.Rule)))],
            counts.Yellow.All + counts.Red.All + counts.Orders.All)
        { At = now };
    }

    private static ImmutableArray<BoardRow> Rows(string key, ImmutableArray<BoardLine> cards, ImmutableArray<OpenLine> open, Func<string, string> name)
    {
        var (raised, waiting) = (cards.ToDictionary(line => line.Key, StringComparer.Ordinal), open.ToDictionary(line => line.Key, StringComparer.Ordinal));
        var rows = from id in raised.Keys.Union(waiting.Keys)
                   let card = raised.GetValueOrDefault(id) ?? new(id, 0, 0, 0)
                   let work = waiting.GetValueOrDefault(id) ?? new(id, 0, 0)
                   select new BoardRow($"{key}-{id}", name(id), $"/supervision/cards?state=unsettled&{key}={Uri.EscapeDataString(id.Length == 0 ? CardsQuery.None : id)}", work.Open, work.Paused, card.Yellow, card.Red, card.Orders);
        return [.. rows.OrderByDescending(row => row.Red + row.Orders).ThenByDescending(row => row.Yellow).ThenByDescending(row => row.Open).ThenBy(row => row.Id, StringComparer.Ordinal).Take(MostRows)];
    }

    /// <summary>Communities count with their street.</summary>
    private static ImmutableArray<BoardLine> InStreets(ImmutableArray<BoardLine> lines, NameBook names) =>
        [.. lines.GroupBy(line => names.StreetOf(line.Key)).Select(street => new BoardLine(street.Key, street.Sum(line => line.Yellow), street.Sum(line => line.Red), street.Sum(line => line.Orders)))];

    private static ImmutableArray<OpenLine> InStreets(ImmutableArray<OpenLine> lines, NameBook names) =>
        [.. lines.GroupBy(line => names.StreetOf(line.Key)).Select(street => new OpenLine(street.Key, street.Sum(line => line.Open), street.Sum(line => line.Paused)))];

    private static ZeroLine Zero<TTrigger>(string key, int count, Dictionary<string, SupervisionRule> rules) =>
        new(key, count, "/supervision/cards?state=unsettled&rule=" + Uri.EscapeDataString(rules.Values.FirstOrDefault(rule => rule.Trigger is TTrigger)?.Id ?? ""));

    private static ImmutableArray<MonthLine> EveryMonth(ImmutableArray<MonthLine> known, DateOnly today)
    {
        var first = new DateOnly(today.Year, today.Month, 1).AddMonths(1 - Months);
        return [.. Enumerable.Range(0, Months).Select(first.AddMonths).Select(month => known.FirstOrDefault(line => line.Month == month) ?? new(month, 0, 0, 0))];
    }
}
