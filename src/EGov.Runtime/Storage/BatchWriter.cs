using System.Data.Common;

namespace EGov.Runtime.Storage;

/// <summary>Writes a batch of commits in one transaction over one connection of its own: holds the cases, judges each commit, writes those that stand.</summary>
/// <remarks>Synchronous: SQLite knows no other calls, and a batch has its thread to itself while it is written.</remarks>
internal abstract class BatchWriter : IDisposable
{
    private DbConnection? _connection;

    /// <summary>Finds the receipts of orders; the places are those of <see cref="StoredReceipt"/> after the order's id.</summary>
    /// <param name="these">What follows the column of the order's id.</param>
    protected static string ReceiptsOf(string these) =>
        $"""
         SELECT "CommandId", "CaseId", "LastVersion", '', '', "At", "Text" FROM "Journal" WHERE "CommandId" {these}
         UNION ALL
         SELECT "CommandId", "CaseId", "Version", "CommandHash", COALESCE("Refusal", ''), "At", NULL FROM "Receipts" WHERE "CommandId" {these}
         """;

    public CommitOutcome[] Write(IReadOnlyList<Commit> batch)
    {
        var connection = _connection ??= Open();
        try
        {
            if (batch.All(c => c.ClaimsItsVersion) && TryStoreUnread(connection, batch)) return [.. batch.Select(_ => CommitOutcome.Stored.Once)];
            var outcomes = Judge(batch, BeginAndHold(connection, batch));
            StoreAndCommit(connection, [.. Standing(batch, outcomes)], batch.Any(c => c.IsInOrder));
            return outcomes;
        }
        catch
        {
            // Whatever went wrong, nothing of it is kept: the next batch starts on a fresh connection.
            Close();
            throw;
        }
    }

    public void Dispose()
    {
        Close();
        GC.SuppressFinalize(this);
    }

    protected abstract DbConnection Open();

    /// <summary>Writes and commits without reading first, where that saves a round trip; false when something stood in the way and nothing was stored.</summary>
    protected virtual bool TryStoreUnread(DbConnection connection, IReadOnlyList<Commit> batch) => false;

    /// <summary>Begins a transaction, keeps every other writer off these cases until it ends, and reads what is known of them.</summary>
    protected abstract Known BeginAndHold(DbConnection connection, IReadOnlyList<Commit> batch);

    /// <summary>Writes and commits; unless <paramref name="inOrder"/>, no statement touches what another has written.</summary>
    protected abstract void StoreAndCommit(DbConnection connection, IReadOnlyList<Statement> statements, bool inOrder);

    protected virtual void Close()
    {
        _connection?.Dispose();
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
