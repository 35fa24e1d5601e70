using System.Collections.Immutable;
using EGov.Engine;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Handling;

/// <summary>One look at personal data.</summary>
/// <param name="Case">Of which case.</param>
/// <param name="Officer">Who.</param>
/// <param name="At">When.</param>
/// <param name="Fields">Which fields, by name; never what stood in them.</param>
public sealed record Access(CaseId Case, UserId Officer, DateTimeOffset At, ImmutableArray<string> Fields);

/// <summary>What is looked for in the log; null asks for all.</summary>
/// <param name="Officer">Who looked.</param>
/// <param name="Case">At which case.</param>
/// <param name="From">From this instant.</param>
/// <param name="Until">Before this instant.</param>
public sealed record AccessFilter(UserId? Officer, CaseId? Case, DateTimeOffset? From, DateTimeOffset? Until);

/// <summary>查阅日志: every read of unmasked personal data.</summary>
public sealed class AccessLog
{
    /// <summary>The most lines that are given away at once.</summary>
    public const int MostExported = 50_000;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal AccessLog(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Writes down that he is about to be shown these fields; what is not written down must not be shown.</summary>
    public async Task WriteAsync(CaseId caseId, UserId officer, IEnumerable<string> fields, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        context.Add(new AccessRow { Id = Guid.NewGuid().ToString("N"), CaseId = caseId.Value, Officer = officer.Value, At = _time.GetUtcNow(), Fields = string.Join(',', fields) });
        await context.SaveChangesAsync(stop);
    }

    /// <summary>Who looked at a case, the latest first; at most 200.</summary>
    public Task<ImmutableArray<Access>> OfAsync(CaseId caseId, CancellationToken stop = default) => ListAsync(new(null, caseId, null, null), 0, 200, stop);

    /// <summary>The lines that are looked for, the latest first.</summary>
    public async Task<ImmutableArray<Access>> ListAsync(AccessFilter filter, int skip, int most, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var context = _database.NewContext();
        IQueryable<AccessRow> rows = context.AccessLog.AsNoTracking();
        if (filter.Officer is { } officer) rows = rows.Where(row => row.Officer == officer.Value);
        if (filter.Case is { } caseId) rows = rows.Where(row => row.CaseId == caseId.Value);
        if (filter.From is { } from) rows = rows.Where(row => row.At >= from);
        if (filter.Until is { } until) rows = rows.Where(row => row.At < until);
        var found = await rows.OrderByDescending(row => row.At).ThenBy(row => row.Id).Skip(skip).Take(most).ToListAsync(stop);
        return [.. found.Select(row => new Access(new(row.CaseId), new(row.Officer), row.At, [.. row.Fields.Split(',')]))];
    }
}
