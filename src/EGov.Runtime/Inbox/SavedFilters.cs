using System.Collections.Immutable;
using EGov.Engine;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Inbox;

/// <summary>A filter an officer has given a name.</summary>
/// <param name="Name">What he calls it.</param>
/// <param name="Address">Path and query of the tray.</param>
public sealed record SavedFilter(string Name, string Address);

/// <summary>常用筛选: the filters an officer keeps.</summary>
public sealed class SavedFilters
{
    /// <summary>How many an officer may keep.</summary>
    public const int Most = 20;

    /// <summary>The longest name, in UTF-16 units.</summary>
    public const int LongestName = 30;

    /// <summary>The longest address.</summary>
    public const int LongestAddress = 500;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal SavedFilters(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>His filters, in the order he made them.</summary>
    public async Task<ImmutableArray<SavedFilter>> OfAsync(UserId officer, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        return [.. await context.SavedFilters.AsNoTracking().Where(f => f.Officer == officer.Value).OrderBy(f => f.SavedAt).Select(f => new SavedFilter(f.Name, f.Address)).ToListAsync(stop)];
    }

    /// <summary>Keeps a filter, in place of one of the same name; false when there are too many.</summary>
    public async Task<bool> SaveAsync(UserId officer, SavedFilter filter, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var context = _database.NewContext();
        var changed = await context.SavedFilters.Where(f => f.Officer == officer.Value && f.Name == filter.Name).ExecuteUpdateAsync(set => set.SetProperty(f => f.Address, filter.Address), stop);
        if (changed == 1) return true;
        if (await context.SavedFilters.CountAsync(f => f.Officer == officer.Value, stop) >= Most) return false;
        context.Add(new SavedFilterRow { Officer = officer.Value, Name = filter.Name, Address = filter.Address, SavedAt = _time.GetUtcNow() });
        await context.SaveChangesAsync(stop);
        return true;
    }

    /// <summary>Keeps it no more.</summary>
    public async Task ForgetAsync(UserId officer, string name, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        await context.SavedFilters.Where(f => f.Officer == officer.Value && f.Name == name).ExecuteDeleteAsync(stop);
    }
}
