using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Administration;
using EGov.Runtime.Cases;
using EGov.Runtime.Inbox;
using EGov.Runtime.Organisation;
using EGov.Runtime.People;
using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Runtime.Tests.Organisation;

/// <summary>授权: Wang of the fire brigade lends his power to Li of the health bureau, on every database. Today is Monday 2026-01-05.</summary>
public abstract class Lending_power(DatabaseProvider provider) : OnDatabase(provider)
{
    private static readonly Actor Li = Actor.Officer("li", new PartyId("health"));
    private static readonly DateOnly Today = new(2026, 1, 5);
    private int _clicks;

    [ContractFact]
    public async Task a_delegate_signs_and_the_journal_proves_it_with_both_names()
    {
        await LendAsync();
        Assert.True((await Host.GiveAsync("A-1", Sign(await WorkAsync()))).IsAccepted);
        var signed = (await Host.Files.HistoryAsync(new("A-1"))).SelectMany(order => order.Entry.Events).OfType<WorkItemCompleted>().Last();
        Assert.Equal((new UserId("li"), new UserId("wang")), (signed.By, signed.ActingFor));
        Assert.Empty(await Host.UnprovedAsync());
    }

    [ContractFact]
    public async Task a_click_repeated_by_a_delegate_gets_its_first_receipt()
    {
        await LendAsync();
        var order = Sign(await WorkAsync());
        var first = await Host.GiveAsync("A-1", order, "click-1");
        Assert.Equal(first with { IsRepeat = true }, await Host.GiveAsync("A-1", order, "click-1"));
    }

    [ContractFact]
    public async Task power_is_there_on_its_days_only()
    {
        await LendAsync(from: 1, until: 3);
        await WorkAsync();
        Assert.Equal(RejectionCode.PartyMissing, await TryAsync());
        Time.Advance(TimeSpan.FromDays(1));
        Assert.Single(await Host.Get<DelegationRegister>().InForceAsync(Li.User));
        Time.Advance(TimeSpan.FromDays(2));
        Assert.Null(await TryAsync(take: false));
        Time.Advance(TimeSpan.FromDays(1));
        Assert.Equal(RejectionCode.PartyMissing, await TryAsync());
    }

    [ContractFact]
    public async Task revoked_power_is_gone_at_once_with_what_was_claimed_by_it()
    {
        var entry = await LendAsync();
        var work = await WorkAsync();
        Assert.True((await Host.GiveAsync("A-1", new ClaimWorkItem(Li, work))).IsAccepted);
        Assert.Null((await Host.Get<DelegationRegister>().RevokeAsync(entry.Id, new("wang"), forOthers: false)).Refusal);
        Assert.Equal(RejectionCode.PartyMissing, await TryAsync());
        Assert.True((await Host.GiveAsync("A-1", Sign(work, Actor.Officer("wang", new PartyId("fire"))))).IsAccepted);
    }

    [ContractFact]
    public async Task power_lent_for_another_item_is_of_no_use_here()
    {
        await LendAsync(items: "card");
        await WorkAsync();
        Assert.Equal(RejectionCode.PartyMissing, await TryAsync());
        Assert.DoesNotContain("A-1", await InboxAsync());
    }

    [ContractFact]
    public async Task what_was_lent_is_not_lent_further()
    {
        await LendAsync();
        await HireAsync("zhao", "planning");
        await AddAsync("li", "zhao");
        var work = await WorkAsync();
        Assert.Equal(RejectionCode.PartyMissing, (await Host.GiveAsync("A-1", Sign(work, Actor.Officer("zhao", new PartyId("planning"))))).Refusal?.Code);
    }

    [ContractFact]
    public async Task a_post_taken_from_the_owner_is_taken_from_his_delegate()
    {
        await LendAsync();
        await WorkAsync();
        await using var scope = Host.Get<IServiceScopeFactory>().CreateAsyncScope();
        var officers = scope.ServiceProvider.GetRequiredService<UserManager<Officer>>();
        var wang = (await officers.FindByNameAsync("wang"))!;
        wang.Parties = "";
        await officers.UpdateAsync(wang);
        Assert.Equal(RejectionCode.PartyMissing, await TryAsync());
    }

    [ContractFact]
    public async Task the_owners_trays_lie_on_the_delegates_desk()
    {
        await LendAsync();
        var work = await WorkAsync();
        Assert.Contains("A-1/fire", await InboxAsync());
        Assert.True((await Host.GiveAsync("A-1", new ClaimWorkItem(Actor.Officer("wang", new PartyId("fire")), work))).IsAccepted);
        Assert.Contains("A-1/fire", await InboxAsync());
    }

    [ContractFact]
    public async Task trays_page_by_page_and_their_counts_agree()
    {
        await LendAsync(items: "permit");
        await WorkAsync();
        var (reader, lent) = (Host.Get<InboxReader>(), await Host.Get<DelegationRegister>().InForceAsync(Li.User));
        var page = await reader.PageAsync(new(InboxTray.Party, Li.User, Li.Parties) { Lent = lent }, null, false, 10);
        Assert.Equal(["fire", "health"], page.Lines.Select(line => line.Party!.Value.Value).Order());
        Assert.Equal(2, (await reader.CountsAsync(Li.User, Li.Parties, lent, Today)).Party);
    }

    [ContractFact]
    public async Task a_delegate_has_no_higher_grade_than_his_owner()
    {
        await LendAsync();
        var power = Assert.Single(await Host.Get<DelegationRegister>().InForceAsync(Li.User));
        Assert.Equal((2, 1), (power.UsedBy(Li with { Grade = 6 }).Grade, power.UsedBy(Li with { Grade = 1 }).Grade));
    }

    [ContractFact]
    public async Task the_register_refuses_what_it_must()
    {
        await LendAsync();
        var register = Host.Get<DelegationRegister>();
        async Task<string?> Refused(string owner, string to, int from = 0, int until = 0, string reason = "leave", bool forOthers = false, params ImmutableArray<string> items) =>
            (await register.AddAsync($"refused-{++_clicks}", new(new(owner), new(to), items, Today.AddDays(from), Today.AddDays(until), reason), new("wang"), forOthers)).Refusal;
        Assert.Equal("delegation-to-oneself", await Refused("wang", "wang"));
        Assert.Equal("delegation-not-yours", await Refused("li", "wang"));
        Assert.Null(await Refused("li", "wang", forOthers: true));
        Assert.Equal("delegation-days", await Refused("wang", "li", from: 2, until: 1));
        Assert.Equal("delegation-days", await Refused("wang", "li", from: -9, until: -1));
        Assert.Equal("delegation-days", await Refused("wang", "li", until: DelegationRegister.MostDays));
        Assert.Equal("delegation-reason-missing", await Refused("wang", "li", reason: " "));
        Assert.Equal("delegation-item-unknown", await Refused("wang", "li", items: "nothing"));
        Assert.Equal("delegation-delegate-unknown", await Refused("wang", "nobody"));
        Assert.Equal("delegation-nothing-to-lend", await Refused("nobody", "li", forOthers: true));
    }

    [ContractFact]
    public async Task every_entry_and_revocation_stands_in_the_log_of_administration()
    {
        var entry = await LendAsync();
        var register = Host.Get<DelegationRegister>();
        Assert.Equal("delegation-not-yours", (await register.RevokeAsync(entry.Id, new("li"), forOthers: false)).Refusal);
        Assert.Equal("delegation-unknown", (await register.RevokeAsync(entry.Id, new("zhao"), forOthers: false)).Refusal);
        await register.RevokeAsync(entry.Id, new("admin"), forOthers: true);
        Assert.Equal("delegation-revoked", (await register.RevokeAsync(entry.Id, new("wang"), forOthers: false)).Refusal);
        Assert.Equal([("delegation-revoked", "admin"), ("delegation-made", "wang")], (await Host.Get<AdministrativeActs>().ListAsync()).Select(act => (act.Act, act.By.Value)));
    }

    /// <summary>Both officers, and the power.</summary>
    private async Task<Delegation> LendAsync(int from = 0, int until = 6, params ImmutableArray<string> items)
    {
        foreach (var folder in new[] { "card", "permit" }) await ItemAsync(folder);
        await HireAsync("wang", "fire", grade: 2);
        await HireAsync("li", "health");
        return await AddAsync("wang", "li", from, until, items);
    }

    private async Task ItemAsync(string item)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Database.Folder, "workflows", item));
        await File.WriteAllTextAsync(Path.Combine(folder.FullName, "item.json"), "{}");
        await Host.Get<EGov.Runtime.Catalog.WorkflowCatalog>().LoadAsync();
    }

    private async Task<Delegation> AddAsync(string owner, string to, int from = 0, int until = 6, params ImmutableArray<string> items)
    {
        var answer = await Host.Get<DelegationRegister>().AddAsync($"entry-{++_clicks}", new(new(owner), new(to), items, Today.AddDays(from), Today.AddDays(until), "leave"), new(owner), forOthers: false);
        Assert.Null(answer.Refusal);
        return answer.Delegation!;
    }

    private async Task HireAsync(string name, string party, int grade = 0)
    {
        await using var scope = Host.Get<IServiceScopeFactory>().CreateAsyncScope();
        Assert.Empty(await scope.ServiceProvider.GetRequiredService<Accounts>().CreateAsync(new NewOfficer(name, name, name, new PartyId(party)) { Grade = grade }, "Secret-2026!"));
    }

    /// <summary>A permit that waits for its three signatures; the number of the fire brigade's.</summary>
    private async Task<int> WorkAsync()
    {
        await Host.OpenAsync("A-1");
        await Host.DoneAsync("A-1", "window", "Accepted");
        return (await Host.StateAsync("A-1")).WorkItems.Single(work => work.Party.Value == "fire").Number;
    }

    private async Task<RejectionCode?> TryAsync(bool take = true)
    {
        var work = (await Host.StateAsync("A-1")).WorkItems.Single(work => work.Party.Value == "fire").Number;
        return (await Host.GiveAsync("A-1", take ? Sign(work) : new ClaimWorkItem(Li, work))).Refusal?.Code;
    }

    private async Task<IEnumerable<string>> InboxAsync() => (await Host.Get<Trays>().InboxAsync(Li.User, Li.Parties)).Select(entry => $"{entry.Case}/{entry.Party}");

    private static CompleteWorkItem Sign(int work, Actor? by = null) => new(by ?? Li, work, "Approved", null, Host.Nothing);
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Lending_power_on_Sqlite() : Lending_power(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class Lending_power_on_Postgres() : Lending_power(DatabaseProvider.Postgres);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class Lending_power_on_SqlServer() : Lending_power(DatabaseProvider.SqlServer);
