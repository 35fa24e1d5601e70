using System.Diagnostics;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using Xunit.Abstractions;

namespace EGov.Runtime.Tests.Cases;

/// <summary>The heart of parallel approval: all signatures of many cases at once, with returns, withdrawals and wake-ups among them.</summary>
public abstract class Signing_at_the_same_moment(DatabaseProvider provider, ITestOutputHelper output) : IAsyncLifetime
{
    private const int Cases = 1000;
    private readonly TestDatabase _database = new(provider);
    private readonly FakeTime _time = new();
    private readonly List<Host> _hosts = [];

    public Task InitializeAsync() => Task.CompletedTask;

    public async Task DisposeAsync()
    {
        foreach (var host in _hosts) await host.DisposeAsync();
        await _database.DisposeAsync();
    }

    [ContractFact]
    public Task every_case_goes_on_in_one_process() => EveryCaseGoesOnAsync(hosts: 1);

    protected async Task EveryCaseGoesOnAsync(int hosts)
    {
        for (var i = 0; i < hosts; i++) _hosts.Add(await Host.StartAsync(_database, _time, drawings: Drawings.Permit));
        var numbers = Enumerable.Range(0, Cases).Select(i => $"S-{i:D4}").ToList();
        await Task.WhenAll(numbers.Select(PrepareAsync));
        _time.Advance(TimeSpan.FromDays(2)); // the reminder of the sign-off's own clock is due now
        var states = (await Task.WhenAll(numbers.Select(n => _hosts[0].StateAsync(n)))).ToDictionary(s => s.Case.Value);

        var orders = numbers.SelectMany((n, i) => OrdersFor(n, i, states[n])).ToList();
        var (go, watch) = (new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously), new Stopwatch());
        var handedIn = orders.Select((o, i) => HandInAsync(_hosts[i % hosts], o, go.Task)).ToList();
        watch.Start();
        go.SetResult();
        var receipts = await Task.WhenAll(handedIn);
        output.WriteLine($"{orders.Count} orders at one moment on {hosts} hosts: {orders.Count / watch.Elapsed.TotalSeconds:F0} a second");

        await AssertNothingIsLostAsync(numbers, orders, receipts);
    }

    private async Task PrepareAsync(string number)
    {
        await _hosts[0].OpenAsync(number);
        await _hosts[0].DoneAsync(number, "window", "Accepted");
    }

    private static IEnumerable<(string Number, CaseCommand Command)> OrdersFor(string number, int place, CaseState state)
    {
        foreach (var signer in Drawings.Signers) yield return (number, Host.Done(state, signer, "Approved"));
        var reason = TextHash.Commit("because");
        var fire = state.WorkItems.First(w => w.IsOpen && w.Party.Value == "fire");
        if (place % 10 == 3) yield return (number, new WithdrawCase(Host.Applicant, reason));
        if (place % 10 == 5) yield return (number, new WakeUp(Actor.System));
        if (place % 10 == 7) yield return (number, new ReturnCase(Actor.Officer("officer-fire", [new PartyId("fire")]), fire.Number, new("Accept1"), reason));
    }

    /// <summary>As a person would: when the case moved under his hands, he looks and tries again.</summary>
    private static async Task<CaseReceipt> HandInAsync(Host host, (string Number, CaseCommand Command) order, Task go)
    {
        await go;
        while (true)
        {
            var receipt = await host.GiveAsync(order.Number, order.Command);
            if (receipt.Refusal?.Code != RejectionCode.CaseMoved) return receipt;
        }
    }

    private async Task AssertNothingIsLostAsync(List<string> numbers, List<(string Number, CaseCommand Command)> orders, CaseReceipt[] receipts)
    {
        Assert.Empty(await _hosts[0].UnprovedAsync());
        var answered = orders.Zip(receipts).ToLookup(p => p.First.Number);
        foreach (var (number, place) in numbers.Select((n, i) => (n, i)))
        {
            var (state, history) = (await _hosts[0].StateAsync(number), await _hosts[0].Files.HistoryAsync(new(number)));
            var accepted = answered[number].Count(p => p.First.Command is CompleteWorkItem && p.Second.IsAccepted);
            var signed = history.SelectMany(h => h.Entry.Events).OfType<WorkItemCompleted>().Count() - 1;
            Assert.Equal(accepted, signed);
            Assert.True(state.Status == CaseStatus.Withdrawn || state.WorkItems.Any(w => w.IsOpen), $"{number} waits for nobody");
            if (place % 10 is not (3 or 7)) Assert.Equal("leader", state.WorkItems.Single(w => w.IsOpen).Party.Value);
        }
    }
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Signing_at_the_same_moment_on_Sqlite(ITestOutputHelper output) : Signing_at_the_same_moment(DatabaseProvider.Sqlite, output);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class Signing_at_the_same_moment_on_Postgres(ITestOutputHelper output) : Signing_at_the_same_moment(DatabaseProvider.Postgres, output)
{
    [ContractFact]
    public Task every_case_goes_on_in_two_processes() => EveryCaseGoesOnAsync(hosts: 2);
}

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class Signing_at_the_same_moment_on_SqlServer(ITestOutputHelper output) : Signing_at_the_same_moment(DatabaseProvider.SqlServer, output)
{
    [ContractFact]
    public Task every_case_goes_on_in_two_processes() => EveryCaseGoesOnAsync(hosts: 2);
}
