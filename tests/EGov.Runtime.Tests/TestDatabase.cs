using Microsoft.Data.SqlClient;
using Npgsql;

namespace EGov.Runtime.Tests;

/// <summary>A fresh database for one test class, dropped afterwards.</summary>
public sealed class TestDatabase : IAsyncDisposable
{
    private readonly string _name = "egov_" + Guid.NewGuid().ToString("N");
    private readonly string? _server;

    public TestDatabase(DatabaseProvider provider)
    {
        Folder = Directory.CreateTempSubdirectory("egov-").FullName;
        _server = ServerOf(provider);
        Settings = new DatabaseSettings
        {
            Provider = provider,
            ConnectionString = provider switch
            {
                DatabaseProvider.Sqlite => $"Data Source={Path.Combine(Folder, "egov.db")}",
                DatabaseProvider.Postgres => $"{_server};Database={_name};Maximum Pool Size=40",
                _ => $"{_server};Initial Catalog={_name};TrustServerCertificate=true",
            },
        };
    }

    public DatabaseSettings Settings { get; }

    public string Folder { get; }

    /// <summary>The server a test may use, or null.</summary>
    public static string? ServerOf(DatabaseProvider provider) => provider switch
    {
        DatabaseProvider.Postgres => Environment.GetEnvironmentVariable("EGOV_POSTGRES"),
        DatabaseProvider.SqlServer => Environment.GetEnvironmentVariable("EGOV_SQLSERVER"),
        _ => null,
    };

    /// <summary>Why there is no server to test on, or null.</summary>
    public static string? WhyNot(DatabaseProvider provider) => provider == DatabaseProvider.Sqlite || ServerOf(provider) is { Length: > 0 }
        ? null
        : $"EGOV_{provider.ToString().ToUpperInvariant()} names no server to test on.";

    public async ValueTask DisposeAsync()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        if (Settings.Provider == DatabaseProvider.Postgres) await DropAsync(new NpgsqlConnection(_server + ";Database=postgres;Pooling=false"), $"DROP DATABASE IF EXISTS {_name} WITH (FORCE)");
        if (Settings.Provider == DatabaseProvider.SqlServer)
            await DropAsync(new SqlConnection(_server + ";TrustServerCertificate=true"), $"ALTER DATABASE {_name} SET SINGLE_USER WITH ROLLBACK IMMEDIATE; DROP DATABASE {_name}");
        Directory.Delete(Folder, recursive: true);
    }

    private static async Task DropAsync(System.Data.Common.DbConnection connection, string sql)
    {
        await using (connection)
        {
            await connection.OpenAsync();
            await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // The name was made here.
            command.CommandText = sql;
#pragma warning restore CA2100
            await command.ExecuteNonQueryAsync();
        }
    }
}
