using System.Collections.Immutable;
using EGov.Engine;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Administration;

/// <summary>An act of administration.</summary>
/// <param name="Number">Its place in the log.</param>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Act">What was done, by code.</param>
/// <param name="Subject">To whom or what: an account, a template, a calendar.</param>
/// <param name="Change">Codes of what was changed; never names, numbers or telephones.</param>
public sealed record AdministrativeAct(long Number, DateTimeOffset At, UserId By, string Act, string Subject, string Change);

/// <summary>管理日志: who changed what in the office itself, and when. It is written and read; nothing in it is changed.</summary>
public sealed class AdministrativeActs
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal AdministrativeActs(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Writes a line.</summary>
    public async Task RecordAsync(UserId by, string act, string subject, string change = "", CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(change);
        await using var context = _database.NewContext();
        context.Add(LineOf(by, act, subject, change));
        await context.SaveChangesAsync(stop);
    }

    /// <summary>A line that is written in the same transaction as what it tells of.</summary>
    internal AdministrativeActRow LineOf(UserId by, string act, string subject, string change) =>
        new() { At = _time.GetUtcNow(), By = by.Value, Act = act, Subject = subject, Change = change.Length > 1000 ? change[..1000] : change };

    /// <summary>The latest lines first.</summary>
    public async Task<ImmutableArray<AdministrativeAct>> ListAsync(int skip = 0, int most = 50, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        return
        [
            .. (await context.AdministrativeActs.AsNoTracking().OrderByDescending(row => row.Number).Skip(skip).Take(most).ToListAsync(stop))
                .Select(row => new AdministrativeAct(row.Number, row.At, new(row.By), row.Act, row.Subject, row.Change)),
        ];
    }
}
