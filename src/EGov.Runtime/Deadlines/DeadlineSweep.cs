using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EGov.Runtime.Deadlines;

/// <summary>Wakes every case for which something is due. The stored moments are the truth; how often this runs, and on how many hosts, changes nothing.</summary>
/// <remarks>A wake-up carries an id made of case and version, so two sweeps that meet do the work once; one that finds nothing due leaves no trace.</remarks>
public sealed class DeadlineSweep
{
    private const int Page = 500;

    /// <summary>How many are woken at a time: enough to share commits, few enough that a clerk's order does not stand in a long line.</summary>
    private const int AtATime = 12;

    private readonly Database _database;
    private readonly CaseFiles _files;
    private readonly CaseDesk _desk;
    private readonly TimeProvider _time;
    private readonly ILogger<DeadlineSweep> _log;

    internal DeadlineSweep(Database database, CaseFiles files, CaseDesk desk, TimeProvider time, ILogger<DeadlineSweep> log) =>
        (_database, _files, _desk, _time, _log) = (database, files, desk, time, log);

    /// <summary>Wakes what is due now; one case that cannot be woken does not hold up the others.</summary>
    /// <returns>How many cases were woken.</returns>
    public async Task<int> RunOnceAsync(CancellationToken stop)
    {
        var (now, woken) = (_time.GetUtcNow(), 0);
        var page = await NextAsync(now, new(default, 0, DateTimeOffset.UnixEpoch), stop);
        while (page.Count > 0)
        {
            var next = NextAsync(now, page[^1], stop); // read while these are woken
            await Parallel.ForEachAsync(page, new ParallelOptions { MaxDegreeOfParallelism = AtATime, CancellationToken = stop }, async (due, ct) =>
            {
                if (await TryWakeAsync(due, ct)) Interlocked.Increment(ref woken);
            });
            page = await next;
        }

        return woken;
    }

    private async Task<bool> TryWakeAsync(Due due, CancellationToken stop)
    {
        try
        {
            var receipt = await _desk.HandInAsync(new(new($"wake:{due.Case}:{due.Version}"), due.Case, new WakeUp(Actor.System)), stop);
            if (receipt.Refusal is { } refusal) _log.WakeUpRefused(due.Case, refusal.Code.ToString());
            return receipt is { IsAccepted: true, IsRepeat: false };
        }
#pragma warning disable CA1031 // The sweep logs and goes on: the moment stays stored and is met again next time.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            _log.WakeUpFailed(failure, due.Case);
            return false;
        }
    }

    /// <summary>The next cases for which something is due, with their journals read.</summary>
    private async Task<List<Due>> NextAsync(DateTimeOffset now, Due after, CancellationToken stop)
    {
        await using var context = _database.NewContext();
        var (at, number) = (after.At, after.Case.Value ?? "");
#pragma warning disable CA1309 // Becomes SQL, where the column's own collation orders.
        var page = await context.Cases.AsNoTracking()
            .Where(c => c.WakeUpAt <= now && (c.WakeUpAt > at || (c.WakeUpAt == at && string.Compare(c.CaseId, number) > 0)))
#pragma warning restore CA1309
            .OrderBy(c => c.WakeUpAt).ThenBy(c => c.CaseId).Take(Page)
            .Select(c => new Due(new CaseId(c.CaseId), context.Journal.Where(j => j.CaseId == c.CaseId).Max(j => j.LastVersion), c.WakeUpAt!.Value)).ToListAsync(stop);
        await _files.PrepareAsync(page.Select(due => due.Case), stop);
        return page;
    }

    private sealed record Due(CaseId Case, int Version, DateTimeOffset At);
}
