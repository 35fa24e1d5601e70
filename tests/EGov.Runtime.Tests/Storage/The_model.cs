using EGov.Runtime.Storage;
using EGov.TestKit;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Tests.Storage;

/// <summary>One model, three databases; no server is needed to see that they agree.</summary>
public sealed class The_model
{
    [Fact]
    public void no_change_was_forgotten_in_a_migration_for_sqlite() => AssertNothingPending(new ForSqlite(ForSqlite.Options("Data Source=:memory:")));

    [Fact]
    public void no_change_was_forgotten_in_a_migration_for_postgres() => AssertNothingPending(new ForPostgres(ForPostgres.Options("Host=none")));

    [Fact]
    public void no_change_was_forgotten_in_a_migration_for_sql_server() => AssertNothingPending(new ForSqlServer(ForSqlServer.Options("Server=none")));

    [Fact]
    public void every_migration_has_the_same_name_in_every_database()
    {
        using var sqlite = new ForSqlite(ForSqlite.Options("Data Source=:memory:"));
        using var postgres = new ForPostgres(ForPostgres.Options("Host=none"));
        using var sqlServer = new ForSqlServer(ForSqlServer.Options("Server=none"));
        Assert.Equal(Names(sqlite), Names(postgres));
        Assert.Equal(Names(sqlite), Names(sqlServer));
    }

    [Fact]
    public void sql_server_is_given_these_tables()
    {
        using var context = new ForSqlServer(ForSqlServer.Options("Server=none"));
        Snapshot.Match(context.Database.GenerateCreateScript(), extension: "sql");
    }

    private static void AssertNothingPending(EGovDbContext context)
    {
        using (context) Assert.False(context.Database.HasPendingModelChanges(), "src/EGov.Runtime/Storage/add-migration.sh NAME");
    }

    private static IEnumerable<string> Names(EGovDbContext context) => context.Database.GetMigrations().Select(name => name[(name.IndexOf('_', StringComparison.Ordinal) + 1)..]);
}
