using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Deadlines;
using EGov.Runtime.Storage;
using EGov.TestKit.Definitions;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Tests.Deadlines;

/// <summary>What is due happens once, however often and on however many hosts the sweep runs; cases reach each other once.</summary>
public abstract class Letting_time_pass(DatabaseProvider provider) : OnDatabase(provider)
{
    protected override IEnumerable<Drawing> Processes =>
    [
        Drawings.Permit,
        new Drawing("parent").Activity("Child1", "Elsa.ExecuteWorkflow", ("workflowDefinitionId", "child"), ("waitForCompletion", true)).Chain("Start1", "Child1", "End1"),
        new Drawing("child").Activity("Write1", "Elsa.WriteLine", ("text", "hello")).Chain("Start1", "Write1", "End1"),
        new Drawing("orphan").Activity("Child1", "Elsa.ExecuteWorkflow", ("workflowDefinitionId", "nothing"), ("waitForCompletion", true)).Chain("Start1", "Child1", "End1"),
        new Drawing("late").Facts("late", statutory: 0, promised: 0, acceptance: 0, parties: ["window", "leader"], extensions: "leader")
            .Activity("Review1", "EGov.Review", ("party", "window"), ("limitInWorkingDays", 3), ("ladder", "0 red-card leader\n+1 start-item child\n+2 hand-over leader")).Connect("Start1", "Review1").Connect("Review1", "End1"),
        new Drawing("listener").Activity("Event1", "Elsa.Event", ("eventName", "rain")).Chain("Start1", "Event1", "End1"),
        new Drawing("speaker").Activity("Publish1", "Elsa.PublishEvent", ("eventName", "rain")).Chain("Start1", "Publish1", "End1"),
    ];

    [ContractFact]
    public async Task silence_accepts_after_five_working_days()
    {
        await Host.OpenAsync("A-1");
        Assert.Equal(0, await SweepAsync());
        Time.Advance(TimeSpan.FromDays(8));

        Assert.Equal(1, await SweepAsync());
        Assert.True((await Host.StateAsync("A-1")).Reached(Milestone.DeemedAccepted));
        Assert.Equal(0, await SweepAsync());
    }

    [ContractFact]
    public async Task two_hosts_that_sweep_at_once_wake_each_case_once()
    {
        var other = await AnotherHostAsync();
        await Task.WhenAll(Enumerable.Range(0, 40).Select(i => Host.OpenAsync($"A-{i}")));
        Time.Advance(TimeSpan.FromDays(8));
        var woken = await Task.WhenAll(SweepAsync(), other.Get<DeadlineSweep>().RunOnceAsync(CancellationToken.None));

        Assert.Equal(40, woken.Sum());
        await using var context = Host.Get<Database>().NewContext();
        Assert.Equal(40, await context.Cases.CountAsync(c => c.AcceptedOn != null));
        Assert.Empty(await Host.UnprovedAsync());
    }

    [ContractFact]
    public async Task a_case_that_cannot_be_read_holds_up_no_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 5).Select(i => Host.OpenAsync($"A-{i}")));
        await using (var context = Host.Get<Database>().NewContext())
            await context.Journal.Where(entry => entry.CaseId == "A-2").ExecuteUpdateAsync(set => set.SetProperty(entry => entry.Text, new byte[] { 1, 2, 3 }));
        var fresh = await AnotherHostAsync(); // it knows none of them
        Time.Advance(TimeSpan.FromDays(8));

        Assert.Equal(4, await fresh.Get<DeadlineSweep>().RunOnceAsync(CancellationToken.None));
        await using var after = fresh.Get<Database>().NewContext();
        Assert.Equal(["A-2"], await after.Cases.Where(c => c.AcceptedOn == null).Select(c => c.CaseId).ToListAsync());
    }

    [ContractFact]
    public async Task a_card_is_recorded_for_the_supervisors()
    {
        await Host.OpenAsync("A-1");
        await Host.DoneAsync("A-1", "window", "Accepted");
        Time.Advance(TimeSpan.FromDays(60));
        await SweepAsync();

        var rungs = await Host.Get<EGov.Runtime.Cases.CaseRegister>().RungsAsync(DateTimeOffset.UnixEpoch);
        Assert.Contains(rungs, r => r.Act == Engine.Clocks.RungAct.RedCard && r.Clock == ClockId.Statutory);
    }

    [ContractFact]
    public async Task a_ladder_that_two_hosts_climb_at_once_after_a_downtime_starts_one_item()
    {
        var other = await AnotherHostAsync();
        await Host.OpenAsync("A-1", "late");
        Time.Advance(TimeSpan.FromDays(30));
        await Task.WhenAll(SweepAsync(), other.Get<DeadlineSweep>().RunOnceAsync(CancellationToken.None));
        await Task.WhenAll(Host.Get<ErrandRunner>().RunOnceAsync(CancellationToken.None), other.Get<ErrandRunner>().RunOnceAsync(CancellationToken.None));

        await using var context = Host.Get<Database>().NewContext();
        Assert.Equal("child", Assert.Single(await context.Cases.Where(c => c.CaseId != "A-1").ToListAsync()).DefinitionId);
        Assert.Equal(["RedCard", "StartItem", "HandOver"], await context.Rungs.OrderBy(r => r.EventNumber).Select(r => r.Act).ToListAsync());
        Assert.Equal("leader", Assert.Single(await context.WorkItems.Where(w => w.CaseId == "A-1").ToListAsync()).Party);
        Assert.Empty(await Host.UnprovedAsync());
    }

    [ContractFact]
    public async Task a_child_case_is_opened_and_reports_to_its_parent()
    {
        await Host.OpenAsync("P-1", "parent");
        var errands = Host.Get<ErrandRunner>();
        await errands.RunOnceAsync(CancellationToken.None);

        Assert.Equal(CaseStatus.Closed, (await Host.StateAsync("P-1")).Status);
        Assert.Equal(0, await errands.RunOnceAsync(CancellationToken.None));
        Assert.Empty(await Host.UnprovedAsync());
    }

    [ContractFact]
    public async Task an_errand_delivered_before_the_power_failed_is_not_delivered_again()
    {
        await Host.OpenAsync("L-1", "listener");
        await Host.OpenAsync("S-1", "speaker");
        await Host.Get<ErrandRunner>().RunOnceAsync(CancellationToken.None);
        var version = (await Host.StateAsync("L-1")).Version;
        await using (var context = Host.Get<Database>().NewContext())
            await context.Errands.ExecuteUpdateAsync(set => set.SetProperty(e => e.DoneAt, (DateTimeOffset?)null));

        await Host.Get<ErrandRunner>().RunOnceAsync(CancellationToken.None);
        Assert.Equal((CaseStatus.Closed, version), ((await Host.StateAsync("L-1")).Status, (await Host.StateAsync("L-1")).Version));
    }

    [ContractFact]
    public async Task an_errand_that_cannot_be_done_keeps_its_refusal()
    {
        await Host.OpenAsync("P-1", "orphan");
        await Host.Get<ErrandRunner>().RunOnceAsync(CancellationToken.None);

        await using var context = Host.Get<Database>().NewContext();
        Assert.Equal(nameof(RejectionCode.WrongDefinition), (await context.Errands.SingleAsync()).Refusal);
    }

    private Task<int> SweepAsync() => Host.Get<DeadlineSweep>().RunOnceAsync(CancellationToken.None);
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Letting_time_pass_on_Sqlite() : Letting_time_pass(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class Letting_time_pass_on_Postgres() : Letting_time_pass(DatabaseProvider.Postgres);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class Letting_time_pass_on_SqlServer() : Letting_time_pass(DatabaseProvider.SqlServer);
