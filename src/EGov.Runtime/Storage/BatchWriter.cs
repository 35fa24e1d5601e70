using System.Data.Common;

namespace EGov.Runtime.Storage;

/// <summary>Writes a batch of commits in one transaction over one connection of its own: holds the cases, judges each commit, writes those that stand.</summary>
internal abstract class BatchWriter : IAsyncDisposable
{
    private DbConnection? _connection;

    public async Task<CommitOutcome[]> WriteAsync(IReadOnlyList<Commit> batch)
    {
        var connection = _connection ??= await OpenAsync();
        try
        {
            await using var transaction = await connection.BeginTransactionAsync();
            var outcomes = Judge(batch, await HoldAsync(transaction, batch));
            await StoreAsync(transaction, [.. Standing(batch, outcomes)]);
            await transaction.CommitAsync();
            return outcomes;
        }
        catch
        {
            // Whatever went wrong, the next batch starts on a fresh connection.
            await CloseAsync();
            throw;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await CloseAsync();
        GC.SuppressFinalize(this);
    }

    protected abstract Task<DbConnection> OpenAsync();

    /// <summary>Keeps every other writer off these cases until the transaction ends, then reads what is known of them.</summary>
    protected abstract Task<Known> HoldAsync(DbTransaction transaction, IReadOnlyList<Commit> batch);

    protected abstract Task StoreAsync(DbTransaction transaction, IReadOnlyList<Statement> statements);

    protected virtual async Task CloseAsync()
    {
        if (_connection is null) return;
        await _connection.DisposeAsync();
        _connection = null;
    }

    /// <summary>Commits of one batch see each other: of two at the same version, or under the same id, the first stands.</summary>
    private static CommitOutcome[] Judge(IReadOnlyList<Commit> batch, Known known)
    {
        var outcomes = new CommitOutcome[batch.Count];
        var taken = new HashSet<string>(StringComparer.Ordinal);
        for (var place = 0; place < batch.Count; place++)
        {
            var commit = batch[place];
            var seen = commit.CommandId is { } id ? known.Receipts.GetValueOrDefault(id) : null;
            var stands = seen is null
                && (commit.ExpectedVersion is not { } expected || known.Versions.GetValueOrDefault(commit.CaseId) == expected)
                && !taken.Contains("c " + commit.CaseId) && !taken.Contains("i " + commit.CommandId);
            outcomes[place] = seen is not null ? new CommitOutcome.Seen(seen) : stands ? CommitOutcome.Stored.Once : CommitOutcome.Moved.On;
            if (!stands) continue;
            taken.Add("c " + commit.CaseId);
            if (commit.CommandId is not null) taken.Add("i " + commit.CommandId);
        }

        return outcomes;
    }

    private static IEnumerable<Statement> Standing(IReadOnlyList<Commit> batch, CommitOutcome[] outcomes)
    {
        for (var place = 0; place < batch.Count; place++)
            if (outcomes[place] is CommitOutcome.Stored)
                foreach (var statement in batch[place].Statements)
                    yield return statement;
    }

    /// <summary>What the database says while the cases are held.</summary>
    protected sealed class Known
    {
        public Dictionary<string, int> Versions { get; } = new(StringComparer.Ordinal);

        public Dictionary<string, StoredReceipt> Receipts { get; } = new(StringComparer.Ordinal);
    }
}
