using System.Collections.Immutable;
using EGov.Engine;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Lead;

/// <summary>How much somebody holds for a party.</summary>
/// <param name="Party">For which party.</param>
/// <param name="Holder">Who; null for what nobody has taken.</param>
/// <param name="Open">Work items.</param>
/// <param name="Overdue">Of those, past their date.</param>
/// <param name="NextDue">The nearest date, or null.</param>
public sealed record HeldWork(PartyId Party, UserId? Holder, int Open, int Overdue, DateOnly? NextDue);

/// <summary>Who holds how much and how late, by party and officer; counted along one index.</summary>
public sealed class Workload
{
    private const int MostShown = 500;

    private readonly Database _database;

    internal Workload(Database database) => _database = database;

    /// <summary>What lies with these parties.</summary>
    public async Task<ImmutableArray<HeldWork>> OfAsync(ImmutableArray<PartyId> parties, DateOnly today, CancellationToken stop = default)
    {
        var names = parties.Select(party => party.Value).ToArray();
        await using var context = _database.NewContext();
        var rows = await context.WorkItems.Where(w => names.Contains(w.Party) && w.ClosedAt == null).GroupBy(w => new { w.Party, w.Holder })
            .Select(group => new { group.Key.Party, group.Key.Holder, Open = group.Count(), Overdue = group.Count(w => w.NearestDue < today), Next = group.Min(w => w.NearestDue) })
            .OrderByDescending(row => row.Overdue).ThenByDescending(row => row.Open).Take(MostShown).ToListAsync(stop);
        return [.. rows.Select(row => new HeldWork(new(row.Party), row.Holder is { } holder ? new UserId(holder) : null, row.Open, row.Overdue, row.Next == DateOnly.MaxValue ? null : row.Next))];
    }
}
