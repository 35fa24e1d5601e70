using EGov.Engine.Cases;

namespace EGov.Runtime.Tests.Cases;

/// <summary>What the front door promises, on every database.</summary>
public abstract class Handing_in_orders(DatabaseProvider provider) : IAsyncLifetime
{
    private readonly TestDatabase _database = new(provider);
    private Host _host = null!;

    public async Task InitializeAsync() => _host = await Host.StartAsync(_database, drawings: Drawings.Permit);

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _database.DisposeAsync();
    }

    [ContractFact]
    public async Task a_case_goes_from_application_to_decision()
    {
        await _host.OpenAsync("A-1");
        await _host.DoneAsync("A-1", "window", "Accepted");
        foreach (var signer in Drawings.Signers) await _host.DoneAsync("A-1", signer, "Approved");
        await _host.DoneAsync("A-1", "leader", "Granted");

        var state = await _host.StateAsync("A-1");
        Assert.Equal(CaseStatus.Closed, state.Status);
        Assert.Empty(await _host.UnprovedAsync());
    }
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Handing_in_orders_on_Sqlite() : Handing_in_orders(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class Handing_in_orders_on_Postgres() : Handing_in_orders(DatabaseProvider.Postgres);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class Handing_in_orders_on_SqlServer() : Handing_in_orders(DatabaseProvider.SqlServer);
