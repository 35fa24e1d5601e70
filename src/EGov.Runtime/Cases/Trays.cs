using System.Collections.Immutable;
using System.Linq.Expressions;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Organisation;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Cases;

/// <summary>Work in a tray.</summary>
/// <param name="Case">The case.</param>
/// <param name="WorkItem">Its number within the case.</param>
/// <param name="DefinitionId">The item.</param>
/// <param name="Activity">The box it belongs to.</param>
/// <param name="Party">Who is to do it.</param>
/// <param name="Holder">Who took it, or null.</param>
/// <param name="Kind">What kind of work.</param>
/// <param name="OpenedAt">Since when.</param>
/// <param name="StepDue">Due date of the step's own clock, or null.</param>
/// <param name="CaseDue">Nearest due date of the case, or null.</param>
/// <param name="ClosedAt">When it was done, or null.</param>
/// <param name="Choice">What was chosen, or null.</param>
public sealed record TrayEntry(
    CaseId Case, int WorkItem, string DefinitionId, ActivityId Activity, PartyId Party, UserId? Holder, WorkKind Kind,
    DateTimeOffset OpenedAt, DateOnly? StepDue, DateOnly? CaseDue, DateTimeOffset? ClosedAt, string? Choice);

/// <summary>Who has what to do: the trays of parties and of officers, read from the views.</summary>
public sealed class Trays
{
    private readonly Database _database;
    private readonly DelegationRegister _delegations;

    internal Trays(Database database, DelegationRegister delegations) => (_database, _delegations) = (database, delegations);

    /// <summary>Open work of these parties that nobody holds, what the officer himself holds, and the same of those whose power he may use today; what is due first comes first.</summary>
    public async Task<ImmutableArray<TrayEntry>> InboxAsync(UserId officer, ImmutableArray<PartyId> parties, int most = 200, CancellationToken stop = default)
    {
        var powers = await _delegations.InForceAsync(officer, stop);
        await using var context = _database.NewContext();
        var work = context.WorkItems.Where(Lies(officer, parties));
        foreach (var power in powers)
        {
            var (lent, items) = (context.WorkItems.Where(Lies(power.Owner.User, power.Owner.Parties)), power.Items.ToArray());
            work = work.Union(items.Length == 0 ? lent : lent.Where(w => items.Contains(w.DefinitionId)));
        }

        return await DueFirstAsync(work, most, stop);
    }

    /// <summary>All open work of a party, held or not; what is due first comes first.</summary>
    public async Task<ImmutableArray<TrayEntry>> OfPartyAsync(PartyId party, int most = 200, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        return await DueFirstAsync(context.WorkItems.Where(w => w.Party == party.Value), most, stop);
    }

    /// <summary>What the officer completed, the latest first.</summary>
    public async Task<ImmutableArray<TrayEntry>> DoneAsync(UserId officer, int most = 200, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        var done = context.WorkItems.AsNoTracking().Where(w => w.CompletedBy == officer.Value).OrderByDescending(w => w.ClosedAt).ThenBy(w => w.CaseId);
        return [.. (await done.Take(most).ToListAsync(stop)).Select(Entry)];
    }

    private static Expression<Func<WorkItemRow, bool>> Lies(UserId officer, ImmutableArray<PartyId> parties)
    {
        var names = parties.Select(p => p.Value).ToArray();
        return w => w.ClosedAt == null && (w.Holder == officer.Value || (w.Holder == null && names.Contains(w.Party)));
    }

    private static async Task<ImmutableArray<TrayEntry>> DueFirstAsync(IQueryable<WorkItemRow> work, int most, CancellationToken stop)
    {
        var open = work.AsNoTracking().Where(w => w.ClosedAt == null)
            .OrderBy(w => w.NearestDue).ThenBy(w => w.OpenedAt).ThenBy(w => w.CaseId).ThenBy(w => w.Number);
        return [.. (await open.Take(most).ToListAsync(stop)).Select(Entry)];
    }

    private static TrayEntry Entry(WorkItemRow work) => new(
        new(work.CaseId), work.Number, work.DefinitionId, new(work.Activity), new(work.Party),
        work.Holder is { } holder ? new UserId(holder) : null, Enum.Parse<WorkKind>(work.Kind),
        work.OpenedAt, work.Due, work.CaseDue, work.ClosedAt, work.Choice);
}
