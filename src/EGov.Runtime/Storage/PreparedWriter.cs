using System.Data;
using System.Data.Common;

namespace EGov.Runtime.Storage;

/// <summary>A writer whose commands are prepared once and run one after the other: right for SQLite, where a command costs no round trip.</summary>
internal abstract class PreparedWriter : BatchWriter
{
    private static readonly Sql FindReceipt = new(
        "SELECT \"CaseId\", \"Version\", \"CommandHash\", \"Refusal\", \"At\" FROM \"Receipts\" WHERE \"CommandId\" = $1", DbType.String);

    private readonly Dictionary<Sql, DbCommand> _prepared = [];

    protected abstract Sql FindVersion { get; }

    protected virtual string Mark(string text) => text;

    protected virtual char ParameterSign => '$';

    protected override async Task<Known> HoldAsync(DbTransaction transaction, IReadOnlyList<Commit> batch)
    {
        var known = new Known();
        foreach (var caseId in batch.Select(c => c.CaseId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            if (await Bind(transaction, new(FindVersion, [caseId])).ExecuteScalarAsync() is { } version)
                known.Versions[caseId] = Convert.ToInt32(version, System.Globalization.CultureInfo.InvariantCulture);
        foreach (var id in batch.Select(c => c.CommandId).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            await using var reader = await Bind(transaction, new(FindReceipt, [id])).ExecuteReaderAsync();
            if (await reader.ReadAsync()) known.Receipts[id] = Read(reader, 0);
        }

        return known;
    }

    protected override async Task StoreAsync(DbTransaction transaction, IReadOnlyList<Statement> statements)
    {
        foreach (var statement in statements) await Bind(transaction, statement).ExecuteNonQueryAsync();
    }

    protected override async Task CloseAsync()
    {
        foreach (var command in _prepared.Values) await command.DisposeAsync();
        _prepared.Clear();
        await base.CloseAsync();
    }

    internal static StoredReceipt Read(DbDataReader reader, int first) => new(
        reader.GetString(first), reader.GetInt32(first + 1), reader.GetString(first + 2),
        reader.IsDBNull(first + 3) ? null : reader.GetString(first + 3), reader.GetInt64(first + 4));

    private DbCommand Bind(DbTransaction transaction, Statement statement)
    {
        if (!_prepared.TryGetValue(statement.Sql, out var command)) _prepared[statement.Sql] = command = Prepare(transaction, statement.Sql);
        command.Transaction = transaction;
        for (var place = 0; place < statement.Values.Length; place++) command.Parameters[place].Value = statement.Values[place] ?? DBNull.Value;
        return command;
    }

    private DbCommand Prepare(DbTransaction transaction, Sql sql)
    {
        var command = transaction.Connection!.CreateCommand();
        command.CommandText = Mark(sql.Text);
        for (var place = 0; place < sql.Types.Length; place++)
        {
            var parameter = command.CreateParameter();
            parameter.ParameterName = ParameterSign + (place + 1).ToString(System.Globalization.CultureInfo.InvariantCulture);
            parameter.DbType = sql.Types[place];
            command.Parameters.Add(parameter);
        }

        return command;
    }
}
