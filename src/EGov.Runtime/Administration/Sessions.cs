using System.Collections.Immutable;
using System.Security.Cryptography;
using EGov.Engine;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Administration;

/// <summary>Somebody who is signed in (会话).</summary>
/// <param name="Id">Its id; worth nothing without the sealed cookie or token that carries it.</param>
/// <param name="UserName">The account.</param>
/// <param name="StartedAt">Since when.</param>
/// <param name="SeenAt">When it was last used, to the minute.</param>
/// <param name="Device">What the browser or program says it is.</param>
public sealed record OfficerSession(string Id, string UserName, DateTimeOffset StartedAt, DateTimeOffset SeenAt, string Device);

/// <summary>Who is signed in. A session that was ended opens nothing from the next request on, on any host.</summary>
public sealed class Sessions
{
    /// <summary>The longest description of a device, in UTF-16 units.</summary>
    public const int LongestDevice = 200;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(14);
    private static readonly TimeSpan Noted = TimeSpan.FromMinutes(1);

    // Compiled, for every request asks it; kept by the instance, for each database has a model of its own.
    private readonly Func<EGovDbContext, string, string, Task<DateTimeOffset?>> _seen = EF.CompileAsyncQuery((EGovDbContext context, string id, string userName) =>
        context.Sessions.Where(row => row.Id == id && row.UserName == userName && row.EndedAt == null).Select(row => (DateTimeOffset?)row.SeenAt).FirstOrDefault());

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal Sessions(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Begins a session.</summary>
    /// <returns>Its id, made by the system's random source.</returns>
    public async Task<string> BeginAsync(string userName, string device, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(device);
        var (id, now) = (Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)), _time.GetUtcNow());
        await using var context = _database.NewContext();
        context.Add(new SessionRow { Id = id, UserName = userName, StartedAt = now, SeenAt = now, Device = device.Length > LongestDevice ? device[..LongestDevice] : device });
        await context.SaveChangesAsync(stop);
        return id;
    }

    /// <summary>True while the session is this account's and was not ended; notes that it was used.</summary>
    public async Task<bool> UseAsync(string id, string userName, CancellationToken stop = default)
    {
        var now = _time.GetUtcNow();
        await using var context = _database.NewContext();
        if (await _seen(context, id, userName) is not { } seen || seen < now - Lifetime) return false;
        if (now - seen >= Noted) await context.Sessions.Where(row => row.Id == id).ExecuteUpdateAsync(set => set.SetProperty(row => row.SeenAt, now), stop);
        return true;
    }

    /// <summary>Sessions that are open, the one used last first.</summary>
    /// <param name="userName">Of this account; null for all.</param>
    /// <param name="skip">Skips so many.</param>
    /// <param name="most">Gives at most so many.</param>
    /// <param name="stop">When the caller has gone.</param>
    public async Task<ImmutableArray<OfficerSession>> OpenAsync(string? userName, int skip = 0, int most = 100, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        return
        [
            .. await Running(context, userName).OrderByDescending(row => row.SeenAt).ThenBy(row => row.Id).Skip(skip).Take(most)
                .Select(row => new OfficerSession(row.Id, row.UserName, row.StartedAt, row.SeenAt, row.Device)).ToListAsync(stop),
        ];
    }

    /// <summary>How many are open.</summary>
    public async Task<int> CountAsync(CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        return await Running(context, null).CountAsync(stop);
    }

    /// <summary>Ends a session; whose it was, or null when it was not open.</summary>
    public async Task<string?> EndAsync(string id, UserId by, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        var owner = await Running(context, null).Where(row => row.Id == id).Select(row => row.UserName).FirstOrDefaultAsync(stop);
        return owner is not null && await EndAsync(context.Sessions.Where(row => row.Id == id && row.EndedAt == null), by, stop) == 1 ? owner : null;
    }

    /// <summary>Ends every session of an account, but for one perhaps.</summary>
    /// <returns>How many were ended.</returns>
    public async Task<int> EndAllAsync(string userName, UserId by, string? but = null, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        return await EndAsync(context.Sessions.Where(row => row.UserName == userName && row.EndedAt == null && row.Id != but), by, stop);
    }

    private Task<int> EndAsync(IQueryable<SessionRow> sessions, UserId by, CancellationToken stop)
    {
        var now = _time.GetUtcNow();
        return sessions.ExecuteUpdateAsync(set => set.SetProperty(row => row.EndedAt, now).SetProperty(row => row.EndedBy, by.Value), stop);
    }

    private IQueryable<SessionRow> Running(EGovDbContext context, string? userName)
    {
        var since = _time.GetUtcNow() - Lifetime;
        var open = context.Sessions.AsNoTracking().Where(row => row.EndedAt == null && row.SeenAt >= since);
        return userName is null ? open : open.Where(row => row.UserName == userName);
    }
}
