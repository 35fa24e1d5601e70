using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Clocks;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Deadlines;

/// <summary>A due date that an edition of the working calendar moved, or would move.</summary>
/// <param name="Case">The case.</param>
/// <param name="DefinitionId">Its item.</param>
/// <param name="Clock">Which of its clocks.</param>
/// <param name="Before">The due date before.</param>
/// <param name="After">The due date since.</param>
/// <param name="At">When it was counted anew.</param>
public sealed record RedatedDue(CaseId Case, string DefinitionId, ClockId Clock, DateOnly Before, DateOnly After, DateTimeOffset At)
{
    /// <summary>Calendar days between both: positive gives the office more time and lets the applicant wait longer, negative the reverse.</summary>
    public int Days => After.DayNumber - Before.DayNumber;
}

/// <summary>How many due dates an edition moved.</summary>
/// <param name="Cases">Cases with at least one.</param>
/// <param name="Later">Due dates that came later.</param>
/// <param name="Earlier">Due dates that came earlier.</param>
/// <param name="Waiting">Open cases that have not been counted with the newest edition yet.</param>
public sealed record RedatingCounts(int Cases, int Later, int Earlier, int Waiting);

/// <summary>Who was affected by an amendment of the working calendar, and who would be.</summary>
public sealed class Redatings
{
    private const int Chunk = 500;

    private readonly Database _database;
    private readonly CaseFiles _files;
    private readonly CalendarEditions _editions;
    private readonly TimeProvider _time;

    internal Redatings(Database database, CaseFiles files, CalendarEditions editions, TimeProvider time) =>
        (_database, _files, _editions, _time) = (database, files, editions, time);

    /// <summary>Due dates that an edition moved, by number of case.</summary>
    public async Task<ImmutableArray<RedatedDue>> PageAsync(string edition, int skip, int take, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        return
        [
            .. (await context.RedatedClocks.AsNoTracking().Where(row => row.Edition == edition)
                .OrderBy(row => row.CaseId).ThenBy(row => row.EventNumber).ThenBy(row => row.Clock).Skip(skip).Take(take).ToListAsync(stop))
                .Select(row => new RedatedDue(new(row.CaseId), row.DefinitionId, new(row.Clock), row.Before, row.After, row.At)),
        ];
    }

    /// <summary>How many due dates an edition moved.</summary>
    public async Task<RedatingCounts> CountAsync(string edition, CancellationToken stop = default)
    {
        var newest = _editions.Newest.Version;
        await using var context = _database.NewContext();
        var moved = context.RedatedClocks.Where(row => row.Edition == edition);
#pragma warning disable CA1309 // Becomes SQL; days are stored as ISO text, which sorts as days do.
        return new(
            await moved.Select(row => row.CaseId).Distinct().CountAsync(stop),
            await moved.CountAsync(row => row.After > row.Before, stop),
            await moved.CountAsync(row => row.After < row.Before, stop),
            await context.Cases.CountAsync(row => row.Status == nameof(CaseStatus.Open) && row.CalendarVersion != newest, stop));
#pragma warning restore CA1309
    }

    /// <summary>What an edition that is not kept yet would do to every open case: decided by the engine, and thrown away.</summary>
    public async IAsyncEnumerable<RedatedDue> PreviewAsync(WorkingCalendar later, [EnumeratorCancellation] CancellationToken stop = default)
    {
        var now = _time.GetUtcNow();
        await foreach (var caseId in OpenCasesAsync(stop))
        {
            if (await _files.ReadAsync(caseId, stop) is not { } file) continue;
            var order = new AmendCalendar(Actor.System, file.State.CalendarVersion, later.Version, TextHash.Commit(""));
            var decision = CaseEngine.Decide(file.Workflow with { Calendar = later }, file.State, order, now);
            foreach (var clock in decision.Events.OfType<CalendarAmended>().SelectMany(amended => amended.Clocks))
                if (clock is { Before: { } before, After: { } after } && before != after) yield return new(caseId, file.State.DefinitionId, clock.Clock, before, after, now);
        }
    }

    private async IAsyncEnumerable<CaseId> OpenCasesAsync([EnumeratorCancellation] CancellationToken stop)
    {
        for (var last = ""; ;)
        {
            await using var context = _database.NewContext();
#pragma warning disable CA1309 // Becomes SQL, where the column's own collation orders.
            var page = await context.Cases.Where(c => c.Status == nameof(CaseStatus.Open) && string.Compare(c.CaseId, last) > 0)
#pragma warning restore CA1309
                .OrderBy(c => c.CaseId).Select(c => c.CaseId).Take(Chunk).ToListAsync(stop);
            foreach (var one in page) yield return new(one);
            if (page.Count < Chunk) yield break;
            last = page[^1];
        }
    }
}
