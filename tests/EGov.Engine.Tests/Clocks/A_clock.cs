using System.Collections.Immutable;
using System.Text.Json;
using EGov.Engine.Clocks;
using EGov.TestKit.Clocks;

namespace EGov.Engine.Tests.Clocks;

public class A_clock
{
    private static readonly WorkingCalendar Calendar = OfficeCalendar.Chinese;
    private static readonly UserId Head = new("head");

    [Fact]
    public void counts_from_the_day_after_the_start() => Assert.Equal(March(9), Started(5).Due);

    [Fact]
    public void without_a_budget_is_due_on_the_day_it_starts() => Assert.Equal(March(2), Started(0).Due);

    [Fact]
    public void has_no_due_date_while_suspended() => Assert.Null(Started(5).Suspend("a", "hearing", null, March(4)).Due);

    [Fact]
    public void does_not_count_the_days_after_the_notice_up_to_the_end_of_the_suspension() =>
        Assert.Equal(March(13), Started(5).Suspend("a", "hearing", null, March(4)).Resume("a", March(10), Calendar).Due);

    [Fact]
    public void loses_nothing_by_a_suspension_that_ends_on_the_day_it_began() =>
        Assert.Equal(March(9), Started(5).Suspend("a", "test", null, March(4)).Resume("a", March(4), Calendar).Due);

    [Fact]
    public void stands_still_until_the_last_of_two_parallel_suspensions_has_ended()
    {
        var both = Started(5).Suspend("a", "hearing", null, March(3)).Suspend("b", "test", null, March(4));
        var one = both.Resume("a", March(6), Calendar);
        Assert.Null(one.Due);
        Assert.Equal(March(17), one.Resume("b", March(11), Calendar).Due);
    }

    [Fact]
    public void that_is_late_stays_late_when_it_is_suspended()
    {
        var late = Started(5).Suspend("a", "hearing", null, March(10));
        Assert.Equal(March(9), late.Due);
        Assert.True(late.IsOverdue(Calendar.StartOf(March(20)), Calendar));
    }

    [Fact]
    public void suspended_on_its_last_day_is_not_late_while_it_stands_still() =>
        Assert.False(Started(5).Suspend("a", "hearing", null, March(9)).IsOverdue(Calendar.StartOf(March(20)), Calendar));

    [Fact]
    public void without_a_budget_stands_still_when_a_suspension_that_opens_on_its_day_overlaps_an_ended_one() =>
        Assert.Null(Started(0).Suspend("a", "test", null, March(1)).Resume("a", March(4), Calendar).Suspend("b", "test", null, March(2)).Redate(March(2), Calendar).Due);

    [Fact]
    public void is_extended_by_working_days()
    {
        var extended = Started(20).Extend(10, Head, null, Calendar);
        Assert.Equal(Calendar.AddWorkingDays(March(2), 30), extended.Due);
        Assert.Equal((30, 20), (extended.LimitInWorkingDays, extended.BudgetInWorkingDays));
    }

    [Fact]
    public void of_a_file_deemed_accepted_starts_on_the_day_of_receipt_and_keeps_its_suspensions()
    {
        var clock = Started(5).Suspend("a", "test", null, March(4)).Resume("a", March(5), Calendar).Redate(new(2026, 2, 24), Calendar);
        Assert.Equal(new DateOnly(2026, 3, 2), clock.Due);
        Assert.Single(clock.Suspensions);
    }

    [Fact]
    public void is_overdue_from_the_midnight_that_ends_its_due_date()
    {
        var midnight = Calendar.EndOf(March(9));
        Assert.False(Started(5).IsOverdue(midnight.AddTicks(-1), Calendar));
        Assert.True(Started(5).IsOverdue(midnight, Calendar));
    }

    [Fact]
    public void that_was_stopped_in_time_never_becomes_overdue()
    {
        var eternity = DateTimeOffset.MaxValue;
        Assert.False(Started(5).Stop(March(9)).IsOverdue(eternity, Calendar));
        Assert.True(Started(5).Stop(March(10)).IsOverdue(eternity, Calendar));
    }

    [Fact]
    public void says_how_many_days_are_left()
    {
        Assert.Equal([5, 4, 0, -1], new[] { 2, 3, 9, 10 }.Select(day => Started(5).WorkingDaysLeft(March(day), Calendar)!.Value));
        Assert.Equal(3, Started(5).Suspend("a", "test", null, March(4)).WorkingDaysLeft(March(20), Calendar));
        Assert.Null(Started(5).Stop(March(3)).WorkingDaysLeft(March(4), Calendar));
    }

    [Fact]
    public void due_beyond_the_known_calendar_is_provisional()
    {
        var late = Clock.Start(ClockId.Statutory, 20, new(2026, 12, 21), [], null, Calendar);
        Assert.True(late.Provisional);
        Assert.False(late.Suspend("a", "test", null, new(2026, 12, 22)).Provisional);
        Assert.False(Started(20).Provisional);
    }

    [Fact]
    public void cannot_start_before_the_known_calendar() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Clock.Start(ClockId.Statutory, 20, new(2006, 12, 29), [], null, Calendar));

    [Fact]
    public void is_not_changed_by_what_does_not_apply()
    {
        var open = Started(5).Suspend("a", "test", null, March(4));
        var stopped = open.Stop(March(5));
        Assert.Same(open, open.Suspend("a", "hearing", null, March(5)));
        Assert.Same(open, open.Resume("b", March(5), Calendar));
        Assert.Same(open, open.Extend(0, Head, null, Calendar));
        Assert.Same(stopped, stopped.Suspend("b", "test", null, March(6)));
        Assert.Same(stopped, stopped.Resume("a", March(6), Calendar));
        Assert.Same(stopped, stopped.Extend(10, Head, null, Calendar));
        Assert.Same(stopped, stopped.Redate(March(1), Calendar));
        Assert.Same(stopped, stopped.Stop(March(9)));
    }

    [Fact]
    public void moves_to_a_newer_calendar_when_it_is_redated_to_the_same_day()
    {
        var amended = WorkingCalendar.Read(OfficeCalendar.Json.Replace("cn-2026.1", "cn-2026.2", StringComparison.Ordinal)
            .Replace("\"2026-02-28\", ", "", StringComparison.Ordinal)).Calendar!;
        var clock = Clock.Start(ClockId.Statutory, 5, new(2026, 2, 25), [], null, Calendar);
        var moved = clock.Redate(clock.StartedOn, amended);
        Assert.Equal(("cn-2026.1", new DateOnly(2026, 3, 3)), (clock.CalendarVersion, clock.Due));
        Assert.Equal(("cn-2026.2", new DateOnly(2026, 3, 4)), (moved.CalendarVersion, moved.Due));
    }

    [Fact]
    public void survives_being_stored()
    {
        var clock = Clock.Start(ClockId.Promised, 5, March(2), [new(2, RungAct.HandOver, new("window")), new(-1, RungAct.Remind)], 7, Calendar)
            .Suspend("a", "hearing", TextHash.Commit("notice"), March(3)).Resume("a", March(4), Calendar).Extend(2, Head, null, Calendar).Fired();
        var json = JsonSerializer.Serialize(clock);
        Assert.Equal(json, JsonSerializer.Serialize(JsonSerializer.Deserialize<Clock>(json)));
        Assert.Contains("\"hand-over\"", json, StringComparison.Ordinal);
        Assert.Equal(clock.NextWakeUp(Calendar), JsonSerializer.Deserialize<Clock>(json)!.NextWakeUp(Calendar));
    }

    [Fact]
    public void stored_without_its_lists_is_read_with_empty_ones()
    {
        var clock = JsonSerializer.Deserialize<Clock>("""{"Id":"x","BudgetInWorkingDays":5,"StartedOn":"2026-03-02","CalendarVersion":"cn-2026.1"}""")!;
        Assert.Equal((0, 5), (clock.Suspensions.Length + clock.Extensions.Length + clock.Ladder.Length, clock.LimitInWorkingDays));
    }

    private static Clock Started(int budget) => Clock.Start(ClockId.Statutory, budget, March(2), ImmutableArray<Rung>.Empty, null, Calendar);

    private static DateOnly March(int day) => new(2026, 3, day);
}
