using System.Globalization;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Clocks;
using EGov.Runtime.Catalog;
using EGov.Runtime.Deadlines;
using EGov.TestKit.Clocks;
using Xunit.Abstractions;

namespace EGov.Runtime.Tests.Deadlines;

/// <summary>The amendments that really happened, lived through again: 2015, 2019 and 2020 each had a second notice.</summary>
public sealed class The_second_notices(ITestOutputHelper output)
{
    private const int CasesADay = 2;
    private const int Weeks = 12;

    [Theory]
    [InlineData(2015, "2015-09-07")]
    [InlineData(2019, "2019-05-06")]
    [InlineData(2020, "2020-02-03")]
    public async Task move_exactly_the_due_dates_that_counting_by_hand_moves(int year, string after)
    {
        // Cases come in for twelve weeks up to the day before the changed days are over; the notice is published while most are open.
        await using var database = new TestDatabase(DatabaseProvider.Sqlite);
        var time = new FakeTime();
        var last = DateOnly.Parse(after, CultureInfo.InvariantCulture);
        time.Advance(SecondNotices.First(year).StartOf(last.AddDays(-7 * Weeks)).AddHours(1) - time.GetUtcNow());
        await using var host = await Host.StartAsync(database, time, calendar: SecondNotices.FirstText(year), drawings: Drawings.Permit);
        var cases = await LiveAsync(host, SecondNotices.First(year), last.AddDays(-3));
        var before = await StatesAsync(host, cases);
        Assert.Empty(await host.Get<CalendarEditions>().AmendAsync(SecondNotices.SecondText(year), $"cn-{year}.1", "第二次通知", new("admin")));
        await host.Get<CalendarSweep>().RunOnceAsync(CancellationToken.None);
        var states = await StatesAsync(host, cases);

        foreach (var (number, state) in states.Where(it => it.Value.Status != CaseStatus.Open)) Assert.Equal(before[number].Version, state.Version);
        var moved = states.Values.SelectMany(state => state.Clocks.Where(clock => clock.StoppedOn is null), (state, clock) => (state, clock))
            .Where(it => it.clock.Due != before[it.state.Case.Value].FindClock(it.clock.Id)!.Due).ToList();
        Assert.All(moved, it => Assert.Equal(ByHand(it.clock, year), it.clock.Due));
        Assert.All(states.Values.Where(state => state.Status == CaseStatus.Open).SelectMany(state => state.Clocks).Where(clock => clock.StoppedOn is null), clock => Assert.Equal(ByHand(clock, year), clock.Due));
        var counts = await host.Get<Redatings>().CountAsync($"cn-{year}.2");
        Assert.Equal((moved.Count, moved.Select(it => it.state.Case).Distinct().Count(), 0), (counts.Later + counts.Earlier, counts.Cases, counts.Waiting));
        Assert.NotEmpty(moved);
        Assert.Empty(await host.UnprovedAsync());
        output.WriteLine($"{year}: {cases.Count} cases, {states.Values.Count(state => state.Status == CaseStatus.Open)} open; {counts.Cases} cases re-dated: {counts.Later} due dates later, {counts.Earlier} earlier; 0 closed cases touched.");
    }

    /// <summary>Each day that is worked some cases come in; whatever has been here for three weeks is decided.</summary>
    private static async Task<List<string>> LiveAsync(Host host, WorkingCalendar calendar, DateOnly until)
    {
        var numbers = new List<string>();
        for (var day = calendar.DayOf(host.Time.GetUtcNow()); day <= until; day = day.AddDays(1), host.Time.Advance(TimeSpan.FromDays(1)))
        {
            if (!calendar.IsWorking(day)) continue;
            foreach (var number in Enumerable.Range(0, CasesADay).Select(i => $"{day:yyyyMMdd}-{i}"))
            {
                await host.OpenAsync(number);
                await host.DoneAsync(number, "window", "Accepted");
                numbers.Add(number);
            }

            foreach (var old in numbers.Where(number => string.CompareOrdinal(number, $"{day.AddDays(-21):yyyyMMdd}") < 0).ToArray())
                if ((await host.StateAsync(old)).Status == CaseStatus.Open) await host.GiveAsync(old, new WithdrawCase(Host.Applicant, TextHash.Commit("over")), null, "over");
        }

        return numbers;
    }

    private static async Task<Dictionary<string, CaseState>> StatesAsync(Host host, List<string> cases)
    {
        var states = new Dictionary<string, CaseState>();
        foreach (var number in cases) states[number] = await host.StateAsync(number);
        return states;
    }

    /// <summary>Walks day by day with the days both notices together leave worked.</summary>
    private static DateOnly ByHand(Clock clock, int year)
    {
        var calendar = SecondNotices.Second(year);
        var day = clock.StartedOn;
        for (var left = clock.LimitInWorkingDays; left > 0;)
        {
            day = day.AddDays(1);
            if (calendar.KindOf(day) is DayKind.WorkingDay or DayKind.MakeUpDay) left--;
        }

        return day;
    }
}
