using System.Collections.Immutable;
using EGov.Engine;
using EGov.Runtime.Administration;
using EGov.Runtime.Window;

namespace EGov.Runtime.Tests.Administration;

/// <summary>What windows and administration keep, on every database.</summary>
public abstract class Keeping_the_office(DatabaseProvider provider) : OnDatabase(provider)
{
    private static readonly UserId Admin = new("admin");

    [ContractFact]
    public async Task a_session_is_good_for_its_own_account_until_it_is_ended()
    {
        var sessions = Host.Get<Sessions>();
        var id = await sessions.BeginAsync("wang", "Chrome");
        Assert.True(await sessions.UseAsync(id, "wang"));
        Assert.False(await sessions.UseAsync(id, "li"));
        Assert.Equal("wang", await sessions.EndAsync(id, Admin));
        Assert.False(await sessions.UseAsync(id, "wang"));
        Assert.Null(await sessions.EndAsync(id, Admin));
    }

    [ContractFact]
    public async Task a_session_that_was_ended_on_one_host_is_ended_on_all()
    {
        var id = await Host.Get<Sessions>().BeginAsync("wang", "Chrome");
        var other = (await AnotherHostAsync()).Get<Sessions>();
        Assert.True(await other.UseAsync(id, "wang"));
        await Host.Get<Sessions>().EndAsync(id, Admin);
        Assert.False(await other.UseAsync(id, "wang"));
    }

    [ContractFact]
    public async Task all_sessions_of_an_account_end_but_the_one_that_is_kept()
    {
        var sessions = Host.Get<Sessions>();
        var (here, there, others) = (await sessions.BeginAsync("wang", "here"), await sessions.BeginAsync("wang", new string('x', 500)), await sessions.BeginAsync("li", "else"));
        Assert.Equal(1, await sessions.EndAllAsync("wang", new("wang"), but: here));
        Assert.Equal(here, Assert.Single(await sessions.OpenAsync("wang")).Id);
        Assert.False(await sessions.UseAsync(there, "wang"));
        Assert.True(await sessions.UseAsync(others, "li"));
    }

    [ContractFact]
    public async Task acts_are_read_the_latest_first_with_what_was_changed()
    {
        var acts = Host.Get<AdministrativeActs>();
        await acts.RecordAsync(Admin, "officer-added", "wang", "+fire");
        await acts.RecordAsync(Admin, "officer-locked", "wang");
        Assert.Equal(["officer-locked", "officer-added"], (await acts.ListAsync()).Select(act => act.Act));
        Assert.Equal("+fire", Assert.Single(await acts.ListAsync(1)).Change);
    }

    [ContractFact]
    public async Task an_intake_is_noted_once()
    {
        var intakes = Host.Get<Intakes>();
        var intake = new Intake(new("window"), Time.GetUtcNow(), "self", "resident-id", true, ImmutableSortedDictionary<string, string>.Empty.Add("plan", "original"));
        await intakes.RecordAsync(new("C-1"), intake);
        await intakes.RecordAsync(new("C-1"), intake with { Presence = "agent" });
        var found = (await intakes.FindAsync(new("C-1")))!;
        Assert.Equal(("self", "original"), (found.Presence, found.Materials["plan"]));
        Assert.Null(await intakes.FindAsync(new("C-2")));
    }
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Keeping_the_office_on_Sqlite() : Keeping_the_office(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class Keeping_the_office_on_Postgres() : Keeping_the_office(DatabaseProvider.Postgres);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class Keeping_the_office_on_SqlServer() : Keeping_the_office(DatabaseProvider.SqlServer);
