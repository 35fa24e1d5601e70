using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EGov.Runtime.Deadlines;

/// <summary>Counts every open case anew that still stands on an older edition of the working calendar (日历修订).</summary>
/// <remarks>
/// Which edition a case has is stored with it, so a sweep that is cut short goes on where it stopped, on any host. The order's id is made of case and
/// editions: two hosts or a restart do it once. A host that has not heard of the edition yet may open a case with the older one; so after an
/// amendment the sweep looks at all open cases each time for ten minutes, and then once an hour.
/// </remarks>
public sealed class CalendarSweep
{
    private const int Page = 500;
    private static readonly TimeSpan Settling = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan Rest = TimeSpan.FromHours(1);

    private readonly Database _database;
    private readonly CaseDesk _desk;
    private readonly CalendarEditions _editions;
    private readonly TimeProvider _time;
    private readonly ILogger<CalendarSweep> _log;
    private (int Number, DateTimeOffset At) _clean;

    internal CalendarSweep(Database database, CaseDesk desk, CalendarEditions editions, TimeProvider time, ILogger<CalendarSweep> log) =>
        (_database, _desk, _editions, _time, _log) = (database, desk, editions, time, log);

    /// <summary>Counts anew what is behind; one case that cannot be does not hold up the others.</summary>
    /// <returns>How many cases were counted anew.</returns>
    public async Task<int> RunOnceAsync(CancellationToken stop)
    {
        var (newest, now) = (_editions.Newest, _time.GetUtcNow());
        if (newest.Number == 1 || (_clean.Number == newest.Number && now - newest.At > Settling && now - _clean.At < Rest)) return 0;
        var (amended, failed, last) = (0, 0, "");
        while (await BehindAsync(newest, last, stop) is { Count: > 0 } page)
        {
            await Parallel.ForEachAsync(page, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = stop }, async (behind, ct) =>
            {
                if (await TryAmendAsync(behind, newest, ct) is not { } done) Interlocked.Increment(ref failed);
                else if (done) Interlocked.Increment(ref amended);
            });
            last = page[^1].Case.Value;
        }

        if (failed == 0) _clean = (newest.Number, now);
        return amended;
    }

    /// <summary>True when the case was counted anew here, false when that was done before; null when it failed.</summary>
    private async Task<bool?> TryAmendAsync(Behind behind, CalendarEdition newest, CancellationToken stop)
    {
        try
        {
            var order = new AmendCalendar(Actor.System, behind.Edition, newest.Version, TextHash.Commit(newest.Reason));
            var receipt = await _desk.HandInAsync(new(new($"calendar:{behind.Edition}:{newest.Version}:{behind.Case}"), behind.Case, order), stop);
            if (receipt.Refusal is { Code: not RejectionCode.CaseClosed } refusal) _log.RedatingRefused(behind.Case, refusal.Code.ToString());
            return receipt is { IsAccepted: true, IsRepeat: false };
        }
#pragma warning disable CA1031 // The sweep logs and goes on: the case still names the older edition and is met again next time.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            _log.RedatingFailed(failure, behind.Case);
            return null;
        }
    }

    private async Task<List<Behind>> BehindAsync(CalendarEdition newest, string after, CancellationToken stop)
    {
        var older = _editions.All.Where(edition => edition.Number < newest.Number).Select(edition => edition.Version).ToArray();
        await using var context = _database.NewContext();
#pragma warning disable CA1309 // Becomes SQL, where the column's own collation orders.
        return await context.Cases.AsNoTracking()
            .Where(c => c.Status == nameof(CaseStatus.Open) && older.Contains(c.CalendarVersion) && string.Compare(c.CaseId, after) > 0)
#pragma warning restore CA1309
            .OrderBy(c => c.CaseId).Take(Page).Select(c => new Behind(new CaseId(c.CaseId), c.CalendarVersion)).ToListAsync(stop);
    }

    private sealed record Behind(CaseId Case, string Edition);
}
