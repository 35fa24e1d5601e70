using System.Data.Common;
using System.Text;
using Microsoft.Data.Sqlite;
using SQLitePCL;

namespace EGov.Runtime.Storage;

/// <summary>SQLite: a transaction takes the file's one write lock at once, so the cases are held from the start.</summary>
/// <remarks>
/// Statements are bound by place and stepped through SQLitePCL, which Microsoft.Data.Sqlite stands on: no look-up of parameters by name.
/// </remarks>
internal sealed class SqliteWriter(string connectionString) : BatchWriter
{
    /// <summary>
    /// 64 MiB of pages, so that the hot ones of every index stay in memory; and a log of 32 MiB before it is folded into the file, so that a page
    /// changed by many orders is written back once. Durability is as before: every commit is flushed to the log.
    /// </summary>
    private const string RoomForTheWriter = "PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=8192;";

    private static readonly Sql Begin = new("BEGIN IMMEDIATE");
    private static readonly Sql EndAll = new("COMMIT");
    private static readonly Sql FindVersion = new("SELECT \"LastVersion\" FROM \"Journal\" WHERE \"CaseId\" = $1 ORDER BY \"FirstVersion\" DESC LIMIT 1");
    private static readonly Sql FindReceipt = new(ReceiptsOf("= $1"));

    private readonly Dictionary<Sql, sqlite3_stmt> _prepared = [];
    private byte[] _room = new byte[4096];
    private sqlite3? _database;

    protected override DbConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        SqlitePragmas.Apply(connection);
        using var command = connection.CreateCommand();
        command.CommandText = RoomForTheWriter;
        command.ExecuteNonQuery();
        _database = connection.Handle;
        return connection;
    }

    protected override Known BeginAndHold(DbConnection connection, IReadOnlyList<Commit> batch)
    {
        Run(new(Begin, []));
        var known = new Known();
        foreach (var commit in batch)
        {
            if (!known.Versions.ContainsKey(commit.CaseId)) Find(FindVersion, commit.CaseId, found => known.Versions[commit.CaseId] = raw.sqlite3_column_int(found, 0));
            if (commit.CommandId is { } id && !known.Receipts.ContainsKey(id)) Find(FindReceipt, id, found => known.Receipts[id] = Receipt(found));
        }

        return known;
    }

    protected override void StoreAndCommit(DbConnection connection, IReadOnlyList<Statement> statements, bool inOrder)
    {
        foreach (var statement in statements) Run(statement);
        Run(new(EndAll, []));
    }

    protected override void Close()
    {
        foreach (var statement in _prepared.Values) statement.Dispose();
        _prepared.Clear();
        _database = null;
        base.Close();
    }

    private static StoredReceipt Receipt(sqlite3_stmt found) => new(
        Text(found, 1), raw.sqlite3_column_int(found, 2), Text(found, 3), Text(found, 4), raw.sqlite3_column_int64(found, 5),
        raw.sqlite3_column_type(found, 6) == raw.SQLITE_NULL ? null : raw.sqlite3_column_blob(found, 6).ToArray());

    private static string Text(sqlite3_stmt found, int column) => raw.sqlite3_column_text(found, column).utf8_to_string();

    private void Run(Statement what)
    {
        var statement = Bind(what);
        var result = raw.sqlite3_step(statement);
        raw.sqlite3_reset(statement);
        if (result is not (raw.SQLITE_DONE or raw.SQLITE_ROW)) throw Failure(result);
    }

    private void Find(Sql sql, string key, Action<sqlite3_stmt> found)
    {
        var statement = Bind(new(sql, [key]));
        var result = raw.sqlite3_step(statement);
        if (result == raw.SQLITE_ROW) found(statement);
        raw.sqlite3_reset(statement);
        if (result is not (raw.SQLITE_DONE or raw.SQLITE_ROW)) throw Failure(result);
    }

    private sqlite3_stmt Bind(Statement what)
    {
        if (!_prepared.TryGetValue(what.Sql, out var statement)) _prepared[what.Sql] = statement = Prepare(what.Sql.Text);
        for (var place = 0; place < what.Values.Length; place++)
        {
            var result = what.Values[place] switch
            {
                null => raw.sqlite3_bind_null(statement, place + 1),
                "" => raw.sqlite3_bind_text(statement, place + 1, ""), // an empty span would be bound as null
                string text => raw.sqlite3_bind_text(statement, place + 1, Utf8(text)),
                byte[] bytes => raw.sqlite3_bind_blob(statement, place + 1, bytes),
                int number => raw.sqlite3_bind_int(statement, place + 1, number),
                long number => raw.sqlite3_bind_int64(statement, place + 1, number),
                bool truth => raw.sqlite3_bind_int(statement, place + 1, truth ? 1 : 0),
                var other => throw new NotSupportedException(other.GetType().Name),
            };
            if (result != raw.SQLITE_OK) throw Failure(result);
        }

        return statement;
    }

    /// <summary>The text in room of our own, which SQLite copies from at once.</summary>
    private ReadOnlySpan<byte> Utf8(string text)
    {
        var most = Encoding.UTF8.GetMaxByteCount(text.Length);
        if (_room.Length < most) _room = new byte[most];
        return _room.AsSpan(0, Encoding.UTF8.GetBytes(text, _room));
    }

    /// <summary>Parameters are numbered in the order they first appear, which is how every text here writes them.</summary>
    private sqlite3_stmt Prepare(string sql)
    {
        var result = raw.sqlite3_prepare_v3(_database, sql, raw.SQLITE_PREPARE_PERSISTENT, out var statement);
        return result == raw.SQLITE_OK ? statement : throw Failure(result);
    }

    private SqliteException Failure(int result) => new(raw.sqlite3_errmsg(_database).utf8_to_string(), result);
}
