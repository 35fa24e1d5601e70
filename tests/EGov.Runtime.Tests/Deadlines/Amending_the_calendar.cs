using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Audit;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Runtime.Deadlines;
using EGov.Runtime.Storage;
using EGov.TestKit.Clocks;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Tests.Deadlines;

/// <summary>A new holiday notice reaches every open case once, on any number of hosts, and no closed one.</summary>
public abstract class Amending_the_calendar(DatabaseProvider provider) : OnDatabase(provider)
{
    private static readonly UserId Admin = new("admin");

    /// <summary>Friday 16 January is off: limits that were to end on it or later end a working day later.</summary>
    private static readonly string Second = Edition("cn-2026.2", "2026-01-16");

    private static readonly string Third = Edition("cn-2026.3", "2026-01-15");

    [ContractFact]
    public async Task open_cases_are_counted_anew_once_and_closed_ones_are_left_alone()
    {
        await AcceptedAsync(Host, 6);
        await Host.GiveAsync("A-0", new WithdrawCase(Host.Applicant, TextHash.Commit("no")), null, "no");
        var closed = (await Host.StateAsync("A-0")).Version;

        Assert.Empty(await AmendAsync(Host, Second));
        Assert.Equal((5, 0), (await SweepAsync(Host), await SweepAsync(Host)));
        Assert.Equal((closed, "2026-01-20"), ((await Host.StateAsync("A-0")).Version, await DueAsync("A-1")));
        var counts = await Host.Get<Redatings>().CountAsync("cn-2026.2");
        Assert.Equal((5, 10, 0, 0), (counts.Cases, counts.Later, counts.Earlier, counts.Waiting));
        var line = (await Host.Get<Redatings>().PageAsync("cn-2026.2", 0, 1))[0];
        Assert.Equal(("A-1", new(2026, 1, 19), new(2026, 1, 20), 1), (line.Case.Value, line.Before, line.After, line.Days));
        Assert.Empty(await Host.UnprovedAsync());
    }

    [ContractFact]
    public async Task what_an_amendment_would_do_is_told_before_it_is_done()
    {
        await AcceptedAsync(Host, 3);
        var told = await Host.Get<Redatings>().PreviewAsync(SecondNotices.Read(Second)).ToListAsync();
        Assert.Equal((6, 0, "cn-2026.1"), (told.Count, (await Host.Get<Redatings>().CountAsync("cn-2026.2")).Cases, (await Host.StateAsync("A-0")).CalendarVersion));

        await AmendAsync(Host, Second);
        await SweepAsync(Host);
        Assert.Equal(told.Select(one => one with { At = default }).OrderBy(one => (one.Case.Value, one.Clock.Value)), (await Host.Get<Redatings>().PageAsync("cn-2026.2", 0, 100)).Select(one => one with { At = default }));
    }

    [ContractFact]
    public async Task two_hosts_that_sweep_at_once_count_each_case_anew_once()
    {
        var other = await AnotherHostAsync();
        await AcceptedAsync(Host, 30);
        await AmendAsync(Host, Second);
        await other.Get<WorkflowCatalog>().RefreshAsync();
        var amended = await Task.WhenAll(SweepAsync(Host), SweepAsync(other));

        Assert.Equal(30, amended.Sum());
        Assert.All(await HistoriesAsync(), history => Assert.Single(history, fact => fact is CalendarAmended));
        Assert.Empty(await other.UnprovedAsync());
    }

    [ContractFact]
    public async Task a_sweep_that_is_cut_short_is_finished_by_the_next_on_any_host()
    {
        var other = await AnotherHostAsync();
        await AcceptedAsync(Host, 40);
        await AmendAsync(Host, Second);
        using var stop = new CancellationTokenSource();
        using (Host.Get<CaseNews>().Listen(_ => stop.Cancel())) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => Host.Get<CalendarSweep>().RunOnceAsync(stop.Token));
        Assert.InRange((await Host.Get<Redatings>().CountAsync("cn-2026.2")).Cases, 1, 39);

        await other.Get<WorkflowCatalog>().RefreshAsync();
        await SweepAsync(other);
        Assert.Equal(40, (await Host.Get<Redatings>().CountAsync("cn-2026.2")).Cases);
        Assert.All(await HistoriesAsync(), history => Assert.Single(history, fact => fact is CalendarAmended));
    }

    [ContractFact]
    public async Task a_case_that_a_host_opened_before_it_heard_is_met_by_the_next_sweep()
    {
        var deaf = await AnotherHostAsync();
        await AmendAsync(Host, Second);
        await SweepAsync(Host);
        await deaf.OpenAsync("A-1");
        Assert.Equal("cn-2026.1", (await deaf.StateAsync("A-1")).CalendarVersion);

        Assert.Equal(1, await SweepAsync(Host));
        await deaf.DoneAsync("A-1", "window", "Accepted"); // reading the case, the host hears of the edition
        await deaf.OpenAsync("A-2");
        Assert.Equal(["cn-2026.2", "cn-2026.2"], [(await Host.StateAsync("A-1")).CalendarVersion, (await Host.StateAsync("A-2")).CalendarVersion]);
        Assert.Empty(await Host.UnprovedAsync());
    }

    [ContractFact]
    public async Task of_two_amendments_of_the_same_edition_one_is_refused()
    {
        var other = await AnotherHostAsync();
        var answers = await Task.WhenAll(AmendAsync(Host, Second), AmendAsync(other, Third));
        Assert.Equal("calendar-amends-another", Assert.Single(answers.SelectMany(problems => problems)).Code);
        Assert.Empty(await other.Get<CalendarEditions>().AmendAsync(Third.Replace("2026.3", "2026.4", StringComparison.Ordinal), Host.Get<CalendarEditions>().Newest.Version, "by name", Admin));
        Assert.Equal(3, other.Get<CalendarEditions>().All.Length);
    }

    [ContractFact]
    public async Task an_amendment_of_an_amendment_is_proved_edition_by_edition()
    {
        await AcceptedAsync(Host, 2);
        await AmendAsync(Host, Second);
        await SweepAsync(Host);
        await Host.OpenAsync("B-1");
        Assert.Empty(await AmendAsync(Host, Third, "cn-2026.2"));
        await SweepAsync(Host);
        Time.Advance(TimeSpan.FromDays(40));
        await Host.Get<DeadlineSweep>().RunOnceAsync(CancellationToken.None);

        var restarted = await AnotherHostAsync();
        Assert.Empty(await restarted.UnprovedAsync());
        Assert.Equal("cn-2026.3", (await restarted.StateAsync("B-1")).CalendarVersion);
    }

    [ContractFact]
    public async Task views_that_are_rebuilt_tell_the_same()
    {
        await AcceptedAsync(Host, 3);
        await AmendAsync(Host, Second);
        await SweepAsync(Host);
        var before = await ViewsAsync();
        await Host.Get<ViewRebuild>().RunAsync();
        Assert.Equal(before, await ViewsAsync());
    }

    [ContractFact]
    public async Task nothing_changes_when_the_reason_is_missing()
    {
        Assert.Equal("calendar-reason", Assert.Single(await Host.Get<CalendarEditions>().AmendAsync(Second, "cn-2026.1", " ", Admin)).Code);
        Assert.Equal("calendar-not-json", Assert.Single(await AmendAsync(Host, "{")).Code);
        Assert.Equal((1, "cn-2026.1"), (Host.Get<CalendarEditions>().All.Length, Host.Get<CalendarEditions>().Newest.Version));
    }

    private static async Task AcceptedAsync(Host host, int cases)
    {
        foreach (var number in Enumerable.Range(0, cases).Select(i => $"A-{i}"))
        {
            await host.OpenAsync(number);
            await host.DoneAsync(number, "window", "Accepted");
        }
    }

    private static Task<System.Collections.Immutable.ImmutableArray<Engine.Definitions.Problem>> AmendAsync(Host host, string text, string amends = "cn-2026.1") =>
        host.Get<CalendarEditions>().AmendAsync(text, amends, "the second notice", Admin);

    private static Task<int> SweepAsync(Host host) => host.Get<CalendarSweep>().RunOnceAsync(CancellationToken.None);

    private async Task<string> DueAsync(string number) => $"{(await Host.StateAsync(number)).FindClock(ClockId.Promised)!.Due:O}";

    private async Task<List<IEnumerable<CaseEvent>>> HistoriesAsync()
    {
        var histories = new List<IEnumerable<CaseEvent>>();
        foreach (var entry in await Host.Get<CaseRegister>().FindAsync(new() { Take = 100 }))
            histories.Add((await Host.Files.HistoryAsync(entry.Case)).SelectMany(filed => filed.Entry.Events));
        return histories;
    }

    private async Task<string> ViewsAsync()
    {
        await using var context = Host.Get<Database>().NewContext();
        return System.Text.Json.JsonSerializer.Serialize(new object[]
        {
            await context.Cases.AsNoTracking().OrderBy(row => row.CaseId).ToListAsync(), await context.RedatedClocks.AsNoTracking().OrderBy(row => row.CaseId).ThenBy(row => row.Clock).ToListAsync(),
            await context.WorkItems.AsNoTracking().OrderBy(row => row.CaseId).ThenBy(row => row.Number).ToListAsync(),
        });
    }

    private static string Edition(string version, string alsoOff) => OfficeCalendar.Json
        .Replace("cn-2026.1", version, StringComparison.Ordinal).Replace("\"2026-01-01/2026-01-03\", ", $"\"2026-01-01/2026-01-03\", \"{alsoOff}\", ", StringComparison.Ordinal);
}

[RunsOn(DatabaseProvider.Sqlite)]
public sealed class Amending_the_calendar_on_Sqlite() : Amending_the_calendar(DatabaseProvider.Sqlite);

[RunsOn(DatabaseProvider.Postgres)]
public sealed class Amending_the_calendar_on_Postgres() : Amending_the_calendar(DatabaseProvider.Postgres);

[RunsOn(DatabaseProvider.SqlServer)]
public sealed class Amending_the_calendar_on_SqlServer() : Amending_the_calendar(DatabaseProvider.SqlServer);
