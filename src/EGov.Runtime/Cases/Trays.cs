using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;
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

    internal Trays(Database database) => _database = database;

    /// <summary>Open work of these parties that nobody holds, and what the officer himself holds; what is due first comes first.</summary>
    public async Task<ImmutableArray<TrayEntry>> InboxAsync(UserId officer, ImmutableArray<PartyId> parties, int most = 200, CancellationToken stop = default)
    {
        var names = parties.Select(p => p.Value).ToArray();
        return await ListAsync(open => open.Where(w => w.ClosedAt == null && (w.Holder == officer.Value || (w.Holder == null && names.Contains(w.Party)))), most, stop);
    }

    /// <summary>What the officer completed, the latest first.</summary>
    public Task<ImmutableArray<TrayEntry>> DoneAsync(UserId officer, int most = 200, CancellationToken stop = default) =>
        ListAsync(done => done.Where(w => w.CompletedBy == officer.Value).OrderByDescending(w => w.ClosedAt), most, stop);

    /// <summary>All open work of a party, held or not.</summary>
    public Task<ImmutableArray<TrayEntry>> OfPartyAsync(PartyId party, int most = 200, CancellationToken stop = default) =>
        ListAsync(open => open.Where(w => w.ClosedAt == null && w.Party == party.Value), most, stop);

    private async Task<ImmutableArray<TrayEntry>> ListAsync(Func<IQueryable<WorkItemRow>, IQueryable<WorkItemRow>> choose, int most, CancellationToken stop)
    {
        await using var context = _database.NewContext();
        var entries =
            from work in choose(context.WorkItems.AsNoTracking())
            join one in context.Cases.AsNoTracking() on work.CaseId equals one.CaseId
            let step = context.Clocks.Where(c => c.CaseId == work.CaseId && c.Owner == work.Instance && c.StoppedOn == null).Min(c => c.Due)
            select new { work, one.DefinitionId, one.Due, step };
        var found = await entries.Take(most).ToListAsync(stop);
        return
        [
            .. found.Select(e => new TrayEntry(
                    new(e.work.CaseId), e.work.Number, e.DefinitionId, new(e.work.Activity), new(e.work.Party),
                    e.work.Holder is { } holder ? new UserId(holder) : null, Enum.Parse<WorkKind>(e.work.Kind),
                    e.work.OpenedAt, e.step, e.Due, e.work.ClosedAt, e.work.Choice))
                .OrderBy(e => e.ClosedAt is null ? 0 : 1).ThenByDescending(e => e.ClosedAt).ThenBy(e => e.StepDue ?? e.CaseDue ?? DateOnly.MaxValue).ThenBy(e => e.OpenedAt),
        ];
    }
}
