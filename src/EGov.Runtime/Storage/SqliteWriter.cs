using System.Data;
using System.Data.Common;
using Microsoft.Data.Sqlite;

namespace EGov.Runtime.Storage;

/// <summary>SQLite: a transaction takes the file's one write lock at once, so the cases are held from the start.</summary>
internal sealed class SqliteWriter(string connectionString) : PreparedWriter
{
    /// <summary>
    /// 64 MiB of pages, so that the hot ones of every index stay in memory; and a log of 32 MiB before it is folded into the file, so that a page
    /// changed by many orders is written back once. Durability is as before: every commit is flushed to the log.
    /// </summary>
    private const string RoomForTheWriter = "PRAGMA cache_size=-65536; PRAGMA wal_autocheckpoint=8192;";

    protected override Sql FindVersion { get; } = new("SELECT \"Version\" FROM \"Cases\" WHERE \"CaseId\" = $1", DbType.String);

    protected override DbConnection Open()
    {
        var connection = new SqliteConnection(connectionString);
        connection.Open();
        SqlitePragmas.Apply(connection);
        using var command = connection.CreateCommand();
        command.CommandText = RoomForTheWriter;
        command.ExecuteNonQuery();
        return connection;
    }
}
