using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;

namespace EGov.Runtime.Tests.Cases;

/// <summary>What the register promises, on every database.</summary>
public abstract class Searching_the_register(DatabaseProvider provider) : OnDatabase(provider)
{
    private CaseRegister Register => Host.Get<CaseRegister>();

    [ContractFact]
    public async Task the_order_is_what_was_asked_for()
    {
        await OpenThreeAsync();
        Assert.Equal(["A-3", "A-2", "A-1"], await FindAsync(new()));
        Assert.Equal(["A-1", "A-2", "A-3"], await FindAsync(new() { Order = RegisterOrder.Number, Descending = false }));
        Assert.Equal(["A-1", "A-3", "A-2"], await FindAsync(new() { Order = RegisterOrder.Changed }));
        Assert.Equal("A-2", (await FindAsync(new() { Order = RegisterOrder.Closed }))[0], ignoreCase: false);
    }

    [ContractFact]
    public async Task moments_are_compared_to_the_millisecond()
    {
        var (first, second) = await OpenThreeAsync();
        Assert.Equal(["A-2"], await FindAsync(new() { Moments = [new(RegisterOrder.Opened, MomentComparison.Is, second)] }));
        Assert.Equal(["A-3", "A-1"], await FindAsync(new() { Moments = [new(RegisterOrder.Opened, MomentComparison.IsNot, second)] }));
        Assert.Equal(["A-3"], await FindAsync(new() { Moments = [new(RegisterOrder.Opened, MomentComparison.GreaterThan, first), new(RegisterOrder.Closed, MomentComparison.IsNot, second)], Statuses = [CaseStatus.Open] }));
        Assert.Equal(["A-2"], await FindAsync(new() { Moments = [new(RegisterOrder.Changed, MomentComparison.LessThanOrEqual, second)] }));
        Assert.Equal(["A-2"], await FindAsync(new() { Moments = [new(RegisterOrder.Closed, MomentComparison.GreaterThanOrEqual, first)] }));
    }

    [ContractFact]
    public async Task lists_of_words_are_all_meant()
    {
        await OpenThreeAsync();
        Assert.Equal(["A-3", "A-1"], await FindAsync(new() { DefinitionIds = ["permit", "nothing"], Statuses = [CaseStatus.Open, CaseStatus.Closed] }));
        Assert.Equal(["A-3", "A-2"], await FindAsync(new() { Cases = [new("A-3"), new("A-2"), new("B-1")], DefinitionVersion = 1 }));
        Assert.Equal(3, await Register.CountAsync(new() { HasIncidents = false }));
        Assert.Empty(await FindAsync(new() { HasIncidents = true }));
        Assert.Empty(await FindAsync(new() { Cases = [] }));
    }

    [ContractFact]
    public async Task an_officer_finds_what_he_may_read()
    {
        await OpenThreeAsync();
        var catalog = Host.Get<WorkflowCatalog>();
        Readership Of(string party) => new(new("somebody"), [new PartyId(party)], catalog.Naming([new PartyId(party)]));
        Assert.Equal(3, (await FindAsync(new() { Readable = Of("window") })).Length);
        Assert.Empty(await FindAsync(new() { Readable = Of("tax") }));
        Assert.Equal(["A-3", "A-1"], await FindAsync(new() { Readable = new(new("somebody"), [new PartyId("window"), new PartyId("fire")], []) }));
    }

    [ContractFact]
    public async Task progress_is_told_of_a_page_of_cases()
    {
        var (first, second) = await OpenThreeAsync();
        var progress = await Register.ProgressAsync([new("A-2"), new("A-3")]);
        Assert.Equal((new CaseProgress(second, 0), 2), (progress[new("A-2")], progress.Count));
        Assert.True(progress[new("A-3")].ChangedAt > first);
    }

    /// <summary>Three cases, a minute between them; the second is withdrawn at once, the first moves on last.</summary>
    private async Task<(DateTimeOffset First, DateTimeOffset Second)> OpenThreeAsync()
    {
        var first = Time.GetUtcNow();
        await Host.OpenAsync("A-1");
        Time.Advance(TimeSpan.FromMinutes(1));
        var second = Time.GetUtcNow();
        await Host.OpenAsync("A-2");
        Assert.Null((await Host.GiveAsync("A-2", new WithdrawCase(Host.Applicant, null))).Refusal);
        Time.Advance(TimeSpan.FromMinutes(1));
        await Host.OpenAsync("A-3");
        Time.Advance(TimeSpan.FromMinutes(1));
        Assert.Null((await Host.DoneAsync("A-1", "window", "Accepted")).Refusal);
        return (first, second);
    }

    private async Task<string[]> FindAsync(RegisterQuery query) => [.. (await Register.FindAsync(query)).Select(entry => entry.Case.Value)];
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Searching_the_register_on_Sqlite() : Searching_the_register(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class Searching_the_register_on_Postgres() : Searching_the_register(DatabaseProvider.Postgres);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class Searching_the_register_on_SqlServer() : Searching_the_register(DatabaseProvider.SqlServer);
