using System.Text.Json.Nodes;
using EGov.Engine.Cases;
using EGov.Runtime.Catalog;
using EGov.Runtime.Deadlines;
using EGov.Runtime.Storage;
using EGov.Runtime.Supervision;
using EGov.TestKit.Clocks;
using EGov.TestKit.Definitions;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Tests.Supervision;

/// <summary>督办单 as it is shipped, started by a ladder. The office's clock begins on Monday 2026-01-05 at 17:00.</summary>
public sealed class A_supervision_order : IAsyncLifetime
{
    private readonly TestDatabase _database = new(DatabaseProvider.Sqlite);
    private readonly FakeTime _time = new();
    private Host _host = null!;

    public async Task InitializeAsync()
    {
        var workflows = Directory.CreateDirectory(Path.Combine(_database.Folder, "shipped")).FullName;
        foreach (var file in Directory.GetFiles(OfficeCalendar.PathOf("workflows"), "*.json", SearchOption.AllDirectories)) Put(Path.Combine(workflows, Path.GetRelativePath(OfficeCalendar.PathOf("workflows"), file)), await File.ReadAllTextAsync(file));
        var late = new Drawing("late").Facts("late", statutory: 0, promised: 0, acceptance: 0, parties: ["fire", "leader"], extensions: "leader")
            .Activity("Review1", "EGov.Review", ("party", "fire"), ("limitInWorkingDays", 3), ("ladder", "0 red-card\n+1 start-item supervision-order")).Connect("Start1", "Review1").Connect("Review1", "End1");
        var json = JsonNode.Parse(late.ToJson())!;
        json["isPublished"] = true;
        Put(Path.Combine(workflows, "late", "v1.json"), json.ToJsonString());
        _host = await Host.StartAsync(_database, _time, workflows: workflows);
    }

    public async Task DisposeAsync()
    {
        await _host.DisposeAsync();
        await _database.DisposeAsync();
    }

    [Fact]
    public async Task is_started_by_a_ladder_and_asks_the_body_that_was_late()
    {
        var order = await StartedAsync();
        Assert.Equal(["service-centre"], await OpenAsync(order));
        await _host.DoneAsync(order, "service-centre", "Issued");
        Assert.Equal(["fire"], await OpenAsync(order));
        await _host.DoneAsync(order, "fire", "Answered");
        await _host.DoneAsync(order, "fire", "Answered");
        await _host.DoneAsync(order, "service-centre", "Settled");
        Assert.Equal(CaseStatus.Closed, (await _host.StateAsync(order)).Status);
        Assert.Empty(await _host.UnprovedAsync());
    }

    [Fact]
    public async Task costs_a_silent_body_a_card_for_every_answer_it_owes_and_the_rules_over_history_find_the_same()
    {
        var order = await StartedAsync();
        await _host.DoneAsync(order, "service-centre", "Issued");
        for (var day = 0; day < 20; day++)
        {
            _time.Advance(TimeSpan.FromDays(1));
            await SweepAsync();
        }

        Assert.Equal(["service-centre"], await OpenAsync(order));
        await using var context = _host.Get<Database>().NewContext();
        Assert.Equal(["fire", "fire"], await context.Cards.Where(card => card.CaseId == order && card.Rule == "S23").Select(card => card.Party).ToListAsync());
        var report = await _host.Get<BackTest>().RunAsync(new(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, []));
        Assert.Empty(report.Differences.Select(line => line.ToString()));
        Assert.Empty(await _host.UnprovedAsync());
    }

    [Fact]
    public void is_nothing_to_apply_for()
    {
        var catalog = _host.Get<WorkflowCatalog>();
        Assert.NotNull(catalog.Published("supervision-order"));
        Assert.Null(catalog.Offered("supervision-order"));
        Assert.NotNull(catalog.Offered("food-business-licence"));
    }

    /// <summary>The number of the order that a ladder started because work lay at <c>fire</c> too long.</summary>
    private async Task<string> StartedAsync()
    {
        await _host.OpenAsync("A-1", "late");
        _time.Advance(TimeSpan.FromDays(5)); // due on Thursday the 8th, the rung is the end of the 9th
        await SweepAsync();
        await using var context = _host.Get<Database>().NewContext();
        return Assert.Single(await context.Cases.Where(c => c.CaseId != "A-1").ToListAsync()).CaseId;
    }

    private async Task SweepAsync()
    {
        await _host.Get<DeadlineSweep>().RunOnceAsync(CancellationToken.None);
        await _host.Get<ErrandRunner>().RunOnceAsync(CancellationToken.None);
        await _host.Get<SupervisionSweep>().RunOnceAsync(CancellationToken.None);
    }

    private async Task<string[]> OpenAsync(string number) => [.. (await _host.StateAsync(number)).WorkItems.Where(work => work.IsOpen).Select(work => work.Party.Value)];

    private static void Put(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(file)!);
        File.WriteAllText(file, text);
    }
}
