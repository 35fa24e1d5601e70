using System.Data.Common;
using EGov.Engine;
using EGov.Runtime.Storage;
using Microsoft.Data.SqlClient;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Catalog;

public sealed partial class DefinitionShelf
{
    /// <summary>Puts a text in the place of a draft, if that still is what its writer saw.</summary>
    /// <returns>The draft as it is then; null when it has changed since, was published or is gone.</returns>
    internal async Task<DefinitionVersion?> OverwriteAsync(DefinitionVersion seen, DraftText draft, UserId by, CancellationToken stop)
    {
        await using var context = _database.NewContext();
        var now = _time.GetUtcNow();
        var changed = await context.Definitions
            .Where(d => d.DefinitionId == seen.DefinitionId && d.Version == seen.Version && d.State == nameof(VersionState.Draft) && d.Hash == seen.Hash)
            .ExecuteUpdateAsync(
                set => set.SetProperty(d => d.Text, draft.Text).SetProperty(d => d.Hash, draft.Hash).SetProperty(d => d.Name, draft.Name)
                    .SetProperty(d => d.Description, draft.Description).SetProperty(d => d.Revision, seen.Revision + 1)
                    .SetProperty(d => d.SavedAt, now).SetProperty(d => d.SavedBy, by.Value),
                stop);
        return changed == 0 ? null : seen with { Name = draft.Name, Description = draft.Description, Hash = draft.Hash, Revision = seen.Revision + 1, Saved = new(by, now) };
    }

    /// <summary>Puts a new version on the shelf as a draft.</summary>
    /// <returns>The draft; null when another has taken its number.</returns>
    internal async Task<DefinitionVersion?> AddAsync(DraftText draft, string? madeFrom, UserId by, CancellationToken stop)
    {
        await using var context = _database.NewContext();
        var row = NewRow(draft, madeFrom, by);
        context.Add(row);
        try
        {
            await context.SaveChangesAsync(stop);
            return Describe(new() { Row = row, IsLatest = true });
        }
        catch (DbUpdateException failure) when (failure.InnerException is DbException inner && IsConflict(inner))
        {
            return null;
        }
    }

    /// <summary>Publishes a draft, if it still has the text that was judged; the version published before is retired.</summary>
    /// <returns>False when the draft has changed, was published or is gone, or when another version was published at the same moment.</returns>
    internal async Task<bool> PublishAsync(DefinitionVersion draft, UserId by, string reason, CancellationToken stop)
    {
        await using var context = _database.NewContext();
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        var now = _time.GetUtcNow();
        try
        {
            await context.Definitions.Where(d => d.DefinitionId == draft.DefinitionId && d.Version != draft.Version && d.State == nameof(VersionState.Published))
                .ExecuteUpdateAsync(set => set.SetProperty(d => d.State, nameof(VersionState.Retired)).SetProperty(d => d.RetiredAt, now).SetProperty(d => d.RetiredBy, by.Value), stop);
            var published = await context.Definitions
                .Where(d => d.DefinitionId == draft.DefinitionId && d.Version == draft.Version && d.State == nameof(VersionState.Draft) && d.Hash == draft.Hash)
                .ExecuteUpdateAsync(
                    set => set.SetProperty(d => d.State, nameof(VersionState.Published)).SetProperty(d => d.PublishedAt, now)
                        .SetProperty(d => d.PublishedBy, by.Value).SetProperty(d => d.PublishedReason, reason),
                    stop);
            if (published == 1) await transaction.CommitAsync(stop);
            return published == 1;
        }
        catch (DbException failure) when (IsConflict(failure))
        {
            return false;
        }
    }

    /// <summary>Takes a version out of use; cases on it go on. False when it is not in use.</summary>
    internal async Task<bool> RetireAsync(string definitionId, int version, UserId by, string reason, CancellationToken stop)
    {
        await using var context = _database.NewContext();
        var now = _time.GetUtcNow();
        return await context.Definitions.Where(d => d.DefinitionId == definitionId && d.Version == version && d.State == nameof(VersionState.Published))
            .ExecuteUpdateAsync(
                set => set.SetProperty(d => d.State, nameof(VersionState.Retired)).SetProperty(d => d.RetiredAt, now)
                    .SetProperty(d => d.RetiredBy, by.Value).SetProperty(d => d.RetiredReason, reason),
                stop) == 1;
    }

    /// <summary>Throws a draft away; false when it is none, or the only version of its definition.</summary>
    internal async Task<bool> DeleteDraftAsync(string definitionId, int version, CancellationToken stop)
    {
        await using var context = _database.NewContext();
        return await context.Definitions
            .Where(d => d.DefinitionId == definitionId && d.Version == version && d.State == nameof(VersionState.Draft))
            .Where(d => context.Definitions.Any(o => o.DefinitionId == definitionId && o.Version != version))
            .ExecuteDeleteAsync(stop) == 1;
    }

    /// <summary>Throws a definition away of which no version was ever published; false when one was, or when there is none.</summary>
    internal async Task<bool> DeleteUnpublishedAsync(string definitionId, CancellationToken stop)
    {
        await using var context = _database.NewContext();
        return await context.Definitions
            .Where(d => d.DefinitionId == definitionId && !context.Definitions.Any(o => o.DefinitionId == definitionId && o.State != nameof(VersionState.Draft)))
            .ExecuteDeleteAsync(stop) > 0;
    }

    /// <summary>Puts a version from a file on the shelf, once. It is in use if <paramref name="publish"/>, and otherwise was.</summary>
    /// <exception cref="InvalidDataException">Another text is kept under the same version.</exception>
    internal async Task ImportAsync(DraftText file, bool publish, CancellationToken stop)
    {
        await using var context = _database.NewContext();
        var kept = await context.Definitions.Where(d => d.DefinitionId == file.DefinitionId && d.Version == file.Version).Select(d => d.Hash).FirstOrDefaultAsync(stop);
        if (kept == file.Hash) return;
        if (kept is not null) throw new InvalidDataException($"{file.DefinitionId} version {file.Version} is kept with another text; a changed process is a new version.");
        var row = NewRow(file, null, UserId.System);
        (row.State, row.PublishedAt, row.PublishedBy) = (publish ? nameof(VersionState.Published) : nameof(VersionState.Retired), row.SavedAt, row.SavedBy);
        if (!publish) (row.RetiredAt, row.RetiredBy) = (row.SavedAt, row.SavedBy);
        await using var transaction = await context.Database.BeginTransactionAsync(stop);
        if (publish)
            await context.Definitions.Where(d => d.DefinitionId == file.DefinitionId && d.State == nameof(VersionState.Published)).ExecuteUpdateAsync(
                set => set.SetProperty(d => d.State, nameof(VersionState.Retired)).SetProperty(d => d.RetiredAt, row.SavedAt).SetProperty(d => d.RetiredBy, row.SavedBy), stop);
        context.Add(row);
        await context.SaveChangesAsync(stop);
        await transaction.CommitAsync(stop);
    }

    private DefinitionRow NewRow(DraftText draft, string? madeFrom, UserId by)
    {
        var now = _time.GetUtcNow();
        return new()
        {
            DefinitionId = draft.DefinitionId, Version = draft.Version, State = nameof(VersionState.Draft), Hash = draft.Hash, Revision = 1, Name = draft.Name,
            Description = draft.Description, MadeFrom = madeFrom, CreatedAt = now, SavedAt = now, SavedBy = by.Value, Text = draft.Text,
        };
    }

    /// <summary>A number that is taken, a second published version, or a deadlock with whoever takes it.</summary>
    private static bool IsConflict(DbException failure) => failure.SqlState is "23505" or "40P01" or "40001"
        || failure is SqlException { Number: 2601 or 2627 or 1205 } or SqliteException { SqliteErrorCode: 19 };
}
