using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Portal;

/// <summary>Applications that people have begun and not handed in. What they hold is sealed by whoever saves them; it is kept for thirty days after the last change.</summary>
public sealed class SavedApplications
{
    /// <summary>How long one is kept after it was last saved, in days.</summary>
    public const int KeptDays = 30;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal SavedApplications(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>What was saved under a key; null when there is none or its time is over.</summary>
    public async Task<string?> FindAsync(string key, CancellationToken stop = default)
    {
        var now = _time.GetUtcNow();
        await using var context = _database.NewContext();
        return await context.SavedApplications.AsNoTracking().Where(row => row.Key == key && row.ExpiresAt > now).Select(row => row.Content).FirstOrDefaultAsync(stop);
    }

    /// <summary>Saves under a key, in place of what was there.</summary>
    public async Task SaveAsync(string key, string content, CancellationToken stop = default)
    {
        var expires = _time.GetUtcNow().AddDays(KeptDays);
        await using var context = _database.NewContext();
        var changed = await context.SavedApplications.Where(row => row.Key == key)
            .ExecuteUpdateAsync(set => set.SetProperty(row => row.Content, content).SetProperty(row => row.ExpiresAt, expires), stop);
        if (changed == 1) return;
        context.Add(new SavedApplicationRow { Key = key, Content = content, ExpiresAt = expires });
        await context.SaveChangesAsync(stop);
    }

    /// <summary>Forgets what was saved under a key.</summary>
    public async Task ForgetAsync(string key, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        await context.SavedApplications.Where(row => row.Key == key).ExecuteDeleteAsync(stop);
    }

    /// <summary>Forgets everything whose time is over.</summary>
    /// <returns>How many.</returns>
    public async Task<int> ForgetLapsedAsync(CancellationToken stop = default)
    {
        var now = _time.GetUtcNow();
        await using var context = _database.NewContext();
        return await context.SavedApplications.Where(row => row.ExpiresAt <= now).ExecuteDeleteAsync(stop);
    }
}
