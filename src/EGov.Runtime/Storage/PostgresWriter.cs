using System.Buffers.Binary;
using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace EGov.Runtime.Storage;

/// <summary>PostgreSQL: one round trip per batch where every commit claims its version by its key in the journal.</summary>
/// <remarks>
/// When a key is taken or an order was answered before, the batch is rolled back and goes in two: one that begins, holds the cases and reads, one
/// that writes and commits what stands.
/// The cases are held by advisory locks, taken in rising order so that two hosts never wait for each other in a circle. They also hold a number
/// that no row has yet. The reads that follow are statements of their own, so they see what the former holder committed.
/// </remarks>
internal sealed class PostgresWriter(string connectionString) : BatchWriter
{
    private const string LockSql = "SELECT pg_advisory_xact_lock(k) FROM unnest($1) AS k";
    private const string VersionsSql = "SELECT \"CaseId\", MAX(\"LastVersion\") FROM \"Journal\" WHERE \"CaseId\" = ANY($1) GROUP BY \"CaseId\"";

    /// <summary>Ends the transaction when one of these orders has a receipt of its own: the one error a plain question can raise.</summary>
    private const string FailIfAnsweredSql =
        "SELECT 1 / (SELECT CASE WHEN EXISTS (SELECT 1 FROM \"Receipts\" WHERE \"CommandId\" = ANY($1)) THEN 0 ELSE 1 END)";

    private static readonly string ReceiptsSql = ReceiptsOf("= ANY($1)");

    // Without pooling, closing the connection ends whatever transaction it was in. Every row is found by its key: a plan made while a table
    // was small would otherwise stay a scan while it grows.
    private readonly string _connectionString = new NpgsqlConnectionStringBuilder(connectionString)
    {
        MaxAutoPrepare = 100, AutoPrepareMinUsages = 2, Enlist = false, Pooling = false,
        Options = "-c plan_cache_mode=force_generic_plan -c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off",
    }.ConnectionString;

    protected override DbConnection Open()
    {
        var connection = new NpgsqlConnection(_connectionString);
        connection.Open();
        return connection;
    }

    protected override bool TryStoreUnread(DbConnection connection, IReadOnlyList<Commit> batch)
    {
        using var all = new NpgsqlBatch((NpgsqlConnection)connection);
        all.BatchCommands.Add(new NpgsqlBatchCommand("BEGIN"));
        Hold(all, batch);
        Ask(all, FailIfAnsweredSql, NpgsqlDbType.Array | NpgsqlDbType.Text, Ids(batch));
        Store(all, [.. batch.SelectMany(c => c.Statements)], inOrder: false);
        try
        {
            all.ExecuteNonQuery();
            return true;
        }
        catch (PostgresException taken) when (taken.SqlState is PostgresErrorCodes.UniqueViolation or PostgresErrorCodes.DivisionByZero)
        {
            using var back = new NpgsqlCommand("ROLLBACK", (NpgsqlConnection)connection);
            back.ExecuteNonQuery();
            return false;
        }
    }

    protected override Known BeginAndHold(DbConnection connection, IReadOnlyList<Commit> batch)
    {
        using var questions = new NpgsqlBatch((NpgsqlConnection)connection);
        questions.BatchCommands.Add(new NpgsqlBatchCommand("BEGIN"));
        Hold(questions, batch);
        Ask(questions, VersionsSql, NpgsqlDbType.Array | NpgsqlDbType.Text, Cases(batch));
        Ask(questions, ReceiptsSql, NpgsqlDbType.Array | NpgsqlDbType.Text, Ids(batch));
        using var reader = questions.ExecuteReader();
        var known = new Known();
        reader.NextResult();
        while (reader.Read()) known.Versions[reader.GetString(0)] = reader.GetInt32(1);
        reader.NextResult();
        while (reader.Read()) known.Receipts[reader.GetString(0)] = PreparedWriter.Read(reader);
        return known;
    }

    protected override void StoreAndCommit(DbConnection connection, IReadOnlyList<Statement> statements, bool inOrder)
    {
        using var batch = new NpgsqlBatch((NpgsqlConnection)connection);
        Store(batch, statements, inOrder);
        batch.ExecuteNonQuery();
    }

    private static void Store(NpgsqlBatch batch, IReadOnlyList<Statement> statements, bool inOrder)
    {
        foreach (var group in inOrder ? [] : statements.GroupBy(s => s.Sql)) Add(batch, group.Key, [.. group]);
        foreach (var statement in inOrder ? statements : []) Add(batch, statement.Sql, [statement]);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
    }

    /// <summary>Rows for the same table travel as one statement: fewer messages and less memory for the same rows.</summary>
    private static void Add(NpgsqlBatch batch, Sql sql, List<Statement> rows)
    {
        if (rows.Count > 1 && sql.ForManyRows is { } many)
        {
            var command = new NpgsqlBatchCommand(many);
            for (var place = 0; place < sql.Types.Length; place++) command.Parameters.Add(ColumnOf(sql.Types[place], rows, place));
            batch.BatchCommands.Add(command);
            return;
        }

        foreach (var row in rows)
        {
            var command = new NpgsqlBatchCommand(sql.Text);
            for (var place = 0; place < row.Values.Length; place++)
                command.Parameters.Add(new NpgsqlParameter { DbType = sql.Types[place], Value = row.Values[place] ?? DBNull.Value });
            batch.BatchCommands.Add(command);
        }
    }

    private static NpgsqlParameter ColumnOf(DbType type, List<Statement> rows, int place) => type switch
    {
        DbType.Int32 => Array(NpgsqlDbType.Integer, rows.ConvertAll(r => (int?)r.Values[place])),
        DbType.Int64 => Array(NpgsqlDbType.Bigint, rows.ConvertAll(r => (long?)r.Values[place])),
        DbType.Boolean => Array(NpgsqlDbType.Boolean, rows.ConvertAll(r => (bool?)r.Values[place])),
        DbType.Binary => Array(NpgsqlDbType.Bytea, rows.ConvertAll(r => (byte[]?)r.Values[place])),
        _ => Array(NpgsqlDbType.Text, rows.ConvertAll(r => (string?)r.Values[place])),
    };

    private static NpgsqlParameter Array<T>(NpgsqlDbType type, List<T> values) => new() { NpgsqlDbType = NpgsqlDbType.Array | type, Value = values };

    private static void Hold(NpgsqlBatch batch, IReadOnlyList<Commit> commits) =>
        Ask(batch, LockSql, NpgsqlDbType.Array | NpgsqlDbType.Bigint, Cases(commits).Select(KeyOf).Distinct().Order().ToArray());

    private static string[] Cases(IReadOnlyList<Commit> commits) => [.. commits.Select(c => c.CaseId).Distinct(StringComparer.Ordinal)];

    private static string[] Ids(IReadOnlyList<Commit> commits) => [.. commits.Select(c => c.CommandId).OfType<string>().Distinct(StringComparer.Ordinal)];

    private static void Ask(NpgsqlBatch batch, string text, NpgsqlDbType type, object value) =>
        batch.BatchCommands.Add(new NpgsqlBatchCommand(text) { Parameters = { new NpgsqlParameter { NpgsqlDbType = type, Value = value } } });

    private static long KeyOf(string caseId) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(caseId)));
}
