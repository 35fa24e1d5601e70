using System.Collections.Immutable;
using EGov.Engine;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Catalog;

/// <summary>Keeps the texts of definitions, byte for byte, by version. A version that was ever published never changes.</summary>
public sealed class DefinitionShelf
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal DefinitionShelf(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Every version of one definition, or of all, newest first.</summary>
    public async Task<ImmutableArray<DefinitionVersion>> VersionsAsync(string? definitionId = null, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        var rows = await context.Definitions.AsNoTracking().Where(d => definitionId == null || d.DefinitionId == definitionId)
            .OrderBy(d => d.DefinitionId).ThenByDescending(d => d.Version)
            .Select(d => new { d.DefinitionId, d.Version, d.State, d.Hash, d.SavedAt, d.PublishedAt, d.By }).ToListAsync(stop);
        return [.. rows.Select(d => new DefinitionVersion(d.DefinitionId, d.Version, Enum.Parse<VersionState>(d.State), d.Hash, d.SavedAt, d.PublishedAt, d.By))];
    }

    /// <summary>The text as it was saved; null when there is no such version.</summary>
    public async Task<string?> TextAsync(string definitionId, int version, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        return await context.Definitions.Where(d => d.DefinitionId == definitionId && d.Version == version).Select(d => d.Text).FirstOrDefaultAsync(stop);
    }

    /// <summary>Saves a draft; false when that version was published and so cannot change.</summary>
    public async Task<bool> SaveDraftAsync(string definitionId, int version, string text, UserId by, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        var row = await context.Definitions.FindAsync([definitionId, version], stop);
        if (row is null) context.Add(row = New(definitionId, version, by));
        if (row.State != nameof(VersionState.Draft)) return false;
        (row.Text, row.Hash, row.SavedAt, row.By) = (text, TextHash.Commit(text).Value, _time.GetUtcNow(), by.Value);
        await context.SaveChangesAsync(stop);
        return true;
    }

    /// <summary>Publishes a version; the one published before is retired. False when there is no such version.</summary>
    public async Task<bool> PublishAsync(string definitionId, int version, UserId by, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        var rows = await context.Definitions.Where(d => d.DefinitionId == definitionId).ToListAsync(stop);
        if (rows.Find(d => d.Version == version) is not { } chosen) return false;
        foreach (var other in rows.Where(d => d != chosen && d.State == nameof(VersionState.Published))) other.State = nameof(VersionState.Retired);
        (chosen.State, chosen.PublishedAt, chosen.By) = (nameof(VersionState.Published), chosen.PublishedAt ?? _time.GetUtcNow(), by.Value);
        await context.SaveChangesAsync(stop);
        return true;
    }

    /// <summary>Takes a version out of use; cases on it go on. False when it was not published.</summary>
    public async Task<bool> RetractAsync(string definitionId, int version, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        return await context.Definitions.Where(d => d.DefinitionId == definitionId && d.Version == version && d.State == nameof(VersionState.Published))
            .ExecuteUpdateAsync(set => set.SetProperty(d => d.State, nameof(VersionState.Retired)), stop) == 1;
    }

    /// <summary>Throws a draft away; false when it is none.</summary>
    public async Task<bool> DeleteDraftAsync(string definitionId, int version, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        return await context.Definitions.Where(d => d.DefinitionId == definitionId && d.Version == version && d.State == nameof(VersionState.Draft))
            .ExecuteDeleteAsync(stop) == 1;
    }

    /// <summary>Puts a version from a file on the shelf, once.</summary>
    /// <exception cref="InvalidDataException">Another text is kept under the same version.</exception>
    internal async Task ImportAsync(string definitionId, int version, string text, bool publish, CancellationToken stop)
    {
        await using (var context = _database.NewContext())
        {
            var hash = TextHash.Commit(text).Value;
            var kept = await context.Definitions.AsNoTracking().FirstOrDefaultAsync(d => d.DefinitionId == definitionId && d.Version == version, stop);
            if (kept?.Hash == hash) return;
            if (kept is not null) throw new InvalidDataException($"{definitionId} version {version} is kept with another text; a changed process is a new version.");
            var row = New(definitionId, version, UserId.System);
            (row.Text, row.Hash, row.State, row.PublishedAt) = (text, hash, nameof(VersionState.Retired), row.SavedAt);
            context.Add(row);
            await context.SaveChangesAsync(stop);
        }

        if (publish) await PublishAsync(definitionId, version, UserId.System, stop);
    }

    private DefinitionRow New(string definitionId, int version, UserId by) => new()
    {
        DefinitionId = definitionId, Version = version, Text = "", Hash = "", State = nameof(VersionState.Draft), SavedAt = _time.GetUtcNow(), By = by.Value,
    };
}
