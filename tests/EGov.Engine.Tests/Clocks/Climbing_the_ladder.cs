using EGov.Engine.Clocks;
using EGov.TestKit.Clocks;

namespace EGov.Engine.Tests.Clocks;

public class Climbing_the_ladder
{
    private static readonly WorkingCalendar Calendar = OfficeCalendar.Chinese;

    [Fact]
    public void rungs_are_climbed_in_the_order_of_their_days()
    {
        var clock = Started(5, new(3, RungAct.RedCard), new(-2, RungAct.Remind), new(0, RungAct.TellSuperior));
        Assert.Equal([RungAct.Remind, RungAct.TellSuperior, RungAct.RedCard], clock.Ladder.Select(it => it.Act));
    }

    [Fact]
    public void a_rung_before_the_due_date_fires_when_its_working_day_begins() =>
        Assert.Equal(Calendar.StartOf(March(6)), Started(5, new Rung(-1, RungAct.Remind)).NextWakeUp(Calendar));

    [Fact]
    public void a_rung_on_the_due_date_fires_when_the_day_has_ended() =>
        Assert.Equal(Calendar.EndOf(March(9)), Started(5, new Rung(0, RungAct.Expire)).NextWakeUp(Calendar));

    [Fact]
    public void a_rung_after_the_due_date_fires_when_its_working_day_has_ended() =>
        Assert.Equal(Calendar.EndOf(March(16)), Started(5, new Rung(5, RungAct.RedCard)).NextWakeUp(Calendar));

    [Fact]
    public void a_reminder_longer_than_the_limit_fires_at_the_start() =>
        Assert.Equal(Calendar.StartOf(March(2)), Started(2, new Rung(-10, RungAct.Remind)).NextWakeUp(Calendar));

    [Fact]
    public void each_rung_fires_once()
    {
        var clock = Started(5, [.. Rung.DefaultStepLadder]);
        Assert.Equal(Calendar.EndOf(March(9)), clock.Fired().NextWakeUp(Calendar));
        Assert.Null(clock.Fired().Fired().NextWakeUp(Calendar));
        Assert.Equal(2, clock.Fired().Fired().Fired().NextRung);
    }

    [Fact]
    public void nothing_fires_while_the_clock_stands_still()
    {
        var clock = Started(5, [.. Rung.DefaultStepLadder]);
        Assert.Null(clock.Suspend("a", "test", null, March(3)).NextWakeUp(Calendar));
        Assert.Null(clock.Suspend("a", "test", null, March(20)).NextWakeUp(Calendar));
        Assert.Null(clock.Stop(March(3)).NextWakeUp(Calendar));
    }

    [Fact]
    public void the_ladder_moves_with_the_due_date() =>
        Assert.Equal(Calendar.StartOf(March(9)), Started(5, new Rung(-1, RungAct.Remind)).Extend(1, UserId.System, null, Calendar).NextWakeUp(Calendar));

    private static Clock Started(int budget, params Rung[] ladder) => Clock.Start(ClockId.Statutory, budget, March(2), [.. ladder], null, Calendar);

    private static DateOnly March(int day) => new(2026, 3, day);
}
