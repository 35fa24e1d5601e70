using System.Data;
using System.Data.Common;

namespace EGov.Runtime.Storage;

/// <summary>A writer whose commands are prepared once and run one after the other: right for SQLite, where a command costs no round trip.</summary>
internal abstract class PreparedWriter : BatchWriter
{
    private static readonly Sql FindReceipt = new(ReceiptsOf("= $1"), DbType.String);

    private readonly Dictionary<Sql, DbCommand> _prepared = [];
    private DbTransaction? _transaction;

    protected abstract Sql FindVersion { get; }

    protected virtual string Mark(string text) => text;

    protected virtual char ParameterSign => '$';

    protected override Known BeginAndHold(DbConnection connection, IReadOnlyList<Commit> batch)
    {
        _transaction = connection.BeginTransaction();
        var known = new Known();
        foreach (var caseId in batch.Select(c => c.CaseId).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal))
            if (Bind(new(FindVersion, [caseId])).ExecuteScalar() is not (null or DBNull) and var version)
                known.Versions[caseId] = Convert.ToInt32(version, System.Globalization.CultureInfo.InvariantCulture);
        foreach (var id in batch.Select(c => c.CommandId).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            using var reader = Bind(new(FindReceipt, [id])).ExecuteReader();
            if (reader.Read()) known.Receipts[id] = Read(reader);
        }

        return known;
    }

    protected override void StoreAndCommit(DbConnection connection, IReadOnlyList<Statement> statements, bool inOrder)
    {
        foreach (var statement in statements) Bind(statement).ExecuteNonQuery();
        _transaction!.Commit();
        _transaction.Dispose();
    }

    protected override void Close()
    {
        foreach (var command in _prepared.Values) command.Dispose();
        _prepared.Clear();
        _transaction?.Dispose();
        base.Close();
    }

    internal static StoredReceipt Read(DbDataReader reader) =>
        new(reader.GetString(1), reader.GetInt32(2), reader.GetString(3), reader.GetString(4), reader.GetInt64(5), reader.IsDBNull(6) ? null : reader.GetFieldValue<byte[]>(6));

    private DbCommand Bind(Statement statement)
    {
        if (!_prepared.TryGetValue(statement.Sql, out var command)) _prepared[statement.Sql] = command = Prepare(statement.Sql);
        command.Transaction = _transaction;
        for (var place = 0; place < statement.Values.Length; place++) command.Parameters[place].Value = statement.Values[place] ?? DBNull.Value;
        return command;
    }

    private DbCommand Prepare(Sql sql)
    {
        var command = _transaction!.Connection!.CreateCommand();
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
