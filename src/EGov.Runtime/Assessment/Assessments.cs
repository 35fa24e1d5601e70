using System.Collections.Immutable;
using System.Text.Json;
using EGov.Engine;
using EGov.Engine.Assessment;
using EGov.Runtime.Catalog;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Assessment;

/// <summary>Assesses periods (目标考核) from the journals, and keeps those that are over for good.</summary>
/// <remarks>
/// A frozen period holds the two things no journal holds, the rule and to which body each team belonged. So it can be computed again at any later time and
/// must give the same bytes; if it does not, a journal, a rating or the kept text was changed.
/// </remarks>
public sealed class Assessments
{
    private readonly FolderSettings _folders;
    private readonly Database _database;
    private readonly CalendarEditions _editions;
    private readonly TeamBodies _bodies;
    private readonly AssessmentDeeds _deeds;

    internal Assessments(FolderSettings folders, Database database, CalendarEditions editions, TeamBodies bodies, AssessmentDeeds deeds) =>
        (_folders, _database, _editions, _bodies, _deeds) = (folders, database, editions, bodies, deeds);

    /// <summary>The month and the quarter of today.</summary>
    public (AssessmentPeriod Month, AssessmentPeriod Quarter) Present =>
        Today is var today ? (AssessmentPeriod.MonthOf(today), AssessmentPeriod.QuarterOf(today)) : default;

    private DateOnly Today => _editions.Newest.Calendar.DayOf(_deeds.Now);

    /// <summary>True when nothing can be added to a period any more.</summary>
    public bool IsOver(AssessmentPeriod period) => _deeds.Now >= period.Until(_editions.Newest.Calendar);

    /// <summary>The rule in force, from <c>workflows/supervision/assessment.json</c>.</summary>
    /// <exception cref="InvalidDataException">There is none, or it is broken; told by its place.</exception>
    public async Task<AssessmentRule> RuleAsync(CancellationToken stop = default)
    {
        var file = Path.Combine(_folders.Workflows, "supervision", "assessment.json");
        if (!File.Exists(file)) throw new InvalidDataException($"{file} is missing: without a rule nobody is assessed.");
        var (rule, wrong) = AssessmentRule.Read(await File.ReadAllTextAsync(file, stop));
        return rule ?? throw new InvalidDataException($"{file} cannot be used: {wrong}");
    }

    /// <summary>Computes a period from the journals, over or not, with today's rule and bodies; a frozen one with those it was frozen with.</summary>
    public async Task<AssessedPeriod> ComputeAsync(AssessmentPeriod period, CancellationToken stop = default)
    {
        await _editions.RefreshAsync(stop);
        var frozen = await FindAsync(period, stop);
        var rule = frozen?.Sheet.Rule ?? await RuleAsync(stop);
        Func<PartyId, string?> bodyOf = frozen is null ? await _bodies.ReadAsync(stop) : frozen.Sheet.BodyOf;
        var editions = _editions.All.ToDictionary(edition => edition.Version, edition => edition.Calendar, StringComparer.Ordinal);
        var counted = await new JournalCount(_database).RunAsync(new(period, rule, _editions.All[0].Calendar, version => editions[version]), stop);
        return AssessedPeriod.Of(AssessmentSheet.Of(period, rule, counted, bodyOf));
    }

    /// <summary>A frozen period as it was kept; null when it is not frozen.</summary>
    /// <exception cref="InvalidDataException">What is kept cannot be read.</exception>
    public async Task<AssessedPeriod?> FindAsync(AssessmentPeriod period, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        return await context.Assessments.AsNoTracking().FirstOrDefaultAsync(row => row.Period == period.ToString(), stop) is { } row
            ? new(ReadKept(period, row.Text), row.Text, row.Hash, new(period, row.Hash, row.FrozenAt, new(row.FrozenBy)))
            : null;
    }

    /// <summary>Every frozen period, the latest first.</summary>
    public async Task<ImmutableArray<FrozenPeriod>> FrozenAsync(CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        var rows = await context.Assessments.AsNoTracking().Select(row => new { row.Period, row.Hash, row.FrozenAt, row.FrozenBy }).ToListAsync(stop);
        return [.. rows.Select(row => new FrozenPeriod(AssessmentPeriod.TryRead(row.Period, out var period) ? period : default, row.Hash, row.FrozenAt, new(row.FrozenBy))).OrderByDescending(row => row.Period)];
    }

    /// <summary>Computes a period and keeps it for good. A period that is not over is refused; freezing twice changes nothing and tells whether it is the same.</summary>
    public async Task<(Freezing Outcome, AssessedPeriod? Computed)> FreezeAsync(AssessmentPeriod period, UserId by, CancellationToken stop = default)
    {
        if (!IsOver(period)) return (Freezing.NotOver, null);
        await _deeds.SuperviseAsync(stop);
        var computed = await ComputeAsync(period, stop);
        if (await _deeds.KeepAsync(period, computed, by, stop)) return (Freezing.Done, computed);
        return (await IsAsKeptAsync(period, computed, stop) ? Freezing.WasFrozen : Freezing.Differs, computed);
    }

    /// <summary>True when a period computes to the very bytes that were frozen, and these to the hash beside them.</summary>
    public async Task<bool> IsAsKeptAsync(AssessmentPeriod period, AssessedPeriod computed, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(computed);
        return await FindAsync(period, stop) is { } kept && kept.Text == computed.Text && kept.Hash == computed.Hash;
    }

    private static AssessmentSheet ReadKept(AssessmentPeriod period, string text)
    {
        try
        {
            return AssessmentText.Read(text);
        }
        catch (JsonException broken)
        {
            throw new InvalidDataException($"What is kept of {period} is no assessment any more; somebody has changed it.", broken);
        }
    }
}
