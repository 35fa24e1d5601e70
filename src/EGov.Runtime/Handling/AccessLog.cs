using System.Collections.Immutable;
using EGov.Engine;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Handling;

/// <summary>One look at personal data.</summary>
/// <param name="Officer">Who.</param>
/// <param name="At">When.</param>
/// <param name="Fields">Which fields, by name; never what stood in them.</param>
public sealed record Access(UserId Officer, DateTimeOffset At, ImmutableArray<string> Fields);

/// <summary>查阅日志: every read of unmasked personal data.</summary>
public sealed class AccessLog
{
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
    public async Task<ImmutableArray<Access>> OfAsync(CaseId caseId, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        var rows = await context.AccessLog.AsNoTracking().Where(row => row.CaseId == caseId.Value).OrderByDescending(row => row.At).Take(200).ToListAsync(stop);
        return [.. rows.Select(row => new Access(new(row.Officer), row.At, [.. row.Fields.Split(',')]))];
    }
}
