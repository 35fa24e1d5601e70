using System.Buffers.Binary;
using System.Data.Common;
using System.Security.Cryptography;
using System.Text;
using Npgsql;
using NpgsqlTypes;

namespace EGov.Runtime.Storage;

/// <summary>PostgreSQL: two round trips per batch, one that holds the cases and reads, one that writes.</summary>
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

    private readonly string _connectionString =
        new NpgsqlConnectionStringBuilder(connectionString) { MaxAutoPrepare = 100, AutoPrepareMinUsages = 2, Enlist = false }.ConnectionString;

    protected override async Task<DbConnection> OpenAsync()
    {
        var connection = new NpgsqlConnection(_connectionString);
        await connection.OpenAsync();
        return connection;
    }

    protected override async Task<Known> HoldAsync(DbTransaction transaction, IReadOnlyList<Commit> batch)
    {
        var cases = batch.Select(c => c.CaseId).Distinct(StringComparer.Ordinal).ToArray();
        var ids = batch.Select(c => c.CommandId).OfType<string>().Distinct(StringComparer.Ordinal).ToArray();
        var known = new Known();
        await using var questions = Batch(transaction);
        Ask(questions, LockSql, NpgsqlDbType.Array | NpgsqlDbType.Bigint, cases.Select(KeyOf).Distinct().Order().ToArray());
        Ask(questions, VersionsSql, NpgsqlDbType.Array | NpgsqlDbType.Text, cases);
        Ask(questions, ReceiptsSql, NpgsqlDbType.Array | NpgsqlDbType.Text, ids);
        await using var reader = await questions.ExecuteReaderAsync();
        await reader.NextResultAsync();
        while (await reader.ReadAsync()) known.Versions[reader.GetString(0)] = reader.GetInt32(1);
        await reader.NextResultAsync();
        while (await reader.ReadAsync()) known.Receipts[reader.GetString(0)] = PreparedWriter.Read(reader, 1);
        return known;
    }

    protected override async Task StoreAsync(DbTransaction transaction, IReadOnlyList<Statement> statements)
    {
        if (statements.Count == 0) return;
        await using var batch = Batch(transaction);
        foreach (var statement in statements)
        {
            var command = new NpgsqlBatchCommand(statement.Sql.Text);
            for (var place = 0; place < statement.Values.Length; place++)
                command.Parameters.Add(new NpgsqlParameter { DbType = statement.Sql.Types[place], Value = statement.Values[place] ?? DBNull.Value });
            batch.BatchCommands.Add(command);
        }

        await batch.ExecuteNonQueryAsync();
    }

    private static NpgsqlBatch Batch(DbTransaction transaction) => new((NpgsqlConnection)transaction.Connection!, (NpgsqlTransaction)transaction);

    private static void Ask(NpgsqlBatch batch, string text, NpgsqlDbType type, object value) =>
        batch.BatchCommands.Add(new NpgsqlBatchCommand(text) { Parameters = { new NpgsqlParameter { NpgsqlDbType = type, Value = value } } });

    private static long KeyOf(string caseId) => BinaryPrimitives.ReadInt64BigEndian(SHA256.HashData(Encoding.UTF8.GetBytes(caseId)));
}
