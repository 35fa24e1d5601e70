using EGov.Engine.Clocks;
using EGov.TestKit.Clocks;
using FsCheck;
using FsCheck.Fluent;

namespace EGov.Engine.Tests.Clocks;

public class Laws_of_the_clock
{
    private static readonly WorkingCalendar Calendar = OfficeCalendar.Chinese;
    private static readonly Config ManyTimes = Config.QuickThrowOnFailure.WithMaxTest(3_000);

    [Fact]
    public void extending_always_makes_the_due_date_later() =>
        ForAny((clock, dice) => IsLater(clock.Extend(dice.Throw(1, 15), UserId.System, null, Calendar), clock));

    [Fact]
    public void suspending_and_resuming_never_makes_the_due_date_earlier() =>
        ForAny((clock, dice) =>
        {
            var from = clock.StartedOn.AddDays(dice.Throw(-5, 90));
            var resumed = clock.Suspend("new", "test", null, from).Resume("new", from.AddDays(dice.Throw(-5, 40)), Calendar);
            return resumed.Due == clock.Due || IsLater(resumed, clock);
        });

    [Fact]
    public void an_earlier_start_never_makes_the_due_date_later() =>
        ForAny((clock, dice) => clock.Due is null || clock.Redate(clock.StartedOn.AddDays(-dice.Throw(0, 60)), Calendar).Due <= clock.Due);

    [Fact]
    public void redating_to_the_same_day_by_the_same_calendar_changes_no_due_date() =>
        ForAny((clock, _) => clock.Redate(clock.StartedOn, Calendar).Due == clock.Due);

    [Fact]
    public void two_extensions_are_worth_one_of_their_sum() =>
        ForAny((clock, dice) =>
        {
            var (one, other) = (dice.Throw(1, 10), dice.Throw(1, 10));
            return clock.Extend(one, UserId.System, null, Calendar).Extend(other, UserId.System, null, Calendar).Due
                == clock.Extend(one + other, UserId.System, null, Calendar).Due;
        });

    [Fact]
    public void the_order_of_suspensions_does_not_matter() =>
        ForAny((clock, _) => DueDate.Of(clock.StartedOn, clock.LimitInWorkingDays, [.. clock.Suspensions.Reverse()], Calendar) == clock.Due);

    [Fact]
    public void a_due_date_is_a_counted_day_on_which_nothing_is_left() =>
        ForAny((clock, _) => clock.Due is not { } due || due == clock.StartedOn
            || (Calendar.IsWorking(due) && !clock.Suspensions.Any(it => it.Excludes(due)) && clock.WorkingDaysLeft(due, Calendar) == 0));

    [Fact]
    public void rungs_fire_in_the_order_of_time() =>
        ForAny((clock, dice) =>
        {
            var ladder = Enumerable.Range(0, 6).Select(_ => new Rung(dice.Throw(-40, 40), RungAct.Remind));
            var climbing = Clock.Start(clock.Id, clock.BudgetInWorkingDays, clock.StartedOn, [.. ladder], null, Calendar);
            var instants = new List<DateTimeOffset>();
            for (; climbing.NextWakeUp(Calendar) is { } instant; climbing = climbing.Fired()) instants.Add(instant);
            return instants.Count == 6 && instants.SequenceEqual(instants.Order());
        });

    [Fact]
    public void going_k_days_ahead_counts_k_days() =>
        ForAny((clock, dice) =>
        {
            var days = dice.Throw(1, 3_000);
            return Calendar.WorkingDaysBetween(clock.StartedOn, Calendar.AddWorkingDays(clock.StartedOn, days)) == days;
        });

    // A clock that stands still is due later than any date.
    private static bool IsLater(Clock one, Clock other) => other.Due is not { } due || one.Due is not { } later || later > due;

    private static void ForAny(Func<Clock, Dice, bool> law) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed =>
        {
            var dice = new Dice(seed);
            return law(new Ledger(dice).Play(dice.Throw(0, 10)).Clock, dice);
        }).Check(ManyTimes);
}
