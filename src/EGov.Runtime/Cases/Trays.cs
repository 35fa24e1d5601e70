using System.Collections.Immutable;
using System.Linq.Expressions;
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
        await using var context = _database.NewContext();
        return await DueFirstAsync(context, w => w.Holder == officer.Value || (w.Holder == null && names.Contains(w.Party)), most, stop);
    }

    /// <summary>All open work of a party, held or not; what is due first comes first.</summary>
    public async Task<ImmutableArray<TrayEntry>> OfPartyAsync(PartyId party, int most = 200, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        return await DueFirstAsync(context, w => w.Party == party.Value, most, stop);
    }

    /// <summary>What the officer completed, the latest first.</summary>
    public async Task<ImmutableArray<TrayEntry>> DoneAsync(UserId officer, int most = 200, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        var done = context.WorkItems.AsNoTracking().Where(w => w.CompletedBy == officer.Value).OrderByDescending(w => w.ClosedAt).ThenBy(w => w.CaseId);
        return [.. (await done.Take(most).ToListAsync(stop)).Select(Entry)];
    }

    private static async Task<ImmutableArray<TrayEntry>> DueFirstAsync(
        EGovDbContext context, Expression<Func<WorkItemRow, bool>> isMeant, int most, CancellationToken stop)
    {
        var open = context.WorkItems.AsNoTracking().Where(isMeant).Where(w => w.ClosedAt == null)
            .OrderBy(w => w.NearestDue).ThenBy(w => w.OpenedAt).ThenBy(w => w.CaseId).ThenBy(w => w.Number);
        return [.. (await open.Take(most).ToListAsync(stop)).Select(Entry)];
    }

    private static TrayEntry Entry(WorkItemRow work) => new(
        new(work.CaseId), work.Number, work.DefinitionId, new(work.Activity), new(work.Party),
        work.Holder is { } holder ? new UserId(holder) : null, Enum.Parse<WorkKind>(work.Kind),
        work.OpenedAt, work.Due, work.CaseDue, work.ClosedAt, work.Choice);
}
