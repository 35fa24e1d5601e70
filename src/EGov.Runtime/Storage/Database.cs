using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Storage;

/// <summary>Which database product, and where.</summary>
internal sealed class Database(DatabaseSettings settings)
{
    /// <summary>A context for reading, or for writing what no case depends on; dispose of it soon.</summary>
    public EGovDbContext NewContext() => settings.Provider switch
    {
        DatabaseProvider.Sqlite => new ForSqlite(_sqlite ??= ForSqlite.Options(settings.ConnectionString)),
        DatabaseProvider.Postgres => new ForPostgres(_postgres ??= ForPostgres.Options(settings.ConnectionString)),
        _ => new ForSqlServer(_sqlServer ??= ForSqlServer.Options(settings.ConnectionString)),
    };

    /// <summary>How many writers of journals a process has: one where the database takes one at a time anyway or the machine is small, for full batches
    /// cost less than overlapping ones; more where there are processors to keep busy.</summary>
    public int Lanes => settings.Provider == DatabaseProvider.Sqlite ? 1 : Math.Clamp(Environment.ProcessorCount / 4, 1, 8);

    /// <summary>A writer of journals.</summary>
    public BatchWriter NewWriter() => settings.Provider switch
    {
        DatabaseProvider.Sqlite => new SqliteWriter(settings.ConnectionString),
        DatabaseProvider.Postgres => new PostgresWriter(settings.ConnectionString),
        _ => new SqlServerWriter(settings.ConnectionString),
    };

    /// <summary>Brings the database to this program's model; forward only.</summary>
    public async Task MigrateAsync(CancellationToken stop = default)
    {
        await using var context = NewContext();
        await context.Database.MigrateAsync(stop);
    }

    private DbContextOptions<ForSqlite>? _sqlite;
    private DbContextOptions<ForPostgres>? _postgres;
    private DbContextOptions<ForSqlServer>? _sqlServer;
}
