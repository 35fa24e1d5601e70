using System.Collections.Immutable;
using System.Text.Json;
using EGov.Engine;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Window;

/// <summary>What was looked at when an application was taken in at a window (收件记录): by whom, on what papers, never the numbers on them.</summary>
/// <param name="By">The officer.</param>
/// <param name="At">When.</param>
/// <param name="Presence">Who stood there: <c>self</c> or <c>agent</c>.</param>
/// <param name="IdKind">Which identity paper was seen, by code.</param>
/// <param name="NumberChecked">True when its number was held against its own check digit (GB 11643).</param>
/// <param name="Materials">How each material came: <c>original</c>, <c>copy</c>, <c>deferred</c> or <c>missing</c>, by its code.</param>
public sealed record Intake(
    UserId By, DateTimeOffset At, string Presence, string IdKind, bool NumberChecked, ImmutableSortedDictionary<string, string> Materials);

/// <summary>Keeps what windows looked at. Holds nothing about people, so it stays when a case's personal part is erased.</summary>
public sealed class Intakes
{
    private readonly Database _database;

    internal Intakes(Database database) => _database = database;

    /// <summary>Notes an intake; the first note of a case stays, so that a second click changes nothing.</summary>
    public async Task RecordAsync(CaseId caseId, Intake intake, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(intake);
        await using var context = _database.NewContext();
        if (await context.Intakes.AnyAsync(row => row.CaseId == caseId.Value, stop)) return;
        context.Add(new IntakeRow
        {
            CaseId = caseId.Value, By = intake.By.Value, At = intake.At, Presence = intake.Presence, IdKind = intake.IdKind,
            NumberChecked = intake.NumberChecked, Materials = JsonSerializer.Serialize(intake.Materials),
        });
        try
        {
            await context.SaveChangesAsync(stop);
        }
        catch (DbUpdateException) when (context.Intakes.Any(row => row.CaseId == caseId.Value))
        {
            // Both of two clicks came here; what they noted is the same.
        }
    }

    /// <summary>The intake of a case; null when it came online.</summary>
    public async Task<Intake?> FindAsync(CaseId caseId, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        return await context.Intakes.AsNoTracking().FirstOrDefaultAsync(row => row.CaseId == caseId.Value, stop) is { } row
            ? new(new(row.By), row.At, row.Presence, row.IdKind, row.NumberChecked, JsonSerializer.Deserialize<ImmutableSortedDictionary<string, string>>(row.Materials)!)
            : null;
    }
}
