using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Clocks;
using EGov.Engine.Supervision;
using EGov.Runtime.Audit;
using EGov.Runtime.Catalog;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Supervision;

/// <summary>What is to be tested.</summary>
/// <param name="From">Cards from this moment on.</param>
/// <param name="Until">Cards before this moment; every case is looked at then, if not in the future.</param>
/// <param name="Changed">Rules to try: each takes the place of the rule of its id, for all time, or is new. Empty tries none.</param>
public sealed record BackTestPlan(DateTimeOffset From, DateTimeOffset Until, ImmutableArray<SupervisionRule> Changed);

/// <summary>A card in one line, as it is compared.</summary>
/// <param name="Case">The case.</param>
/// <param name="Rule">The rule.</param>
/// <param name="Text">Everything of the card.</param>
public sealed record CardLine(CaseId Case, string Rule, string Text);

/// <summary>What a back-test found.</summary>
/// <param name="Cases">Cases whose journals were read.</param>
/// <param name="Orders">Entries of those journals.</param>
/// <param name="Live">Cards raised live in that time, by rule.</param>
/// <param name="Recomputed">Cards that rules and journals give, by rule.</param>
/// <param name="Differences">Cards that only one side has, at most 1,000 of them.</param>
/// <param name="DifferenceCount">All of them.</param>
public sealed record BackTestReport(
    int Cases, int Orders, ImmutableSortedDictionary<string, int> Live, ImmutableSortedDictionary<string, int> Recomputed, ImmutableArray<CardLine> Differences, int DifferenceCount)
{
    /// <summary>What the changed rules would have raised besides, at most 1,000, and how many in all.</summary>
    public (ImmutableArray<CardLine> Cards, int Count) Added { get; init; } = ([], 0);

    /// <summary>What the changed rules would not have raised, at most 1,000, and how many in all.</summary>
    public (ImmutableArray<CardLine> Cards, int Count) Gone { get; init; } = ([], 0);
}

/// <summary>Runs the rules over history (回测): the same fold over the same journals must give the cards that were raised live, and shows what a changed rule would have raised.</summary>
/// <remarks>Journals are read page by page on every processor; the memory needed does not grow with the office.</remarks>
public sealed class BackTest
{
    private const int PageOfCases = 250;
    private const int MostShown = 1_000;

    private readonly Database _database;
    private readonly CalendarEditions _editions;
    private readonly RuleShelf _rules;
    private readonly SupervisionSweep _sweep;
    private readonly TimeProvider _time;

    internal BackTest(Database database, CalendarEditions editions, RuleShelf rules, SupervisionSweep sweep, TimeProvider time) =>
        (_database, _editions, _rules, _sweep, _time) = (database, editions, rules, sweep, time);

    /// <summary>Tests. Cases that are due for a look are looked at first, so that what is compared was raised by the sweep, not by luck.</summary>
    public async Task<BackTestReport> RunAsync(BackTestPlan plan, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(plan);
        var now = _time.GetUtcNow();
        await _sweep.RunOnceAsync(stop);
        await _editions.RefreshAsync(stop);
        var until = plan.Until < now ? plan.Until : now;
        var history = new History(_rules.Book, Changed(plan.Changed), [.. plan.Changed.Select(rule => rule.Id)], plan.From, until);
        var tally = new Tally();
        await Parallel.ForEachAsync(PagesAsync(stop), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = stop }, async (page, ct) => await TestAsync(page, history, tally, ct));
        return tally.Report();
    }

    private RuleBook? Changed(ImmutableArray<SupervisionRule> changed) => changed.IsEmpty
        ? null
        : RuleBook.Of([.. _rules.Book.InForce(_time.GetUtcNow()).Where(rule => changed.All(other => other.Id != rule.Id)), .. changed]);

    private async IAsyncEnumerable<(string First, string Last)> PagesAsync([System.Runtime.CompilerServices.EnumeratorCancellation] CancellationToken stop)
    {
        var (first, last, count) = ("", "", 0);
        await foreach (var caseId in JournalCases.AllAsync(_database, stop))
        {
            if (count++ == 0) first = caseId.Value;
            last = caseId.Value;
            if (count < PageOfCases) continue;
            yield return (first, last);
            count = 0;
        }

        if (count > 0) yield return (first, last);
    }

    private async Task TestAsync((string First, string Last) page, History history, Tally tally, CancellationToken stop)
    {
        var (cases, differ) = await ReadAsync(page, history, stop);
        if (differ) (cases, _) = await ReadAsync(page, history, stop); // an order may have come between journal and cards
        foreach (var one in cases) tally.Add(one);
    }

    private async Task<(List<TestedCase> Cases, bool Differ)> ReadAsync((string First, string Last) page, History history, CancellationToken stop)
    {
        await using var context = _database.NewContext();
#pragma warning disable CA1309 // Becomes SQL, where the column's own collation orders.
        var rows = await context.Journal.AsNoTracking().Where(j => string.Compare(j.CaseId, page.First) >= 0 && string.Compare(j.CaseId, page.Last) <= 0)
            .OrderBy(j => j.CaseId).ThenBy(j => j.FirstVersion).Select(j => new { j.CaseId, j.Text }).ToListAsync(stop);
        var (from, until) = (history.From, history.Until);
        var cards = await context.Cards.AsNoTracking().Where(c => string.Compare(c.CaseId, page.First) >= 0 && string.Compare(c.CaseId, page.Last) <= 0 && c.At >= from && c.At <= until).ToListAsync(stop);
#pragma warning restore CA1309
        var live = cards.ToLookup(card => card.CaseId, StringComparer.Ordinal);
        var tested = new List<TestedCase>();
        for (var place = 0; place < rows.Count;)
        {
            var (caseId, begin) = (rows[place].CaseId, place);
            while (place < rows.Count && rows[place].CaseId == caseId) place++;
            tested.Add(Test(new(caseId), rows.GetRange(begin, place - begin).Select(row => row.Text), live[caseId], history));
        }

        return (tested, tested.Exists(one => one.OnlyLive.Count + one.OnlyRecomputed.Count > 0));
    }

    private TestedCase Test(CaseId caseId, IEnumerable<byte[]> journal, IEnumerable<CardRow> live, History history)
    {
        var (orders, state, trial) = (0, WatchState.None, WatchState.None);
        var (cards, tried) = (new List<Card>(), new List<Card>());
        WorkingCalendar? calendar = null;
        CaseOpened? opened = null;
        foreach (var packed in journal)
        {
            var (at, events) = WatchReader.Read(packed);
            orders++;
            foreach (var happened in events)
                if (happened is CaseOpened first) (opened, calendar) = (first, Edition(first.CalendarVersion));
                else if (happened is CalendarAmended amended) calendar = Edition(amended.To);
            if (calendar is null) break;
            var watched = Watch.Take(history.Book, state, at, events, calendar);
            state = watched.State;
            cards.AddRange(watched.Cards);
            if (history.Trial is null) continue;
            var other = Watch.Take(history.Trial, trial, at, events, calendar);
            trial = other.State;
            tried.AddRange(other.Cards);
        }

        if (opened is null || calendar is null) return new(caseId, orders, [], [], [], []);
        cards.AddRange(Watch.Look(history.Book, state, history.Until).Cards);
        if (history.Trial is not null) tried.AddRange(Watch.Look(history.Trial, trial, history.Until).Cards);
        var named = CaseState.None with { Case = caseId, DefinitionId = opened.DefinitionId, DefinitionVersion = opened.DefinitionVersion };
        List<CardLine> Lines(List<Card> from) => [.. from.Where(card => card.At >= history.From && card.At <= history.Until).Select(card => Line(CardWriter.Row(named, calendar, card)))];
        var (stored, again) = (live.Select(Line).ToList(), Lines(cards));
        var (meant, instead) = (again.Where(line => history.TriedIds.Contains(line.Rule)).ToList(), Lines(tried).Where(line => history.TriedIds.Contains(line.Rule)).ToList());
        return new(caseId, orders, stored, again, Without(instead, meant), Without(meant, instead)) { OnlyLive = [.. stored.Except(again)], OnlyRecomputed = [.. again.Except(stored)] };
    }

    /// <summary>Of a changed rule, the same card is one about the same thing at the same moment, whatever the version.</summary>
    private static List<CardLine> Without(List<CardLine> these, List<CardLine> those) => [.. these.ExceptBy(those.Select(WithoutVersion), WithoutVersion)];

    private static string WithoutVersion(CardLine line) => line.Case + line.Text[..line.Text.LastIndexOf(" v", StringComparison.Ordinal)];

    private static CardLine Line(CardRow card) => new(new(card.CaseId), card.Rule, string.Create(
        System.Globalization.CultureInfo.InvariantCulture,
        $"{card.Rule} {card.Subject} {card.At.UtcDateTime:yyyy-MM-dd'T'HH:mm:ss.fff'Z'} {card.Severity} {card.Party ?? "-"} {card.Officer ?? "-"} {card.Activity ?? "-"} {card.Due?.ToString("O", System.Globalization.CultureInfo.InvariantCulture) ?? "-"} {card.DefinitionId}/{card.DefinitionVersion} {card.Number} v{card.RuleVersion}"));

    private WorkingCalendar Edition(string version) => _editions.All.First(edition => edition.Version == version).Calendar;

    private sealed record History(RuleBook Book, RuleBook? Trial, ImmutableHashSet<string> TriedIds, DateTimeOffset From, DateTimeOffset Until);

    private sealed record TestedCase(CaseId Case, int Orders, List<CardLine> Live, List<CardLine> Recomputed, List<CardLine> Added, List<CardLine> Gone)
    {
        public List<CardLine> OnlyLive { get; init; } = [];

        public List<CardLine> OnlyRecomputed { get; init; } = [];
    }

    /// <summary>Adds up what the processors found.</summary>
    private sealed class Tally
    {
        private readonly Lock _gate = new();
        private readonly Dictionary<string, int> _live = [], _recomputed = [];
        private readonly List<CardLine> _differences = [], _added = [], _gone = [];
        private int _cases, _orders, _different, _addedCount, _goneCount;

        public void Add(TestedCase one)
        {
            lock (_gate)
            {
                (_cases, _orders) = (_cases + 1, _orders + one.Orders);
                foreach (var line in one.Live) _live[line.Rule] = _live.GetValueOrDefault(line.Rule) + 1;
                foreach (var line in one.Recomputed) _recomputed[line.Rule] = _recomputed.GetValueOrDefault(line.Rule) + 1;
                Keep(_differences, one.OnlyLive.Select(line => line with { Text = "live only: " + line.Text }), ref _different);
                Keep(_differences, one.OnlyRecomputed.Select(line => line with { Text = "recomputed only: " + line.Text }), ref _different);
                Keep(_added, one.Added, ref _addedCount);
                Keep(_gone, one.Gone, ref _goneCount);
            }
        }

        public BackTestReport Report() => new(_cases, _orders, _live.ToImmutableSortedDictionary(StringComparer.Ordinal), _recomputed.ToImmutableSortedDictionary(StringComparer.Ordinal), Sorted(_differences), _different)
        {
            Added = (Sorted(_added), _addedCount),
            Gone = (Sorted(_gone), _goneCount),
        };

        private static void Keep(List<CardLine> into, IEnumerable<CardLine> lines, ref int count)
        {
            foreach (var line in lines)
            {
                count++;
                if (into.Count < MostShown) into.Add(line);
            }
        }

        private static ImmutableArray<CardLine> Sorted(List<CardLine> lines) => [.. lines.OrderBy(line => line.Case.Value, StringComparer.Ordinal).ThenBy(line => line.Text, StringComparer.Ordinal)];
    }
}
