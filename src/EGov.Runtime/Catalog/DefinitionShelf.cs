using System.Collections.Immutable;
using System.Linq.Expressions;
using EGov.Engine;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Catalog;

/// <summary>Keeps the texts of definitions, byte for byte, by version. A version that was ever published never changes.</summary>
/// <remarks>Anyone may read; changes come through <see cref="DefinitionDesk"/>, which judges them first. Each is one statement or one transaction, on condition of what the judge saw.</remarks>
public sealed partial class DefinitionShelf
{
    private const int Most = 1000;
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal DefinitionShelf(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Every version of one definition, or of all, newest first.</summary>
    public async Task<ImmutableArray<DefinitionVersion>> VersionsAsync(string? definitionId = null, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        var rows = context.Definitions.Where(d => definitionId == null || d.DefinitionId == definitionId).OrderBy(d => d.DefinitionId).ThenByDescending(d => d.Version);
        return [.. (await Heads(context, rows).ToListAsync(stop)).Select(Describe)];
    }

    /// <summary>The versions that match, in order, and how many there are in all.</summary>
    public async Task<(ImmutableArray<DefinitionVersion> Versions, int Total)> FindAsync(ShelfQuery query, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        var rows = Matching(context, query);
        var total = await rows.CountAsync(stop);
        var page = Ordered(rows, query).Skip(Math.Max(query.Skip, 0)).Take(Math.Clamp(query.Take, 1, Most));
        return ([.. (await Heads(context, page).ToListAsync(stop)).Select(Describe)], total);
    }

    /// <summary>One version with its text; null when there is none.</summary>
    public Task<KeptDefinition?> ReadAsync(string definitionId, int version, CancellationToken stop = default) =>
        FirstAsync(rows => rows.Where(d => d.DefinitionId == definitionId && d.Version == version), stop);

    /// <summary>The version that <paramref name="choice"/> means, the highest when several; null when there is none.</summary>
    public async Task<KeptDefinition?> ReadAsync(string definitionId, VersionChoice choice, CancellationToken stop = default)
    {
        var found = await FindAsync(new ShelfQuery { DefinitionIds = [definitionId], Choice = choice, Order = ShelfOrder.Version, Descending = true, Take = 1 }, stop);
        return found.Versions is [var version] ? await ReadAsync(definitionId, version.Version, stop) : null;
    }

    /// <summary>The highest version with its text: the one that is drawn on; null when there is no such definition.</summary>
    public Task<KeptDefinition?> LatestAsync(string definitionId, CancellationToken stop = default) =>
        FirstAsync(rows => rows.Where(d => d.DefinitionId == definitionId).OrderByDescending(d => d.Version), stop);

    /// <summary>The text as it was saved; null when there is no such version.</summary>
    public async Task<string?> TextAsync(string definitionId, int version, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        return await context.Definitions.Where(d => d.DefinitionId == definitionId && d.Version == version).Select(d => d.Text).FirstOrDefaultAsync(stop);
    }

    /// <summary>The version in use of every definition that has one.</summary>
    internal async Task<ImmutableDictionary<string, int>> PublishedAsync(CancellationToken stop)
    {
        await using var context = _database.NewContext();
        var rows = await context.Definitions.Where(d => d.State == nameof(VersionState.Published)).Select(d => new { d.DefinitionId, d.Version }).ToListAsync(stop);
        return rows.ToImmutableDictionary(d => d.DefinitionId, d => d.Version, StringComparer.Ordinal);
    }

    private async Task<KeptDefinition?> FirstAsync(Func<IQueryable<DefinitionRow>, IQueryable<DefinitionRow>> isMeant, CancellationToken stop)
    {
        await using var context = _database.NewContext();
        var found = await isMeant(context.Definitions.AsNoTracking())
            .Select(row => new { Row = row, IsLatest = !context.Definitions.Any(o => o.DefinitionId == row.DefinitionId && o.Version > row.Version) })
            .FirstOrDefaultAsync(stop);
        return found is null ? null : new(Describe(new() { Row = found.Row, IsLatest = found.IsLatest }), found.Row.Text);
    }

    private static IQueryable<DefinitionRow> Matching(EGovDbContext context, ShelfQuery query)
    {
        var rows = context.Definitions.AsNoTracking();
        if (query.DefinitionIds is { IsEmpty: false } ids) rows = rows.Where(d => ids.ToArray().Contains(d.DefinitionId));
        if (query.Version is { } version) rows = rows.Where(d => d.Version == version);
        if (query.Search is { Length: > 0 } search) rows = rows.Where(d => d.Name.Contains(search) || d.DefinitionId.Contains(search));
        Expression<Func<DefinitionRow, bool>> isLatest = d => !context.Definitions.Any(o => o.DefinitionId == d.DefinitionId && o.Version > d.Version);
        return query.Choice switch
        {
            VersionChoice.Latest => rows.Where(isLatest),
            VersionChoice.Published => rows.Where(d => d.State == nameof(VersionState.Published)),
            VersionChoice.Draft => rows.Where(isLatest).Where(d => d.State == nameof(VersionState.Draft)),
            VersionChoice.LatestAndPublished => rows.Where(isLatest).Where(d => d.State == nameof(VersionState.Published)),
            VersionChoice.PublishedOrLatest => rows.Where(d => d.State == nameof(VersionState.Published)
                || !context.Definitions.Any(o => o.DefinitionId == d.DefinitionId && (o.Version > d.Version || o.State == nameof(VersionState.Published)))),
            _ => rows,
        };
    }

    private static IOrderedQueryable<DefinitionRow> Ordered(IQueryable<DefinitionRow> rows, ShelfQuery query)
    {
        var ordered = (query.Order, query.Descending) switch
        {
            (ShelfOrder.Name, false) => rows.OrderBy(d => d.Name),
            (ShelfOrder.Name, true) => rows.OrderByDescending(d => d.Name),
            (ShelfOrder.Created, false) => rows.OrderBy(d => d.CreatedAt),
            (ShelfOrder.Created, true) => rows.OrderByDescending(d => d.CreatedAt),
            (ShelfOrder.Version, false) => rows.OrderBy(d => d.Version),
            (ShelfOrder.Version, true) => rows.OrderByDescending(d => d.Version),
            (_, true) => rows.OrderByDescending(d => d.DefinitionId),
            _ => rows.OrderBy(d => d.DefinitionId),
        };
        return ordered.ThenBy(d => d.DefinitionId).ThenByDescending(d => d.Version);
    }

    /// <summary>Rows without their texts.</summary>
    private static IQueryable<Head> Heads(EGovDbContext context, IQueryable<DefinitionRow> rows) => rows.AsNoTracking().Select(d => new Head
    {
        Row = new DefinitionRow
        {
            DefinitionId = d.DefinitionId, Version = d.Version, State = d.State, Hash = d.Hash, Revision = d.Revision, Name = d.Name, Description = d.Description,
            MadeFrom = d.MadeFrom, CreatedAt = d.CreatedAt, SavedAt = d.SavedAt, SavedBy = d.SavedBy, PublishedAt = d.PublishedAt, PublishedBy = d.PublishedBy,
            PublishedReason = d.PublishedReason, RetiredAt = d.RetiredAt, RetiredBy = d.RetiredBy, RetiredReason = d.RetiredReason, Text = "",
        },
        IsLatest = !context.Definitions.Any(o => o.DefinitionId == d.DefinitionId && o.Version > d.Version),
    });

    private static DefinitionVersion Describe(Head head)
    {
        var row = head.Row;
        return new(row.DefinitionId, row.Version, Enum.Parse<VersionState>(row.State), row.Name, row.Description)
        {
            Hash = row.Hash, Revision = row.Revision, IsLatest = head.IsLatest, MadeFrom = row.MadeFrom, CreatedAt = row.CreatedAt,
            Saved = new(new UserId(row.SavedBy), row.SavedAt),
            Published = Act(row.PublishedBy, row.PublishedAt, row.PublishedReason),
            Retired = Act(row.RetiredBy, row.RetiredAt, row.RetiredReason),
        };
    }

    private static VersionAct? Act(string? by, DateTimeOffset? at, string? reason) => by is null || at is not { } moment ? null : new(new UserId(by), moment, reason);

    private sealed class Head
    {
        public required DefinitionRow Row { get; init; }
        public required bool IsLatest { get; init; }
    }
}
