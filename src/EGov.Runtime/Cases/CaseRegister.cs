using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Cases;

/// <summary>One line of the register of cases.</summary>
/// <param name="Case">The number.</param>
/// <param name="DefinitionId">The item.</param>
/// <param name="DefinitionVersion">The version it runs on.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Outcome">How it ended, or null.</param>
/// <param name="Name">Its caption, or null.</param>
/// <param name="OpenedBy">Who handed it in.</param>
/// <param name="ByApplicant">True when the applicant did so himself.</param>
/// <param name="Place">Where it was filed, or null.</param>
/// <param name="ReceivedOn">The day it was received.</param>
/// <param name="AcceptedOn">The day it was accepted or counts as accepted, or null.</param>
/// <param name="DecidedOn">The day it was decided, or null.</param>
/// <param name="Decision">What was decided, or null.</param>
/// <param name="Due">Nearest due date of its running clocks, or null.</param>
/// <param name="OpenedAt">When it was handed in.</param>
/// <param name="ClosedAt">When it was over, or null.</param>
public sealed record RegisterEntry(
    CaseId Case, string DefinitionId, int DefinitionVersion, CaseStatus Status, string? Outcome, string? Name, UserId OpenedBy,
    bool ByApplicant, PartyId? Place, DateOnly ReceivedOn, DateOnly? AcceptedOn, DateOnly? DecidedOn, string? Decision, DateOnly? Due,
    DateTimeOffset OpenedAt, DateTimeOffset? ClosedAt);

/// <summary>How far a case has come.</summary>
/// <param name="ChangedAt">When an order last changed it.</param>
/// <param name="OpenIncidents">Faults that wait for an officer.</param>
public sealed record CaseProgress(DateTimeOffset ChangedAt, int OpenIncidents);

/// <summary>A rung of a clock's ladder that fired: a reminder or a card.</summary>
/// <param name="Case">The case.</param>
/// <param name="EventNumber">The event's number within the case.</param>
/// <param name="Clock">Which clock.</param>
/// <param name="Act">What was done.</param>
/// <param name="Party">Whom it concerned, or null.</param>
/// <param name="At">When.</param>
public sealed record FiredRung(CaseId Case, int EventNumber, ClockId Clock, Engine.Clocks.RungAct Act, PartyId? Party, DateTimeOffset At);

/// <summary>The register of all cases, read from the views.</summary>
public sealed class CaseRegister
{
    private readonly Database _database;

    internal CaseRegister(Database database) => _database = database;

    /// <summary>Cases that match, in the order asked for; the latest first when none is.</summary>
    public async Task<ImmutableArray<RegisterEntry>> FindAsync(RegisterQuery query, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        var rows = await RegisterFilter.Ordered(context, query).Skip(query.Skip).Take(Math.Clamp(query.Take, 1, 1000)).ToListAsync(stop);
        return [.. rows.Select(Entry)];
    }

    /// <summary>How many match.</summary>
    public async Task<int> CountAsync(RegisterQuery query, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        return await RegisterFilter.Matching(context, query).CountAsync(stop);
    }

    /// <summary>How far each of these cases has come; a page of the register, not more.</summary>
    public async Task<ImmutableDictionary<CaseId, CaseProgress>> ProgressAsync(ImmutableArray<CaseId> cases, CancellationToken stop = default)
    {
        var numbers = cases.Select(c => c.Value).ToArray();
        await using var context = _database.NewContext();
        var changes = await context.Journal.Where(j => numbers.Contains(j.CaseId)).GroupBy(j => j.CaseId)
            .Select(g => new { Case = g.Key, At = g.Max(j => j.At) }).ToListAsync(stop);
        var incidents = await context.WorkItems.Where(w => numbers.Contains(w.CaseId) && w.Kind == RegisterFilter.Incident && w.ClosedAt == null).GroupBy(w => w.CaseId)
            .Select(g => new { Case = g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Case, g => g.Count, stop);
        return changes.ToImmutableDictionary(change => new CaseId(change.Case), change => new CaseProgress(change.At, incidents.GetValueOrDefault(change.Case)));
    }

    /// <summary>Reminders and cards since a moment, the latest first.</summary>
    public async Task<ImmutableArray<FiredRung>> RungsAsync(DateTimeOffset since, int most = 200, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        var rows = await context.Rungs.AsNoTracking().Where(r => r.At >= since).OrderByDescending(r => r.At).Take(most).ToListAsync(stop);
        return
        [
            .. rows.Select(r => new FiredRung(
                new(r.CaseId), r.EventNumber, new(r.Clock), Enum.Parse<Engine.Clocks.RungAct>(r.Act), r.Party is { } party ? new PartyId(party) : null, r.At)),
        ];
    }

    private static RegisterEntry Entry(CaseRow c) => new(
        new(c.CaseId), c.DefinitionId, c.DefinitionVersion, Enum.Parse<CaseStatus>(c.Status), c.Outcome, c.Name, new(c.OpenedBy ?? ""),
        c.ByApplicant, c.Place is { } place ? new PartyId(place) : null, c.ReceivedOn, c.AcceptedOn, c.DecidedOn, c.Decision, c.Due,
        c.OpenedAt, c.ClosedAt);
}
