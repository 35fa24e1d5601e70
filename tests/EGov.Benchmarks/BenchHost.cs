using EGov.Runtime;
using EGov.Runtime.Cases;
using EGov.TestKit.Clocks;
using Microsoft.Data.Sqlite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Npgsql;

namespace EGov.Benchmarks;

/// <summary>One host of the runtime on a fresh database, put together as the real one is, without its background services.</summary>
internal sealed class BenchHost : IAsyncDisposable
{
    private readonly ServiceProvider _services;

    private BenchHost(ServiceProvider services, string run, string connection) => (_services, Run, Connection) = (services, run, connection);

    /// <summary>Part of every case number, so that runs do not meet.</summary>
    public string Run { get; }

    /// <summary>Where its database is.</summary>
    public string Connection { get; }

    public CaseDesk Desk => _services.GetRequiredService<CaseDesk>();

    public CaseFiles Files => _services.GetRequiredService<CaseFiles>();

    /// <summary>What lives as long as one request.</summary>
    public AsyncServiceScope NewScope() => _services.CreateAsyncScope();

    /// <summary>A host on a new SQLite file in this folder.</summary>
    public static Task<BenchHost> OnSqliteAsync(string folder) => StartAsync(folder, "Sqlite", $"Data Source={Path.Combine(folder, "egov.db")}");

    /// <summary>A host on a new database of this PostgreSQL server, with a clock of its own if need be.</summary>
    public static async Task<BenchHost> OnPostgresAsync(string folder, string server, TimeProvider? time = null)
    {
        var name = "egov_bench_" + Guid.NewGuid().ToString("N")[..8];
        await using (var source = NpgsqlDataSource.Create(server + ";Database=postgres"))
        await using (var create = source.CreateCommand($"CREATE DATABASE {name}")) await create.ExecuteNonQueryAsync();
        return await StartAsync(folder, "Postgres", $"{server};Database={name}", time);
    }

    /// <summary>Bytes the SQLite file takes, write-ahead log folded in.</summary>
    public static long SqliteBytes(string folder)
    {
        using var connection = new SqliteConnection($"Data Source={Path.Combine(folder, "egov.db")}");
        connection.Open();
        using var size = connection.CreateCommand();
        size.CommandText = "PRAGMA wal_checkpoint(TRUNCATE); SELECT page_count * page_size FROM pragma_page_count(), pragma_page_size()";
        using var reader = size.ExecuteReader();
        reader.NextResult();
        return reader.Read() ? reader.GetInt64(0) : 0;
    }

    public async ValueTask DisposeAsync() => await _services.DisposeAsync();

    private static async Task<BenchHost> StartAsync(string folder, string provider, string connection, TimeProvider? time = null)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddSingleton(time ?? TimeProvider.System);
        services.AddEGovRuntime(new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Database:Provider"] = provider,
            ["Database:ConnectionString"] = connection,
            ["Folders:Data"] = folder,
            ["Folders:Workflows"] = OfficeCalendar.PathOf("workflows"),
        }).Build());
        var host = new BenchHost(services.BuildServiceProvider(), Guid.NewGuid().ToString("N")[..6], connection);
        await host._services.GetRequiredService<RuntimeStart>().StartAsync(CancellationToken.None);
        return host;
    }
}
