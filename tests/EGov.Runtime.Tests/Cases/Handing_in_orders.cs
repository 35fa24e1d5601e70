using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;

namespace EGov.Runtime.Tests.Cases;

/// <summary>What the front door promises, on every database.</summary>
public abstract class Handing_in_orders(DatabaseProvider provider) : OnDatabase(provider)
{
    [ContractFact]
    public async Task a_case_goes_from_application_to_decision()
    {
        await Host.OpenAsync("A-1");
        await Host.DoneAsync("A-1", "window", "Accepted");
        foreach (var signer in Drawings.Signers) await Host.DoneAsync("A-1", signer, "Approved");
        await Host.DoneAsync("A-1", "leader", "Granted");

        Assert.Equal(CaseStatus.Closed, (await Host.StateAsync("A-1")).Status);
        Assert.Empty(await Host.UnprovedAsync());
    }

    [ContractFact]
    public async Task a_second_click_gives_the_first_receipt_again()
    {
        await Host.OpenAsync("A-1");
        var order = Host.Completion(await Host.StateAsync("A-1"), "window", "Accepted");
        var first = await Host.GiveAsync("A-1", order, "click-1");
        Time.Advance(TimeSpan.FromMinutes(1));
        var second = await Host.GiveAsync("A-1", order, "click-1");

        Assert.Equal(first with { IsRepeat = true }, second);
        Assert.Equal(first.Version, (await Host.StateAsync("A-1")).Version);
    }

    [ContractFact]
    public async Task a_refusal_stays_the_answer_even_when_it_would_be_accepted_now()
    {
        await Host.OpenAsync("A-1");
        var state = await Host.StateAsync("A-1");
        var early = new ClaimWorkItem(Actor.Officer("leader-1", [new PartyId("leader")]), 5);
        var first = await Host.GiveAsync("A-1", early, "click-1");
        await Host.GiveAsync("A-1", Host.Completion(state, "window", "Accepted"));
        foreach (var signer in Drawings.Signers) await Host.DoneAsync("A-1", signer, "Approved");

        var again = await Host.GiveAsync("A-1", early, "click-1");
        Assert.Equal(RejectionCode.WorkItemUnknown, first.Refusal!.Code);
        Assert.Equal((RejectionCode.WorkItemUnknown, true), (again.Refusal!.Code, again.IsRepeat));
        Assert.True((await Host.GiveAsync("A-1", early, "click-2")).IsAccepted);
    }

    [ContractFact]
    public async Task another_order_under_a_used_id_is_refused()
    {
        await Host.OpenAsync("A-1");
        var state = await Host.StateAsync("A-1");
        await Host.GiveAsync("A-1", new UrgeWorkItem(Host.Applicant, 1), "click-1");
        var other = await Host.GiveAsync("A-1", Host.Completion(state, "window", "Accepted"), "click-1");

        Assert.Equal(RejectionCode.TextNotAllowed, other.Refusal!.Code);
        Assert.Equal("command-id", Assert.Single(other.Refusal.Arguments));
        Assert.Equal(state.Status, (await Host.StateAsync("A-1")).Status);
    }

    [ContractFact]
    public async Task an_order_for_a_version_that_is_gone_is_refused()
    {
        await Host.OpenAsync("A-1");
        var order = Host.Completion(await Host.StateAsync("A-1"), "window", "Accepted");
        var receipt = await Host.Desk.HandInAsync(new(new("click-1"), new("A-1"), order) { ExpectedVersion = 1 }, CancellationToken.None);

        Assert.Equal(RejectionCode.CaseMoved, receipt.Refusal!.Code);
    }

    [ContractFact]
    public async Task what_another_process_has_done_is_seen_before_refusing()
    {
        var other = await AnotherHostAsync();
        await Host.OpenAsync("A-1");
        var accept = Host.Completion(await other.StateAsync("A-1"), "window", "Accepted");
        await Host.GiveAsync("A-1", accept);

        // The other process still holds the case as it was; work item 2 is news to it.
        Assert.True((await other.GiveAsync("A-1", new ClaimWorkItem(Actor.Officer("f", [new PartyId("fire")]), 2))).IsAccepted);
        Assert.Equal(RejectionCode.WorkItemUnknown, (await other.GiveAsync("A-1", accept)).Refusal!.Code);
    }

    [ContractFact]
    public async Task an_unknown_case_or_process_is_refused()
    {
        Assert.Equal(RejectionCode.CaseUnknown, (await Host.GiveAsync("A-1", new UrgeWorkItem(Host.Applicant, 1))).Refusal!.Code);
        Assert.Equal(RejectionCode.WrongDefinition, (await Host.OpenAsync("A-1", "nothing")).Refusal!.Code);
        await Host.OpenAsync("A-2");
        Assert.Equal(RejectionCode.CaseExists, (await Host.GiveAsync("A-2", new OpenCase(Host.Applicant, new("A-2"), null, Host.Nothing))).Refusal!.Code);
    }

    [ContractFact]
    public async Task texts_and_personal_facts_are_kept_beside_the_journal_and_can_be_erased()
    {
        var personal = new NewApplication("""{"名称":"面馆"}""", "张三", "resident-id", "310104199001011234", "13800000000", "web", null);
        await Host.OpenAsync("A-1", application: personal);
        await Host.DoneAsync("A-1", "window", "Refused", "材料不属于本机关职权");

        Assert.Equal(personal, await Host.Files.ApplicationAsync(new("A-1")));
        Assert.Equal("材料不属于本机关职权", Assert.Single(await Host.Files.TextsAsync(new("A-1"))).Value);
        await Host.Files.EraseAsync(new("A-1"));
        Assert.Null(await Host.Files.ApplicationAsync(new("A-1")));
        Assert.Empty(await Host.Files.TextsAsync(new("A-1")));
        Assert.Empty(await Host.UnprovedAsync());
    }

    [ContractFact]
    public async Task a_failing_order_does_not_fail_its_neighbours()
    {
        var tooLong = new string('长', 300); // longer than its column: only the database refuses it
        var broken = Host.Desk.HandInAsync(Opening("B-1", tooLong), CancellationToken.None);
        var neighbours = Enumerable.Range(0, 50).Select(i => Host.OpenAsync($"N-{i}")).ToList();

        if (Database.Settings.Provider != DatabaseProvider.Sqlite) await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => broken);
        Assert.All(await Task.WhenAll(neighbours), receipt => Assert.True(receipt.IsAccepted));
    }

    private static CommandEnvelope Opening(string number, string place) =>
        new(new("open:" + number), new(number), new OpenCase(Host.Applicant, new(number), new PartyId(place), Host.Nothing)) { DefinitionId = "permit" };
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Handing_in_orders_on_Sqlite() : Handing_in_orders(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class Handing_in_orders_on_Postgres() : Handing_in_orders(DatabaseProvider.Postgres);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class Handing_in_orders_on_SqlServer() : Handing_in_orders(DatabaseProvider.SqlServer);
