using System.Collections.Immutable;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Supervision;

/// <summary>Open cases of one seat, item or place.</summary>
/// <param name="Key">Its id; empty for cases filed at no place.</param>
/// <param name="Open">Cases (在办).</param>
/// <param name="Paused">Of those, with a clock that stands still (暂停计时).</param>
public sealed record OpenLine(string Key, int Open, int Paused);

/// <summary>Where open cases lie. A case that five bodies handle at once counts at each of them, and once at its item and its place.</summary>
/// <param name="ByParty">By seat.</param>
/// <param name="ByItem">By the item's process.</param>
/// <param name="ByPlace">By place of filing.</param>
public sealed record OpenCounts(ImmutableArray<OpenLine> ByParty, ImmutableArray<OpenLine> ByItem, ImmutableArray<OpenLine> ByPlace);

/// <summary>Counts what is under way, for the board of supervision (监察看板). Only read.</summary>
public sealed class OpenWork
{
    private readonly Database _database;

    internal OpenWork(Database database) => _database = database;

    /// <summary>The counts as they are now.</summary>
    public async Task<OpenCounts> CountAsync(CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        var waiting = context.WorkItems.AsNoTracking().Where(w => w.ClosedAt == null);
        var byParty = await waiting.GroupBy(w => w.Party)
            .Select(g => new { g.Key, Open = g.Select(w => w.CaseId).Distinct().Count(), Paused = g.Where(w => w.PausedWith != null).Select(w => w.CaseId).Distinct().Count() }).ToListAsync(stop);
        var open = context.Cases.AsNoTracking().Where(c => c.Status == "Open")
            .Select(c => new { c.DefinitionId, Place = c.Place ?? "", IsPaused = context.WorkItems.Any(w => w.CaseId == c.CaseId && w.ClosedAt == null && w.PausedWith != null) });
        var cases = await open.GroupBy(c => new { c.DefinitionId, c.Place, c.IsPaused }).Select(g => new { g.Key.DefinitionId, g.Key.Place, g.Key.IsPaused, Count = g.Count() }).ToListAsync(stop);
        return new(
            [.. byParty.Select(line => new OpenLine(line.Key, line.Open, line.Paused))],
            [.. cases.GroupBy(c => c.DefinitionId).Select(g => new OpenLine(g.Key, g.Sum(c => c.Count), g.Where(c => c.IsPaused).Sum(c => c.Count)))],
            [.. cases.GroupBy(c => c.Place).Select(g => new OpenLine(g.Key, g.Sum(c => c.Count), g.Where(c => c.IsPaused).Sum(c => c.Count)))]);
    }
}
