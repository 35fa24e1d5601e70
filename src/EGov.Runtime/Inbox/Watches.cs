using EGov.Engine;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Inbox;

/// <summary>关注: which cases an officer keeps an eye on. Whether he may read them is asked before and again whenever they are shown.</summary>
public sealed class Watches
{
    /// <summary>How many cases an officer may watch.</summary>
    public const int Most = 500;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal Watches(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Begins to watch; false when he watches too many already. Watching twice is watching once.</summary>
    public async Task<bool> WatchAsync(UserId officer, CaseId caseId, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        if (await IsWatchedAsync(officer, caseId, stop)) return true;
        if (await context.Watches.CountAsync(w => w.Officer == officer.Value, stop) >= Most) return false;
        context.Add(new WatchRow { Officer = officer.Value, CaseId = caseId.Value, Since = _time.GetUtcNow() });
        try
        {
            await context.SaveChangesAsync(stop);
        }
        catch (DbUpdateException) when (context.Watches.Any(w => w.Officer == officer.Value && w.CaseId == caseId.Value))
        {
            // A second click came first.
        }

        return true;
    }

    /// <summary>Watches no more.</summary>
    public async Task UnwatchAsync(UserId officer, CaseId caseId, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        await context.Watches.Where(w => w.Officer == officer.Value && w.CaseId == caseId.Value).ExecuteDeleteAsync(stop);
    }

    /// <summary>True when he watches it.</summary>
    public async Task<bool> IsWatchedAsync(UserId officer, CaseId caseId, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        return await context.Watches.AnyAsync(w => w.Officer == officer.Value && w.CaseId == caseId.Value, stop);
    }
}
