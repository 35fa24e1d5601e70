using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Supervision;
using EGov.Runtime.Audit;
using EGov.Runtime.Storage;
using EGov.Runtime.Supervision;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Tests.Supervision;

/// <summary>Electronic supervision over real cases, on every database. The office's clock begins on Monday 2026-01-05 at 17:00.</summary>
public abstract class Supervising_the_office(DatabaseProvider provider) : OnDatabase(provider)
{
    [ContractFact]
    public async Task a_case_that_nobody_touches_gets_its_cards_from_the_sweep_alone()
    {
        await Host.OpenAsync("A-1");
        await Host.DoneAsync("A-1", "window", "Accepted");
        Time.Advance(TimeSpan.FromDays(15));
        await SweepAsync(Host);

        Assert.Equal(["S01 clock:promised", "S02 clock:promised", "S04 work:2", "S04 work:3", "S04 work:4", "S05 work:2", "S05 work:3", "S05 work:4", "S18 work:2", "S18 work:3", "S18 work:4"], await CardsAsync("A-1"));
        var red = Assert.Single((await Host.Get<SupervisionBoard>().CardsAsync(new() { Severity = Severity.Red })).Cards);
        Assert.Equal(new DateTimeOffset(2026, 1, 19, 16, 0, 0, TimeSpan.Zero), red.At);
        Assert.Equal(("fire", new DateOnly(2026, 1, 19), "permit"), (red.Party?.Value, red.Due, red.DefinitionId));
    }

    [ContractFact]
    public async Task an_order_that_comes_before_the_sweep_raises_what_it_is_late_for()
    {
        await Host.OpenAsync("A-1");
        await Host.DoneAsync("A-1", "window", "Accepted");
        Time.Advance(TimeSpan.FromDays(15));
        await Host.DoneAsync("A-1", "fire", "Approved");
        Assert.Contains("S02 clock:promised", await CardsAsync("A-1"));

        var before = await EverythingAsync();
        await SweepAsync(Host);
        Assert.Equal(before, await EverythingAsync());
    }

    [ContractFact]
    public async Task two_hosts_that_look_at_once_and_a_host_that_knows_nothing_raise_each_card_once()
    {
        await Host.OpenAsync("A-1");
        await Host.DoneAsync("A-1", "window", "Accepted");
        var (second, third) = (await AnotherHostAsync(), await AnotherHostAsync());
        Time.Advance(TimeSpan.FromDays(15));
        await Task.WhenAll(SweepAsync(Host), SweepAsync(second));
        var cards = await EverythingAsync();
        await third.DoneAsync("A-1", "fire", "Approved");
        Assert.Equal(cards, await EverythingAsync());
        Assert.Equal(0, (await third.Get<BackTest>().RunAsync(Always)).DifferenceCount);
    }

    [ContractFact]
    public async Task the_rules_over_history_give_the_cards_that_were_raised_live()
    {
        await LiveAsync(40);
        var report = await Host.Get<BackTest>().RunAsync(Always);
        Assert.Empty(report.Differences.Select(line => line.ToString()));
        Assert.Equal(40, report.Cases);
        Assert.Equal(report.Live.AsEnumerable(), report.Recomputed.AsEnumerable());
        Assert.True(report.Live.Values.Sum() > 100, $"{report.Live.Values.Sum()} cards are too few to show anything.");
        Assert.True(report.Live.Count >= 6);
    }

    [ContractFact]
    public async Task a_card_that_was_taken_away_or_changed_is_a_difference()
    {
        await LiveAsync(5);
        await using (var context = Host.Get<Database>().NewContext())
        {
            var cards = await context.Cards.OrderBy(c => c.CaseId).ThenBy(c => c.Rule).ThenBy(c => c.Subject).ToListAsync();
            context.Remove(cards[0]);
            cards[1].At = cards[1].At.AddHours(1);
            cards[2].Severity = "Yellow" == cards[2].Severity ? "Red" : "Yellow";
            await context.SaveChangesAsync();
        }

        Assert.Equal(5, (await Host.Get<BackTest>().RunAsync(Always)).DifferenceCount);
    }

    [ContractFact]
    public async Task a_changed_rule_is_shown_with_what_it_adds_and_what_it_drops_and_changes_nothing()
    {
        await LiveAsync(10);
        var before = await EverythingAsync();
        var rule = Host.Get<SupervisionBoard>().Rules.Single(r => r.Id == "S18");
        var report = await Host.Get<BackTest>().RunAsync(Always with { Changed = [rule with { Version = 2, Trigger = new Untaken(1) }] });
        Assert.Equal(0, report.DifferenceCount);
        Assert.True(report.Added.Count > 0);
        Assert.All(report.Added.Cards.Concat(report.Gone.Cards), line => Assert.Equal("S18", line.Rule));
        Assert.Equal(before, await EverythingAsync());
        Assert.Equal((0, 0), await SameRuleAsync(rule));
    }

    [ContractFact]
    public async Task views_rebuilt_from_the_journal_hold_the_same_cards_and_keep_what_was_done_about_them()
    {
        await LiveAsync(8);
        var supervisor = new DeskPerson(Actor.Officer("su"), Supervises: true);
        var card = (await Host.Get<SupervisionBoard>().CardsAsync(new())).Cards[0];
        await Host.Get<SupervisionDesk>().SettleAsync(supervisor, card.Number, lift: true, "系统故障所致");
        var before = await EverythingAsync();
        await Host.Get<ViewRebuild>().RunAsync();
        Assert.Equal(before, await EverythingAsync());
        Assert.Equal(CardState.Lifted, (await Host.Get<SupervisionBoard>().CardAsync(card.Number))!.Card.State);
    }

    private static BackTestPlan Always => new(DateTimeOffset.UnixEpoch, DateTimeOffset.MaxValue, []);

    private async Task<(int Added, int Gone)> SameRuleAsync(SupervisionRule rule)
    {
        var report = await Host.Get<BackTest>().RunAsync(Always with { Changed = [rule] });
        return (report.Added.Count, report.Gone.Count);
    }

    /// <summary>Random lives with late, returned and refused work, now and then a sweep, now and then another host.</summary>
    private async Task LiveAsync(int cases)
    {
        var (luck, hosts) = (new Random(7), new[] { Host, await AnotherHostAsync() });
        for (var number = 1; number <= cases; number++) await hosts[number % 2].OpenAsync($"L-{number}");
        for (var order = 0; order < cases * 8; order++)
        {
            var (caseId, host) = ($"L-{luck.Next(1, cases + 1)}", hosts[luck.Next(2)]);
            Time.Advance(TimeSpan.FromMinutes(luck.Next(1, 40 * 24 * 60 / cases)));
            if (luck.Next(10) == 0) await SweepAsync(host);
            var state = await host.StateAsync(caseId);
            if (state.WorkItems.FirstOrDefault(w => w.IsOpen) is not { } work) continue;
            var officer = Actor.Officer("officer-" + luck.Next(3), [work.Party]);
            await (luck.Next(8) switch
            {
                0 => host.GiveAsync(caseId, new ClaimWorkItem(officer, work.Number)),
                1 => host.GiveAsync(caseId, new ReturnCase(officer, work.Number, new("Accept1"), TextHash.Commit("why"))),
                2 => host.GiveAsync(caseId, new ExtendClock(Actor.Officer("chief", [new PartyId("leader")]), ClockId.Promised, luck.Next(1, 16), TextHash.Commit("why"))),
                _ => host.DoneAsync(caseId, work.Party.Value, work.Choices[luck.Next(4) == 0 ? ^1 : 0], "意见"),
            });
        }

        await SweepAsync(Host);
    }

    private static Task SweepAsync(Host host) => host.Get<SupervisionSweep>().RunOnceAsync(CancellationToken.None);

    private async Task<List<string>> CardsAsync(string caseId)
    {
        await using var context = Host.Get<Database>().NewContext();
        return [.. (await context.Cards.AsNoTracking().Where(c => c.CaseId == caseId).ToListAsync()).Select(c => $"{c.Rule} {c.Subject}").Order(StringComparer.Ordinal)];
    }

    private async Task<string> EverythingAsync()
    {
        await using var context = Host.Get<Database>().NewContext();
        return System.Text.Json.JsonSerializer.Serialize(new
        {
            cards = (await context.Cards.AsNoTracking().ToListAsync()).OrderBy(c => c.CaseId + c.Rule + c.Subject, StringComparer.Ordinal),
            acts = await context.CardActs.AsNoTracking().OrderBy(a => a.Id).ToListAsync(),
            orders = await context.SupervisionOrders.AsNoTracking().OrderBy(o => o.Id).ToListAsync(),
        });
    }
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Supervising_the_office_on_Sqlite() : Supervising_the_office(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class Supervising_the_office_on_Postgres() : Supervising_the_office(DatabaseProvider.Postgres);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class Supervising_the_office_on_SqlServer() : Supervising_the_office(DatabaseProvider.SqlServer);
