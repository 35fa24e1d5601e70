using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Organisation;
using EGov.Runtime.Outbox;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Inbox;

/// <summary>Reads desks a page at a time. A page costs the same however much lies there: it begins in an index where the last one ended and reads its own rows.</summary>
public sealed class InboxReader
{
    private readonly Database _database;

    internal InboxReader(Database database) => _database = database;

    /// <summary>A page of a tray.</summary>
    /// <param name="filter">Which tray, and what is looked for.</param>
    /// <param name="from">The last line of the page before, or the first line of the page after; null begins at the top.</param>
    /// <param name="backwards">True when <paramref name="from"/> is the first line of the page after.</param>
    /// <param name="most">Lines of a page.</param>
    /// <param name="stop">When the caller has gone.</param>
    public async Task<InboxPage> PageAsync(InboxFilter filter, InboxPlace? from, bool backwards, int most, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        var found = await InboxQuery.Lines(context, filter, from, backwards, most + 1).ToListAsync(stop);
        var more = found.Count > most;
        if (more) found.RemoveAt(most);
        if (backwards) found.Reverse();
        string[] cases = [.. found.Select(line => line.CaseId).Distinct()];
        var open = cases.Length == 0 ? [] : await context.WorkItems.AsNoTracking().Where(w => cases.Contains(w.CaseId) && w.ClosedAt == null).ToListAsync(stop);
        var byCase = open.ToLookup(work => work.CaseId, StringComparer.Ordinal);
        return new([.. found.Select(line => Line(line, [.. byCase[line.CaseId]]))], backwards ? more : from is not null, backwards || more);
    }

    /// <summary>How much lies on the officer's desks.</summary>
    /// <param name="officer">Who.</param>
    /// <param name="parties">His parties.</param>
    /// <param name="lent">Power of others that he may use today.</param>
    /// <param name="today">What is due before is overdue.</param>
    /// <param name="stop">When the caller has gone.</param>
    public async Task<InboxCounts> CountsAsync(UserId officer, ImmutableArray<PartyId> parties, ImmutableArray<LentPower> lent, DateOnly today, CancellationToken stop = default)
    {
        var lentTrays = LentTrays.Of(lent, parties);
        var (mine, trays) = (Tray.OfOfficer(officer.Value), parties.Select(party => Tray.OfParty(party.Value)).Concat(lentTrays.Where(tray => tray.Items.Length == 0).Select(tray => tray.Tray)).ToArray());
        var limited = lentTrays.SelectMany(tray => tray.Items.Select(item => tray.Tray + "/" + item)).ToArray();
        var limitedTrays = lentTrays.Where(tray => tray.Items.Length > 0).Select(tray => tray.Tray).ToArray();
        await using var context = _database.NewContext();
        var open = context.WorkItems.Where(w => w.ClosedAt == null);
        var party = open.Where(w => trays.Contains(w.Tray)).Take(InboxCounts.Most);
        // Apart, for a tray with a condition or a tray without is a walk through every tray there is.
        if (limited.Length > 0) party = party.Concat(open.Where(w => limitedTrays.Contains(w.Tray) && limited.Contains(w.Tray + "/" + w.DefinitionId)).Take(InboxCounts.Most)).Take(InboxCounts.Most);
        string[] own = [.. parties.Select(one => one.Value)];
        // One question with five answers; any row will do to ask it of.
        return await context.Definitions.Take(1).Select(_ => new InboxCounts(
            open.Where(w => w.Tray == mine).Take(InboxCounts.Most).Count(),
            party.Count(),
            context.Watches.Count(w => w.Officer == officer.Value),
            open.Where(w => w.Tray == mine && w.NearestDue < today).Take(InboxCounts.Most).Count())
        {
            Unsettled = context.Outbox.Where(r => r.State == OutboxState.Clerk && own.Contains(r.Clerk)).Take(InboxCounts.Most).Count(),
        }).FirstOrDefaultAsync(stop) ?? new(0, 0, 0, 0);
    }

    private static InboxLine Line(InboxRow row, ImmutableArray<WorkItemRow> open)
    {
        var work = row.Work ?? open.OrderBy(w => w.NearestDue).ThenBy(w => w.Number).FirstOrDefault();
        var due = row.Work is null && work is null ? row.CaseDue : work?.NearestDue == DateOnly.MaxValue ? null : work?.NearestDue;
        return new()
        {
            Case = new(row.CaseId), WorkItem = work?.Number ?? 0, DefinitionId = row.DefinitionId, DefinitionVersion = row.DefinitionVersion,
            Activity = work is null ? null : new ActivityId(work.Activity), Party = work is null ? null : new PartyId(work.Party),
            Holder = work?.Holder is { } holder ? new UserId(holder) : null, At = row.At, Due = due, IsStepDue = due is not null && work?.Due == due && work?.CaseDue != due,
            Limit = work?.Limit ?? 0, PausedWith = work?.PausedWith, Choice = work?.Choice, Status = Enum.Parse<CaseStatus>(row.Status), ReceivedOn = row.ReceivedOn, AcceptedOn = row.AcceptedOn,
            Applicant = row.Applicant, IdKind = row.IdKind, Card = row.HasRed ? IssuedCard.Red : row.HasYellow ? IssuedCard.Yellow : IssuedCard.None,
            IsUnread = row.Work is { ClosedAt: null } && (row.SeenAt is null || row.SeenAt < row.At),
            WaitsFor = [.. open.Where(other => other.Number != work?.Number).Select(other => new PartyId(other.Party)).Distinct()],
        };
    }
}
