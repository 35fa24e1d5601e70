using EGov.Engine;
using EGov.Runtime.Cases;

namespace EGov.Runtime.Tests.Cases;

/// <summary>What trays promise, on every database.</summary>
public abstract class Looking_into_trays(DatabaseProvider provider) : OnDatabase(provider)
{
    [ContractFact]
    public async Task what_is_due_first_is_on_top_even_when_the_tray_is_cut()
    {
        await Host.OpenAsync("A-1");
        await Host.OpenAsync("A-2");
        await Host.DoneAsync("A-2", "window", "Accepted");
        Time.Advance(TimeSpan.FromDays(1));
        await Host.DoneAsync("A-1", "window", "Accepted");

        var trays = Host.Get<Trays>();
        Assert.Equal("A-2", (await trays.OfPartyAsync(new("fire"), most: 1)).Single().Case.Value);
        Assert.Equal("A-2", (await trays.InboxAsync(new("nobody"), [new PartyId("fire")], most: 1)).Single().Case.Value);
    }

    [ContractFact]
    public async Task what_was_done_last_is_on_top_of_what_is_done()
    {
        await Host.OpenAsync("A-1");
        await Host.OpenAsync("A-2");
        await Host.DoneAsync("A-2", "window", "Accepted");
        Time.Advance(TimeSpan.FromMinutes(1));
        await Host.DoneAsync("A-1", "window", "Accepted");

        var by = (await Host.StateAsync("A-1")).Runs.Values.SelectMany(run => run.Signatures).First().By;
        Assert.Equal(["A-1", "A-2"], (await Host.Get<Trays>().DoneAsync(by)).Select(entry => entry.Case.Value));
    }
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Looking_into_trays_on_Sqlite() : Looking_into_trays(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class Looking_into_trays_on_Postgres() : Looking_into_trays(DatabaseProvider.Postgres);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class Looking_into_trays_on_SqlServer() : Looking_into_trays(DatabaseProvider.SqlServer);
