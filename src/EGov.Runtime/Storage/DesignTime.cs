using Microsoft.EntityFrameworkCore.Design;

namespace EGov.Runtime.Storage;

// What dotnet-ef needs to write migrations; no server is asked.

internal sealed class SqliteDesign : IDesignTimeDbContextFactory<ForSqlite>
{
    public ForSqlite CreateDbContext(string[] args) => new(ForSqlite.Options("Data Source=design.db"));
}

internal sealed class PostgresDesign : IDesignTimeDbContextFactory<ForPostgres>
{
    public ForPostgres CreateDbContext(string[] args) => new(ForPostgres.Options("Host=design"));
}

internal sealed class SqlServerDesign : IDesignTimeDbContextFactory<ForSqlServer>
{
    public ForSqlServer CreateDbContext(string[] args) => new(ForSqlServer.Options("Server=design"));
}
