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

/// <summary>What is looked for in the register; what is null does not matter.</summary>
public sealed record RegisterQuery
{
    /// <summary>Of this item.</summary>
    public string? DefinitionId { get; init; }

    /// <summary>In this state.</summary>
    public CaseStatus? Status { get; init; }

    /// <summary>Handed in by this person.</summary>
    public UserId? OpenedBy { get; init; }

    /// <summary>Whose number begins with this.</summary>
    public string? NumberBegins { get; init; }

    /// <summary>Received on this day or later.</summary>
    public DateOnly? ReceivedFrom { get; init; }

    /// <summary>Received on this day or earlier.</summary>
    public DateOnly? ReceivedUntil { get; init; }

    /// <summary>With a running clock due before this day.</summary>
    public DateOnly? DueBefore { get; init; }

    /// <summary>Skips so many.</summary>
    public int Skip { get; init; }

    /// <summary>Gives at most so many; 1 to 1000.</summary>
    public int Take { get; init; } = 50;
}

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

    /// <summary>Cases that match, the latest first.</summary>
    public async Task<ImmutableArray<RegisterEntry>> FindAsync(RegisterQuery query, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        var rows = await Matching(context, query).OrderByDescending(c => c.OpenedAt).ThenByDescending(c => c.CaseId)
            .Skip(query.Skip).Take(Math.Clamp(query.Take, 1, 1000)).ToListAsync(stop);
        return [.. rows.Select(Entry)];
    }

    /// <summary>How many match.</summary>
    public async Task<int> CountAsync(RegisterQuery query, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        return await Matching(context, query).CountAsync(stop);
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

    private static IQueryable<CaseRow> Matching(EGovDbContext context, RegisterQuery query)
    {
        var cases = context.Cases.AsNoTracking();
        if (query.DefinitionId is { } definition) cases = cases.Where(c => c.DefinitionId == definition);
        if (query.Status?.ToString() is { } status) cases = cases.Where(c => c.Status == status);
        if (query.OpenedBy?.Value is { } person) cases = cases.Where(c => c.OpenedBy == person);
        if (query.NumberBegins is { } number) cases = cases.Where(c => c.CaseId.StartsWith(number));
        if (query.ReceivedFrom is { } from) cases = cases.Where(c => c.ReceivedOn >= from);
        if (query.ReceivedUntil is { } until) cases = cases.Where(c => c.ReceivedOn <= until);
        if (query.DueBefore is { } due) cases = cases.Where(c => c.Due < due);
        return cases;
    }

    private static RegisterEntry Entry(CaseRow c) => new(
        new(c.CaseId), c.DefinitionId, c.DefinitionVersion, Enum.Parse<CaseStatus>(c.Status), c.Outcome, c.Name, new(c.OpenedBy ?? ""),
        c.ByApplicant, c.Place is { } place ? new PartyId(place) : null, c.ReceivedOn, c.AcceptedOn, c.DecidedOn, c.Decision, c.Due,
        c.OpenedAt, c.ClosedAt);
}
