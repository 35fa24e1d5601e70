using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace EGov.Runtime.Storage;

/// <summary>SQLite: a transaction takes the file's one write lock at once, so the cases are held from the start.</summary>
internal sealed class SqliteWriter(string connectionString) : PreparedWriter
{
    protected override Sql FindVersion { get; } = new("SELECT \"Version\" FROM \"Cases\" WHERE \"CaseId\" = $1", DbType.String);

    protected override DbConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        SqlitePragmas.Apply(connection);
        return connection;
    }
}
