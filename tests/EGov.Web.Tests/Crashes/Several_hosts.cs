using EGov.TestKit;
using Npgsql;

namespace EGov.Web.Tests.Crashes;

/// <summary>Hosts that share a PostgreSQL keep one time table: each round runs on one of them, and dies with none.</summary>
public sealed class Several_hosts : IAsyncLifetime
{
    private const int OrdersOfACase = 7;
    private const int Hosts = 3;
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);

    private readonly string name = "egov_hosts_" + Guid.NewGuid().ToString("N")[..8];
    private readonly string folder = Directory.CreateTempSubdirectory("egov-hosts-").FullName;
    private readonly string? server = Environment.GetEnvironmentVariable("EGOV_POSTGRES");

    public Task InitializeAsync() => server is null ? Task.CompletedTask : ExecuteAsync($"CREATE DATABASE {name}");

    public async Task DisposeAsync()
    {
        if (server is not null) await ExecuteAsync($"DROP DATABASE IF EXISTS {name} WITH (FORCE)");
        Directory.Delete(folder, recursive: true);
    }

    [PostgresFact]
    public async Task messages_go_on_when_the_host_that_sent_them_is_killed_and_none_goes_twice()
    {
        var older = await StartAsync(0);
        for (var number = 1; number < Hosts; number++)
        {
            var newer = await StartAsync(number);
            await new Counterpart($"host-{number}").WorkAsync(newer.Address, () => { }, OrdersOfACase);
            await EverythingIsSentAsync();
            older.Kill();
            await older.EndAsync();
            older.Dispose();
            older = newer;
        }

        await new Counterpart("last").WorkAsync(older.Address, () => { }, OrdersOfACase);
        await EverythingIsSentAsync();
        older.Dispose();

        var messages = Enumerable.Range(0, Hosts).SelectMany(number => Inspection.MessagesIn(FolderOf(number))).ToList();
        Assert.NotEmpty(messages);
        Assert.Equal(messages.Count, messages.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(await CountAsync(""), messages.Count);
    }

    private Task<HostProcess> StartAsync(int number) => HostProcess.StartAsync(
        Directory.CreateDirectory(FolderOf(number)).FullName,
        ("Database__Provider", "Postgres"), ("Database__ConnectionString", $"{server};Database={name};Maximum Pool Size=20"), ("Deadlines__SweepSeconds", "1"));

    private string FolderOf(int number) => Path.Combine(folder, $"host-{number}");

    private async Task EverythingIsSentAsync()
    {
        using var patience = new CancellationTokenSource(Patience);
        using var look = new PeriodicTimer(TimeSpan.FromMilliseconds(200));
        while (await CountAsync("""WHERE "SentAt" IS NULL""") > 0) await look.WaitForNextTickAsync(patience.Token);
    }

    private async Task<long> CountAsync(string which)
    {
        await using var source = NpgsqlDataSource.Create($"{server};Database={name};Pooling=false");
        await using var command = source.CreateCommand($"""SELECT count(*) FROM "Outbox" {which}""");
        return (long)(await command.ExecuteScalarAsync())!;
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create($"{server};Database=postgres;Pooling=false");
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }
}
