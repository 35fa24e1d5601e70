using EGov.TestKit.Definitions;

namespace EGov.Runtime.Tests;

/// <summary>A contract suite on one database: a fresh one per test, with one host on it.</summary>
public abstract class OnDatabase(DatabaseProvider provider) : IAsyncLifetime
{
    private readonly List<Host> _hosts = [];

    protected TestDatabase Database { get; } = new(provider);

    protected FakeTime Time { get; } = new();

    protected Host Host => _hosts[0];

    protected virtual IEnumerable<Drawing> Processes => [Drawings.Permit];

    public async Task InitializeAsync() => await AnotherHostAsync();

    public async Task DisposeAsync()
    {
        foreach (var host in _hosts) await host.DisposeAsync();
        await Database.DisposeAsync();
    }

    /// <summary>One more process on the same database and the same clock.</summary>
    protected async Task<Host> AnotherHostAsync(Action<Microsoft.Extensions.DependencyInjection.IServiceCollection>? change = null, params IEnumerable<(string Name, string Value)> settings)
    {
        _hosts.Add(await Host.StartAsync(Database, Time, change, settings: settings, drawings: [.. Processes]));
        return _hosts[^1];
    }
}
