using System.Collections.Immutable;
using EGov.Engine;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Organisation;

/// <summary>One thing done to the office itself.</summary>
/// <param name="At">When.</param>
/// <param name="By">Who.</param>
/// <param name="Act">What, in kebab case.</param>
/// <param name="Subject">To what; ids only.</param>
public sealed record OfficeAct(DateTimeOffset At, UserId By, string Act, string Subject);

/// <summary>The journal of what is done to the office itself (系统操作记录): written with the act in one transaction, never changed.</summary>
public sealed class OfficeActs
{
    private readonly Database _database;

    internal OfficeActs(Database database) => _database = database;

    /// <summary>The latest acts first.</summary>
    public async Task<ImmutableArray<OfficeAct>> LatestAsync(int most = 200, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        var rows = await context.OfficeActs.AsNoTracking().OrderByDescending(row => row.Number).Take(most).ToListAsync(stop);
        return [.. rows.Select(row => new OfficeAct(row.At, new(row.By), row.Act, row.Subject))];
    }

    internal static OfficeActRow Row(string act, string subject, UserId by, DateTimeOffset at) =>
        new() { At = at, By = by.Value, Act = act, Subject = subject.Length > 200 ? subject[..200] : subject };
}
