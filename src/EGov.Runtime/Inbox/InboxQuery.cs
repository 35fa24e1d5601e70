using System.Linq.Expressions;
using EGov.Engine.Clocks;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Inbox;

/// <summary>One row of a page before its words: the work item, or null for a watched case, and what its case and application say.</summary>
internal sealed class InboxRow
{
    public WorkItemRow? Work { get; init; }
    public required string CaseId { get; init; }
    public DateTimeOffset At { get; init; }
    public required string DefinitionId { get; init; }
    public int DefinitionVersion { get; init; }
    public required string Status { get; init; }
    public DateOnly ReceivedOn { get; init; }
    public DateOnly? AcceptedOn { get; init; }
    public DateOnly? CaseDue { get; init; }
    public string? Applicant { get; init; }
    public string? IdKind { get; init; }
    public bool HasRed { get; init; }
    public bool HasYellow { get; init; }
    public DateTimeOffset? SeenAt { get; init; }
}

/// <summary>What a page of a tray means to the database: each tray is an index to walk along, and what a line tells besides is fetched for the lines of the page only.</summary>
internal static class InboxQuery
{
    private const string Red = nameof(RungAct.RedCard);
    private const string Yellow = nameof(RungAct.YellowCard);

    public static IQueryable<InboxRow> Lines(EGovDbContext context, InboxFilter filter, InboxPlace? from, bool backwards, int most) => filter.Tray switch
    {
        InboxTray.Watched => Watched(context, filter, from, backwards).Take(most),
        InboxTray.Done => Told(context, filter.Officer.Value, Done(context, filter, from, backwards).Take(most), done: true, backwards),
        _ => Told(context, filter.Officer.Value, Open(context, filter, from, backwards, most), done: false, backwards),
    };

    /// <summary>Each tray is walked by itself and cut before they are put together, so that none is read to its end.</summary>
    private static IQueryable<WorkItemRow> Open(EGovDbContext context, InboxFilter filter, InboxPlace? from, bool backwards, int most)
    {
        IEnumerable<Expression<Func<WorkItemRow, bool>>> trays = filter switch
        {
            { Tray: InboxTray.Mine } => [Lies(Tray.OfOfficer(filter.Officer.Value))],
            { Holder: { } holder } => filter.Parties.Select(party => HeldFor(party.Value, holder.Value)),
            _ => [.. filter.Parties.Select(party => Lies(Tray.OfParty(party.Value))), .. filter.WithOwn ? [Lies(Tray.OfOfficer(filter.Officer.Value))] : Array.Empty<Expression<Func<WorkItemRow, bool>>>(), .. LentTrays.Of(filter.Lent, filter.Parties).Select(lent => lent.Items.Length == 0 ? Lies(lent.Tray) : Lies(lent.Tray, lent.Items))],
        };
        var pages = trays.Select(tray => Sorted(Filtered(context, context.WorkItems.AsNoTracking().Where(tray).Where(w => w.ClosedAt == null), filter, from, backwards), backwards).Take(most)).ToList();
        if (pages.Count == 0) return context.WorkItems.Where(_ => false);
        return pages.Count == 1 ? pages[0] : Sorted(pages.Aggregate(Queryable.Concat), backwards).Take(most);
    }

    private static Expression<Func<WorkItemRow, bool>> Lies(string tray) => w => w.Tray == tray;

    private static Expression<Func<WorkItemRow, bool>> Lies(string tray, string[] items) => w => w.Tray == tray && items.Contains(w.DefinitionId);

    private static Expression<Func<WorkItemRow, bool>> HeldFor(string party, string holder) => w => w.Party == party && w.Holder == holder;

    private static IQueryable<WorkItemRow> Filtered(EGovDbContext context, IQueryable<WorkItemRow> work, InboxFilter filter, InboxPlace? from, bool backwards)
    {
        work = About(context, work, filter);
        if (filter.DueFrom is { } first) work = work.Where(w => w.NearestDue >= first);
        if (filter.DueUntil is { } last) work = work.Where(w => w.NearestDue <= last);
        if (from is not { } place) return work;
        var (due, at, number, item) = (place.Due, place.At, place.Case.Value, place.WorkItem);
        // The first condition is implied by the others; it is what an index can begin with.
#pragma warning disable CA1309 // Becomes SQL, where the column's own collation orders.
        return backwards
            ? work.Where(w => w.NearestDue <= due && (w.NearestDue < due || w.OpenedAt < at || (w.OpenedAt == at && (string.Compare(w.CaseId, number) < 0 || (w.CaseId == number && w.Number < item)))))
            : work.Where(w => w.NearestDue >= due && (w.NearestDue > due || w.OpenedAt > at || (w.OpenedAt == at && (string.Compare(w.CaseId, number) > 0 || (w.CaseId == number && w.Number > item)))));
#pragma warning restore CA1309
    }

    private static IQueryable<WorkItemRow> About(EGovDbContext context, IQueryable<WorkItemRow> work, InboxFilter filter)
    {
        if (filter.DefinitionId is { } definition) work = work.Where(w => w.DefinitionId == definition);
        if (filter.Activity?.Value is { } activity) work = work.Where(w => w.Activity == activity);
        return filter switch
        {
            { Word: null } => work,
            { IsNumber: true, Word: var word } => work.Where(w => w.CaseId.StartsWith(word)),
            { Word: var word } => work.Where(w => context.Applications.Any(a => a.CaseId == w.CaseId && a.Applicant.Contains(word))),
        };
    }

    private static IOrderedQueryable<WorkItemRow> Sorted(IQueryable<WorkItemRow> work, bool backwards) => backwards
        ? work.OrderByDescending(w => w.NearestDue).ThenByDescending(w => w.OpenedAt).ThenByDescending(w => w.CaseId).ThenByDescending(w => w.Number)
        : work.OrderBy(w => w.NearestDue).ThenBy(w => w.OpenedAt).ThenBy(w => w.CaseId).ThenBy(w => w.Number);

    /// <summary>The latest first; forwards is back in time.</summary>
    private static IQueryable<WorkItemRow> Done(EGovDbContext context, InboxFilter filter, InboxPlace? from, bool backwards)
    {
        var work = About(context, context.WorkItems.AsNoTracking().Where(w => w.CompletedBy == filter.Officer.Value && w.ClosedAt != null), filter);
        if (from is { } place)
        {
            DateTimeOffset? at = place.At;
            var (number, item) = (place.Case.Value, place.WorkItem);
#pragma warning disable CA1309 // Becomes SQL, where the column's own collation orders.
            work = backwards
                ? work.Where(w => w.ClosedAt >= at && (w.ClosedAt > at || string.Compare(w.CaseId, number) > 0 || (w.CaseId == number && w.Number > item)))
                : work.Where(w => w.ClosedAt <= at && (w.ClosedAt < at || string.Compare(w.CaseId, number) < 0 || (w.CaseId == number && w.Number < item)));
#pragma warning restore CA1309
        }

        return LatestFirst(work, backwards);
    }

    private static IOrderedQueryable<WorkItemRow> LatestFirst(IQueryable<WorkItemRow> work, bool backwards) => backwards
        ? work.OrderBy(w => w.ClosedAt).ThenBy(w => w.CaseId).ThenBy(w => w.Number)
        : work.OrderByDescending(w => w.ClosedAt).ThenByDescending(w => w.CaseId).ThenByDescending(w => w.Number);

    private static IQueryable<InboxRow> Told(EGovDbContext context, string officer, IQueryable<WorkItemRow> page, bool done, bool backwards) =>
        from work in done ? LatestFirst(page, backwards) : Sorted(page, backwards)
        join one in context.Cases.AsNoTracking() on work.CaseId equals one.CaseId
        join application in context.Applications.AsNoTracking() on work.CaseId equals application.CaseId into applications
        from application in applications.DefaultIfEmpty()
        select new InboxRow
        {
            Work = work, CaseId = work.CaseId, At = done ? work.ClosedAt!.Value : work.OpenedAt, DefinitionId = work.DefinitionId, DefinitionVersion = work.DefinitionVersion,
            Status = one.Status, ReceivedOn = one.ReceivedOn, AcceptedOn = one.AcceptedOn, CaseDue = one.Due, Applicant = application!.Applicant, IdKind = application.IdKind,
            HasRed = context.Rungs.Any(r => r.CaseId == work.CaseId && r.Act == Red), HasYellow = context.Rungs.Any(r => r.CaseId == work.CaseId && r.Act == Yellow),
            SeenAt = context.CaseOpenings.Where(o => o.Officer == officer && o.CaseId == work.CaseId).Select(o => (DateTimeOffset?)o.At).FirstOrDefault(),
        };

    /// <summary>An officer watches a bounded number of cases: they are sorted by number of days left on the spot.</summary>
    private static IQueryable<InboxRow> Watched(EGovDbContext context, InboxFilter filter, InboxPlace? from, bool backwards)
    {
        var rows = from watch in context.Watches.AsNoTracking()
                   where watch.Officer == filter.Officer.Value
                   join one in context.Cases.AsNoTracking() on watch.CaseId equals one.CaseId
                   join application in context.Applications.AsNoTracking() on watch.CaseId equals application.CaseId into applications
                   from application in applications.DefaultIfEmpty()
                   select new InboxRow
                   {
                       Work = null, CaseId = one.CaseId, At = watch.Since, DefinitionId = one.DefinitionId, DefinitionVersion = one.DefinitionVersion,
                       Status = one.Status, ReceivedOn = one.ReceivedOn, AcceptedOn = one.AcceptedOn, CaseDue = one.Due, Applicant = application!.Applicant, IdKind = application.IdKind,
                       HasRed = context.Rungs.Any(r => r.CaseId == one.CaseId && r.Act == Red), HasYellow = context.Rungs.Any(r => r.CaseId == one.CaseId && r.Act == Yellow),
                   };
        if (filter.DefinitionId is { } definition) rows = rows.Where(row => row.DefinitionId == definition);
        if (filter.Word is { } word) rows = filter.IsNumber ? rows.Where(row => row.CaseId.StartsWith(word)) : rows.Where(row => row.Applicant!.Contains(word));
        if (from is { } place)
        {
            var (at, number) = (place.At, place.Case.Value);
#pragma warning disable CA1309 // Becomes SQL, where the column's own collation orders.
            rows = backwards
                ? rows.Where(row => row.At > at || (row.At == at && string.Compare(row.CaseId, number) > 0))
                : rows.Where(row => row.At < at || (row.At == at && string.Compare(row.CaseId, number) < 0));
#pragma warning restore CA1309
        }

        return backwards ? rows.OrderBy(row => row.At).ThenBy(row => row.CaseId) : rows.OrderByDescending(row => row.At).ThenByDescending(row => row.CaseId);
    }
}
