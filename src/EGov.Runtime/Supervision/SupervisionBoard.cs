using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Supervision;
using EGov.Runtime.Catalog;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Supervision;

/// <summary>What supervision looks at: lists, one card with everything about it, counts. Only read.</summary>
public sealed class SupervisionBoard
{
    /// <summary>How many cards a page can leave out; whoever asks for more is given the page after so many.</summary>
    public const int MostSkipped = 1_000_000;

    private const int MostShown = 200;

    private readonly Database _database;
    private readonly WorkflowCatalog _catalog;
    private readonly RuleShelf _rules;
    private readonly TimeProvider _time;

    internal SupervisionBoard(Database database, WorkflowCatalog catalog, RuleShelf rules, TimeProvider time) => (_database, _catalog, _rules, _time) = (database, catalog, rules, time);

    /// <summary>The rules in force now (监察规则), by id.</summary>
    public ImmutableArray<SupervisionRule> Rules => [.. _rules.Book.InForce(_time.GetUtcNow())];

    /// <summary>A page of cards, the latest first.</summary>
    public async Task<CardPage> CardsAsync(CardFilter filter, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var context = _database.NewContext();
        var rows = Matching(context, filter);
        var page = await WithState(context, rows.OrderByDescending(c => c.At).ThenBy(c => c.Number).Skip(Math.Clamp(filter.Skip, 0, MostSkipped)).Take(Math.Clamp(filter.Take, 1, MostShown))).ToListAsync(stop);
        return new([.. page.Select(Entry)], await rows.CountAsync(stop));
    }

    /// <summary>A card with its rule, its acts and its orders; null when there is none of this number.</summary>
    public async Task<CardFile?> CardAsync(string number, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        if (await WithState(context, context.Cards.AsNoTracking().Where(c => c.Number == number)).FirstOrDefaultAsync(stop) is not { } found) return null;
        var acts = await context.CardActs.AsNoTracking().Where(a => a.Card == number).OrderBy(a => a.At).ThenBy(a => a.Id).ToListAsync(stop);
        var orders = await context.SupervisionOrders.AsNoTracking().Where(o => o.Card == number).OrderBy(o => o.IssuedAt).ToListAsync(stop);
        return new(
            Entry(found), _rules.Book.Find(found.Card.Rule, found.Card.RuleVersion), [.. acts.Select(a => new CardActEntry(Enum.Parse<CardAct>(a.Act), new(a.By), a.At, a.Text))], [.. orders.Select(Order)]);
    }

    /// <summary>Orders, those that wait for a reply first and by their day; of some seats, or of all.</summary>
    public async Task<ImmutableArray<SupervisionOrder>> OrdersAsync(ImmutableArray<string>? parties = null, bool openOnly = true, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        var rows = context.SupervisionOrders.AsNoTracking();
        if (parties is { } those) rows = rows.Where(o => those.AsEnumerable().Contains(o.Party));
        if (openOnly) rows = rows.Where(o => o.ClosedAt == null);
        return [.. (await rows.OrderBy(o => o.RepliedAt != null).ThenBy(o => o.DueOn).ThenBy(o => o.Id).Take(MostShown).ToListAsync(stop)).Select(Order)];
    }

    /// <summary>One order; null when there is none.</summary>
    public async Task<SupervisionOrder?> OrderAsync(string id, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        return await context.SupervisionOrders.AsNoTracking().FirstOrDefaultAsync(o => o.Id == id, stop) is { } row ? Order(row) : null;
    }

    /// <summary>Letters of advice, the latest first.</summary>
    public async Task<ImmutableArray<AdviceLetter>> LettersAsync(CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        return [.. (await context.AdviceLetters.AsNoTracking().OrderByDescending(l => l.IssuedAt).Take(MostShown).ToListAsync(stop)).Select(Letter)];
    }

    /// <summary>One letter of advice; null when there is none.</summary>
    public async Task<AdviceLetter?> LetterAsync(string id, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        return await context.AdviceLetters.AsNoTracking().FirstOrDefaultAsync(l => l.Id == id, stop) is { } row ? Letter(row) : null;
    }

    /// <summary>The counts of the board, as they are now.</summary>
    public async Task<BoardCounts> CountsAsync(CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        var (calendar, now) = (_catalog.Calendar, _time.GetUtcNow());
        var today = calendar.DayOf(now);
        var (morning, yearAgo) = (calendar.StartOf(today), calendar.StartOf(new DateOnly(today.Year, today.Month, 1).AddMonths(-11)));
        var open = context.Cases.AsNoTracking().Where(c => c.Status == "Open");
        var unsettled = context.Cards.AsNoTracking().Where(c => !context.CardActs.Any(a => a.Id == "settle:" + c.Number));
        var (yellow, red, order) = (nameof(Severity.Yellow), nameof(Severity.Red), nameof(Severity.Order));
        var graves = await unsettled.GroupBy(c => c.Severity).Select(g => new { g.Key, All = g.Count(), Today = g.Count(c => c.At >= morning) }).ToListAsync(stop);
        (int All, int Today) Of(string severity) => graves.FirstOrDefault(g => g.Key == severity) is { } found ? (found.All, found.Today) : (0, 0);
        async Task<ImmutableArray<BoardLine>> ByAsync(IQueryable<KeyedCard> keyed) =>
            [.. (await keyed.GroupBy(c => c.Key).Select(g => new BoardLine(g.Key, g.Count(c => c.Severity == yellow), g.Count(c => c.Severity == red), g.Count(c => c.Severity == order))).ToListAsync(stop))
                .OrderByDescending(line => line.Red + line.Orders).ThenByDescending(line => line.Yellow).ThenBy(line => line.Key, StringComparer.Ordinal).Take(MostShown)];
        var moments = await context.Cards.AsNoTracking().Where(c => c.At >= yearAgo).GroupBy(c => new { Day = (c.At), c.Severity }).Select(g => new { g.Key.Day, g.Key.Severity, Count = g.Count() }).ToListAsync(stop);
        return new(
            await open.CountAsync(stop), await open.CountAsync(c => c.Due == today, stop), await context.Cases.CountAsync(c => c.OpenedAt >= morning, stop),
            await context.WorkItems.Where(w => w.ClosedAt == null && w.PausedWith != null).Select(w => w.CaseId).Distinct().CountAsync(stop), Of(yellow), Of(red), Of(order))
        {
            ByParty = await ByAsync(unsettled.Select(c => new KeyedCard { Key = c.Party ?? "", Severity = c.Severity })),
            ByItem = await ByAsync(unsettled.Select(c => new KeyedCard { Key = c.DefinitionId, Severity = c.Severity })),
            ByPlace = await ByAsync(unsettled.Join(context.Cases, c => c.CaseId, one => one.CaseId, (c, one) => new KeyedCard { Key = one.Place ?? "", Severity = c.Severity })),
            ByRule = await ByAsync(unsettled.Select(c => new KeyedCard { Key = c.Rule, Severity = c.Severity })),
            ByMonth =
            [
                .. moments.GroupBy(m => calendar.DayOf(m.Day) is var day ? new DateOnly(day.Year, day.Month, 1) : default).OrderBy(g => g.Key)
                    .Select(g => new MonthLine(g.Key, g.Where(m => m.Severity == yellow).Sum(m => m.Count), g.Where(m => m.Severity == red).Sum(m => m.Count), g.Where(m => m.Severity == order).Sum(m => m.Count))),
            ],
            Zeroes = (await OpenByAsync<Untaken>(unsettled, stop), await OpenByAsync<Unhandled>(unsettled, stop), await OpenByAsync<ClosedWithoutResult>(unsettled, stop)),
        };
    }

    /// <summary>The three zeroes (“发而不收、收而不办、办而不公开”) count unsettled cards of the rules that look for them, whatever their numbers are.</summary>
    private async Task<int> OpenByAsync<TTrigger>(IQueryable<CardRow> unsettled, CancellationToken stop)
    {
        var rules = _rules.Book.Terms.Where(term => term.Rule.Trigger is TTrigger).Select(term => term.Rule.Id).Distinct().ToArray();
        return await unsettled.CountAsync(c => rules.Contains(c.Rule), stop);
    }

    private static IQueryable<CardRow> Matching(EGovDbContext context, CardFilter filter)
    {
        var rows = context.Cards.AsNoTracking();
        if (filter.Severity is { } severity && severity.ToString() is var grave) rows = rows.Where(c => c.Severity == grave);
        if (filter.Parties is { } parties && parties.ToArray() is var seats) rows = rows.Where(c => c.Party != null && seats.Contains(c.Party));
        if (filter.DefinitionId is { } definition) rows = rows.Where(c => c.DefinitionId == definition);
        if (filter.Rule is { } rule) rows = rows.Where(c => c.Rule == rule);
        if (filter.Case is { } one && one.Value is var caseId) rows = rows.Where(c => c.CaseId == caseId);
        if (filter.From is { } from) rows = rows.Where(c => c.At >= from);
        if (filter.Before is { } before) rows = rows.Where(c => c.At < before);
        if (filter.Place is { } place) rows = rows.Where(c => context.Cases.Any(one => one.CaseId == c.CaseId && one.Place == place));
        if (filter.Places is { } places && places.ToArray() is var those) rows = rows.Where(c => context.Cases.Any(one => one.CaseId == c.CaseId && those.Contains(one.Place ?? "")));
        if (filter.IsSettled is { } settled) rows = rows.Where(c => context.CardActs.Any(a => a.Id == "settle:" + c.Number) == settled);
        return filter.State switch
        {
            CardState.Open => rows.Where(c => !context.CardActs.Any(a => a.Card == c.Number)),
            CardState.Answered => rows.Where(c => context.CardActs.Any(a => a.Card == c.Number) && !context.CardActs.Any(a => a.Id == "settle:" + c.Number)),
            CardState.Upheld => rows.Where(c => context.CardActs.Any(a => a.Id == "settle:" + c.Number && a.Act == "Uphold")),
            CardState.Lifted => rows.Where(c => context.CardActs.Any(a => a.Id == "settle:" + c.Number && a.Act == "Lift")),
            _ => rows,
        };
    }

    private static IQueryable<StatedCard> WithState(EGovDbContext context, IQueryable<CardRow> rows) => rows.Select(c => new StatedCard
    {
        Card = c,
        Settled = context.CardActs.Where(a => a.Id == "settle:" + c.Number).Select(a => a.Act).FirstOrDefault(),
        IsAnswered = context.CardActs.Any(a => a.Card == c.Number),
        Place = context.Cases.Where(one => one.CaseId == c.CaseId).Select(one => one.Place).FirstOrDefault(),
    });

    private static CardEntry Entry(StatedCard found) => new(
        found.Card.Number, new(found.Card.CaseId), found.Card.Rule, found.Card.RuleVersion, Enum.Parse<Severity>(found.Card.Severity), found.Card.Subject, found.Card.At,
        found.Card.Party is { } party ? new PartyId(party) : null, found.Card.Officer is { } officer ? new UserId(officer) : null, found.Card.Activity is { } activity ? new ActivityId(activity) : null, found.Card.Due,
        found.Card.DefinitionId, found.Card.DefinitionVersion, found.Place,
        found.Settled switch { "Lift" => CardState.Lifted, "Uphold" => CardState.Upheld, _ => found.IsAnswered ? CardState.Answered : CardState.Open });

    private static SupervisionOrder Order(SupervisionOrderRow row) => new(
        row.Id, new(row.CaseId), row.Card, new(row.Party), row.Content, new(row.IssuedBy), row.IssuedAt, row.DueOn, row.Reply, row.RepliedBy is { } by ? new UserId(by) : null, row.RepliedAt,
        row.ClosedBy is { } closer ? new UserId(closer) : null, row.ClosedAt);

    private static AdviceLetter Letter(AdviceLetterRow row) => new(row.Id, new(row.Party), row.From, row.To, row.Yellow, row.Red, row.Orders, row.Text, new(row.IssuedBy), row.IssuedAt, row.ReplyDueOn);

    private sealed class StatedCard
    {
        public required CardRow Card { get; init; }

        public string? Settled { get; init; }

        public bool IsAnswered { get; init; }

        public string? Place { get; init; }
    }

    private sealed class KeyedCard
    {
        public required string Key { get; init; }

        public required string Severity { get; init; }
    }
}
