using System.Buffers.Binary;
using System.Data;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace EGov.Runtime.Storage;

/// <summary>PostgreSQL: two round trips per batch, one that begins, holds the cases and reads, one that writes and commits.</summary>
/// <remarks>
/// The cases are held by advisory locks, taken in rising order so that two hosts never wait for each other in a circle. They also hold a number
/// that no row has yet. The reads that follow are statements of their own, so they see what the former holder committed.
/// </remarks>
internal sealed class PostgresWriter(string connectionString) : BatchWriter
{
    private const string LockSql = "SELECT pg_advisory_xact_lock(k) FROM unnest($1) AS k";
    private const string VersionsSql = "SELECT \"CaseId\", \"Version\" FROM \"Cases\" WHERE \"CaseId\" = ANY($1)";
    private const string ReceiptsSql =
        "SELECT \"CommandId\", \"CaseId\", \"Version\", \"CommandHash\", \"Refusal\", \"At\" FROM \"Receipts\" WHERE \"CommandId\" = ANY($1)";

    // Without pooling, closing the connection ends whatever transaction it was in. Every row is found by its key: a plan made while a table
    // was small would otherwise stay a scan while it grows.
    private readonly string _connectionString = new NpgsqlConnectionStringBuilder(connectionString)
    {
        MaxAutoPrepare = 100, AutoPrepareMinUsages = 2, Enlist = false, Pooling = false,
        Options = "-c enable_seqscan=off -c enable_hashjoin=off -c enable_mergejoin=off",
    }.ConnectionString;

    protected override DbConnection Open()
    {
        var connection = new NpgsqlConnection(_connectionString);
        connection.Open();
        return connection;
    }

    protected override Known BeginAndHold(DbConnection connection, IReadOnlyList<Commit> batch)
    {
        var cases = batch.Select(c => c.CaseId).Distinct(StringComparer.Ordinal).ToArray();
        var ids = batch.Select(c => c.CommandId).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        using var questions = new NpgsqlBatch((NpgsqlConnection)connection);
        questions.BatchCommands.Add(new NpgsqlBatchCommand("BEGIN"));
        Ask(questions, LockSql, NpgsqlDbType.Array | NpgsqlDbType.Bigint, cases.Select(KeyOf).Distinct().Order().ToArray());
        Ask(questions, VersionsSql, NpgsqlDbType.Array | NpgsqlDbType.Text, cases);
        Ask(questions, ReceiptsSql, NpgsqlDbType.Array | NpgsqlDbType.Text, ids);
        using var reader = questions.ExecuteReader();
        var known = new Known();
        reader.NextResult();
        while (reader.Read()) known.Versions[reader.GetString(0)] = reader.GetInt32(1);
        reader.NextResult();
        while (reader.Read()) known.Receipts[reader.GetString(0)] = PreparedWriter.Read(reader, 1);
        return known;
    }

    protected override void StoreAndCommit(DbConnection connection, IReadOnlyList<Statement> statements, bool inOrder)
    {
        using var batch = new NpgsqlBatch((NpgsqlConnection)connection);
        foreach (var group in inOrder ? [] : statements.GroupBy(s => s.Sql)) Add(batch, group.Key, [.. group]);
        foreach (var statement in inOrder ? statements : []) Add(batch, statement.Sql, [statement]);
        batch.BatchCommands.Add(new NpgsqlBatchCommand("COMMIT"));
        batch.ExecuteNonQuery();
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
        _ => Array(NpgsqlDbType.Text, rows.ConvertAll(r => (string?)r.Values[place])),
    };

    private static NpgsqlParameter Array<T>(NpgsqlDbType type, List<T> values) => new() { NpgsqlDbType = NpgsqlDbType.Array | type, Value = values };

    private static void Ask(NpgsqlBatch batch, string text, NpgsqlDbType type, object value) =>
        batch.BatchCommands.Add(new NpgsqlBatchCommand(text) { Parameters = { new NpgsqlParameter { NpgsqlDbType = type, Value = value } } });

    private static long KeyOf(string caseId) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(caseId)));
}
