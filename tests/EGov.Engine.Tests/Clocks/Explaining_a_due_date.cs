using EGov.Engine.Clocks;
using EGov.TestKit.Clocks;

namespace EGov.Engine.Tests.Clocks;

public class Explaining_a_due_date
{
    private static readonly WorkingCalendar Calendar = OfficeCalendar.Chinese;

    [Fact]
    public void every_day_from_the_start_to_the_due_date_says_why_it_counts()
    {
        var clock = Clock.Start(ClockId.Statutory, 3, new(2026, 9, 18), [], null, Calendar)
            .Suspend("a", "hearing", null, new(2026, 9, 20)).Resume("a", new(2026, 9, 22), Calendar);
        Assert.Equal(
        [
            "2026-09-18 WorkingDay 0 start",
            "2026-09-19 Weekend 0 ",
            "2026-09-20 MakeUpDay 1 ",
            "2026-09-21 WorkingDay 1 suspended:hearing",
            "2026-09-22 WorkingDay 1 suspended:hearing",
            "2026-09-23 WorkingDay 2 ",
            "2026-09-24 WorkingDay 3 due",
        ], DueDate.Explain(clock, Calendar).Select(it => $"{it.Day:O} {it.Kind} {it.Count} {it.Note}"));
    }

    [Fact]
    public void a_suspended_clock_is_explained_up_to_the_last_day_of_its_ledger()
    {
        var clock = Clock.Start(ClockId.Statutory, 20, new(2026, 3, 2), [], null, Calendar).Suspend("a", "test", null, new(2026, 3, 4));
        Assert.Equal((new DateOnly(2026, 3, 4), 2), (DueDate.Explain(clock, Calendar)[^1].Day, DueDate.Explain(clock, Calendar)[^1].Count));
    }

    [Fact]
    public void days_no_notice_covers_are_called_provisional() =>
        Assert.All(DueDate.Explain(new(2026, 12, 31), 5, [], Calendar).Skip(1).SkipLast(1), it => Assert.Equal("provisional", it.Note));

    [Fact]
    public void the_last_line_is_the_due_date_with_the_whole_limit_used()
    {
        for (var limit = 1; limit <= 100; limit++)
        {
            var last = DueDate.Explain(new(2026, 1, 5), limit, [], Calendar)[^1];
            Assert.Equal((DueDate.Of(new(2026, 1, 5), limit, [], Calendar), limit, "due"), (last.Day, last.Count, last.Note));
        }
    }
}
