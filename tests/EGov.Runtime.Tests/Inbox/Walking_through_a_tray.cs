using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Audit;
using EGov.Runtime.Inbox;

namespace EGov.Runtime.Tests.Inbox;

/// <summary>What pages of trays promise, on every database.</summary>
public abstract class Walking_through_a_tray(DatabaseProvider provider) : OnDatabase(provider)
{
    private static readonly UserId Li = new("li");
    private static readonly PartyId Fire = new("fire"), Window = new("window");

    [ContractFact]
    public async Task every_line_is_met_once_forwards_and_backwards()
    {
        for (var number = 1; number <= 7; number++)
        {
            await Host.OpenAsync($"A-{number}");
            if (number % 2 == 0) await Host.DoneAsync($"A-{number}", "window", "Accepted");
            if (number == 4) Time.Advance(TimeSpan.FromDays(1));
        }

        var filter = new InboxFilter(InboxTray.Party, Li, [Fire, Window]);
        var forwards = await WalkAsync(filter, backwards: false, from: null);
        Assert.Equal(["A-1", "A-2", "A-3", "A-4", "A-5", "A-6", "A-7"], forwards.Select(line => line.Case.Value).Order());
        Assert.Equal(forwards.Select(line => line.Due ?? DateOnly.MaxValue).Order(), forwards.Select(line => line.Due ?? DateOnly.MaxValue));
        Assert.Equal(forwards.Take(6).Reverse().Select(line => line.Case), (await WalkAsync(filter, backwards: true, from: forwards[6].Place)).Select(line => line.Case));
    }

    [ContractFact]
    public async Task work_changes_desks_when_it_is_claimed_and_counts_say_so()
    {
        await Host.OpenAsync("A-1");
        await Host.OpenAsync("A-2");
        Assert.True((await Host.GiveAsync("A-1", new ClaimWorkItem(Actor.Officer("li", [Window]), 1))).IsAccepted);

        Assert.Equal(["A-1"], (await PageAsync(InboxTray.Mine)).Select(line => line.Case.Value));
        Assert.Equal(["A-2"], (await PageAsync(InboxTray.Party)).Select(line => line.Case.Value));
        var counts = await Host.Get<InboxReader>().CountsAsync(Li, [Window], [], new DateOnly(2026, 1, 5));
        Assert.Equal((1, 1, 0), (counts.Mine, counts.Party, counts.Watched));
        Assert.Equal(["A-1"], (await Host.Get<InboxReader>().PageAsync(new(InboxTray.Party, new("other"), [Window]) { Holder = Li }, null, false, 10)).Lines.Select(line => line.Case.Value));
    }

    [ContractFact]
    public async Task trays_are_the_same_when_they_are_written_anew_from_the_journal()
    {
        await Host.OpenAsync("A-1");
        await Host.DoneAsync("A-1", "window", "Accepted");
        await Host.OpenAsync("A-2");
        await Host.GiveAsync("A-2", new ClaimWorkItem(Actor.Officer("li", [Window]), 1));
        var before = await EverythingAsync();

        Assert.Equal(2, await Host.Get<ViewRebuild>().RunAsync());
        Assert.Equal(before, await EverythingAsync());
    }

    [ContractFact]
    public async Task what_is_looked_for_is_found_and_nothing_else()
    {
        await Host.OpenAsync("A-1", application: new("{}", "王小满", "resident-id", "1", "2", "online", null));
        await Host.OpenAsync("B-2", application: new("{}", "李四", "resident-id", "1", "2", "online", null));
        var all = new InboxFilter(InboxTray.Party, Li, [Window]);

        Assert.Equal(["A-1"], await FoundAsync(all with { Word = "小满" }));
        Assert.Equal(["B-2"], await FoundAsync(all with { Word = "B-2" }));
        Assert.Empty(await FoundAsync(all with { DefinitionId = "another" }));
        Assert.Empty(await FoundAsync(all with { DueUntil = new DateOnly(2026, 1, 1) }));
        Assert.Empty(await FoundAsync(all with { Word = "%" }));
    }

    [ContractFact]
    public async Task a_watched_case_stays_in_sight_wherever_it_goes()
    {
        await Host.OpenAsync("A-1");
        var watches = Host.Get<Watches>();
        Assert.True(await watches.WatchAsync(Li, new("A-1")));
        Assert.True(await watches.WatchAsync(Li, new("A-1")));
        await Host.DoneAsync("A-1", "window", "Accepted");

        Assert.Equal("A-1", Assert.Single(await PageAsync(InboxTray.Watched)).Case.Value);
        await watches.UnwatchAsync(Li, new("A-1"));
        Assert.Empty(await PageAsync(InboxTray.Watched));
    }

    [ContractFact]
    public async Task a_filter_is_kept_under_its_name_until_there_are_too_many()
    {
        var saved = Host.Get<SavedFilters>();
        for (var number = 1; number <= SavedFilters.Most; number++) Assert.True(await saved.SaveAsync(Li, new($"f{number}", "/desk")));
        Assert.False(await saved.SaveAsync(Li, new("one more", "/desk")));
        Assert.True(await saved.SaveAsync(Li, new("f1", "/desk/done")));
        Assert.Equal("/desk/done", (await saved.OfAsync(Li)).Single(filter => filter.Name == "f1").Address);
        Assert.Empty(await saved.OfAsync(new("somebody-else")));
    }

    private async Task<ImmutableArray<InboxLine>> PageAsync(InboxTray tray) => (await Host.Get<InboxReader>().PageAsync(new(tray, Li, [Window]), null, false, 10)).Lines;

    private async Task<IEnumerable<string>> FoundAsync(InboxFilter filter) => (await Host.Get<InboxReader>().PageAsync(filter, null, false, 10)).Lines.Select(line => line.Case.Value);

    private async Task<List<InboxLine>> WalkAsync(InboxFilter filter, bool backwards, InboxPlace? from)
    {
        var lines = new List<InboxLine>();
        for (InboxPage? page = null; page is null || (backwards ? page.HasEarlier : page.HasLater);)
        {
            page = await Host.Get<InboxReader>().PageAsync(filter, from, backwards, 2);
            lines.AddRange(backwards ? page.Lines.Reverse() : page.Lines);
            from = backwards ? page.Lines[0].Place : page.Lines[^1].Place;
        }

        return lines;
    }

    private async Task<List<string>> EverythingAsync()
    {
        var lines = new List<string>();
        foreach (var tray in Enum.GetValues<InboxTray>())
            lines.AddRange((await Host.Get<InboxReader>().PageAsync(new(tray, Li, [Fire, Window, new("health")]), null, false, 50)).Lines.Select(line => $"{line with { WaitsFor = [] }} {string.Join(',', line.WaitsFor)}"));
        return lines;
    }
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Walking_through_a_tray_on_Sqlite() : Walking_through_a_tray(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class Walking_through_a_tray_on_Postgres() : Walking_through_a_tray(DatabaseProvider.Postgres);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class Walking_through_a_tray_on_SqlServer() : Walking_through_a_tray(DatabaseProvider.SqlServer);
