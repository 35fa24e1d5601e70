using System.Data.Common;
using System.Runtime.CompilerServices;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace EGov.Runtime.Storage;

/// <summary>How every SQLite connection behaves: what is committed survives a power failure, and a busy file is waited for.</summary>
internal sealed class SqlitePragmas : DbConnectionInterceptor
{
    private const string Text = "PRAGMA journal_mode=WAL; PRAGMA synchronous=FULL; PRAGMA busy_timeout=10000;";

    private static readonly ConditionalWeakTable<object, object> Told = [];

    public static void Apply(DbConnection connection)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Text;
        command.ExecuteNonQuery();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        if (IsNew(connection)) Apply(connection);
    }

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        if (IsNew(connection)) Apply(connection);
        return Task.CompletedTask;
    }

    /// <summary>Behind a connection of the pool stands a handle that has been told before.</summary>
    private static bool IsNew(DbConnection connection) => ((SqliteConnection)connection).Handle is { } handle && Told.TryAdd(handle, handle);
}
