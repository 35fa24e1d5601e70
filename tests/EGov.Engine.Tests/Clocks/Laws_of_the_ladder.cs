using EGov.Engine.Clocks;
using EGov.TestKit.Clocks;
using Xunit.Abstractions;

namespace EGov.Engine.Tests.Clocks;

/// <summary>Random ladders on random clocks, swept at random moments, with dates that move: what fires is what walking over the days says, once and in order.</summary>
public sealed class Laws_of_the_ladder(ITestOutputHelper output)
{
    private const int Ladders = 100_000;
    private static readonly WorkingCalendar Calendar = OfficeCalendar.Chinese;
    private static readonly bool[] Worked = Walk.WorkedDays(new DayByDay());

    [Fact]
    public void each_rung_fires_once_and_in_order_at_the_first_sweep_after_its_moment()
    {
        var (fired, late) = (0, 0);
        for (var seed = 0; seed < Ladders; seed++)
        {
            var climb = new Climb(new Dice(seed));
            for (var orders = climb.Dice.Throw(1, 10); orders > 0; orders--)
            {
                climb.Play();
                var expected = climb.Expected();
                late += expected.Length > 1 ? 1 : 0;
                Assert.Equal((seed, string.Join(' ', expected)), (seed, string.Join(' ', climb.Sweep())));
                fired += expected.Length;
            }
        }

        output.WriteLine($"{Ladders} ladders, {fired} rungs fired as found by walking; {late} sweeps came so late that they fired several.");
        Assert.True(fired > Ladders && late > 10_000);
    }

    [Fact]
    public void a_share_is_rounded_down_to_whole_days_of_the_limit()
    {
        Assert.Equal([18, 9, 4, 1, 0], new[] { 20, 10, 5, 2, 1 }.Select(limit => new Rung(0, RungAct.YellowCard) { PercentOfLimit = 90 }.DaysUsed(limit)!.Value));
        Assert.Equal(7, new Rung(0, RungAct.YellowCard) { PercentOfLimit = 100 }.DaysUsed(7));
    }

    [Fact]
    public void a_share_is_one_of_the_extended_limit()
    {
        var clock = Clock.Start(ClockId.Statutory, 10, new(2026, 3, 2), [new(0, RungAct.YellowCard) { PercentOfLimit = 90 }], null, Calendar);
        Assert.Equal(Calendar.EndOf(new(2026, 3, 13)), clock.NextWakeUp(Calendar));
        Assert.Equal(Calendar.EndOf(new(2026, 3, 26)), clock.Extend(10, UserId.System, null, Calendar).NextWakeUp(Calendar));
    }

    [Fact]
    public void a_share_does_not_count_the_days_the_clock_stood_still()
    {
        var clock = Clock.Start(ClockId.Statutory, 10, new(2026, 3, 2), [new(0, RungAct.YellowCard) { PercentOfLimit = 50 }], null, Calendar)
            .Suspend("a", "test", null, new(2026, 3, 3)).Resume("a", new(2026, 3, 10), Calendar);
        Assert.Equal(Calendar.EndOf(new(2026, 3, 16)), clock.NextWakeUp(Calendar));
    }

    [Fact]
    public void days_and_shares_are_put_in_the_order_of_time()
    {
        var clock = Clock.Start(ClockId.Statutory, 10, new(2026, 3, 2), [new(0, RungAct.RedCard), new(-1, RungAct.Remind), new(0, RungAct.YellowCard) { PercentOfLimit = 50 }], null, Calendar);
        Assert.Equal([RungAct.YellowCard, RungAct.Remind, RungAct.RedCard], clock.Ladder.Select(rung => rung.Act));
    }

    /// <summary>A clock with a ladder, and a walk over the days that hears the same orders.</summary>
    private sealed class Climb
    {
        private readonly List<int> open = [];
        private Clock clock;
        private Walk walk;
        private DateTimeOffset now;
        private int next;
        private int keys;

        public Climb(Dice dice)
        {
            Dice = dice;
            var (start, limit) = (dice.Day(new(2023, 1, 1), new(2026, 6, 30)), dice.Throw(1, 30));
            clock = Clock.Start(ClockId.Statutory, limit, start, [.. Enumerable.Range(0, dice.Throw(1, 6)).Select(_ => Any(dice))], null, Calendar);
            (walk, now) = (new(Worked, start, limit), Calendar.StartOf(start).AddHours(9));
        }

        public Dice Dice { get; }

        private DateOnly Today => Calendar.DayOf(now);

        public void Play()
        {
            now = now.AddHours(Dice.OneIn(4) ? Dice.Throw(0, 900) : Dice.Throw(0, 60));
            switch (Dice.Throw(1, 10))
            {
                case 1: Suspend($"{keys}"); break;
                case <= 4 when open.Count > 0: Resume($"{open[0]}"); break;
                case 5: Both(Dice.Throw(1, 10)); break;
                case 6: Redate(clock.StartedOn.AddDays(-Dice.Throw(0, 10))); break;
                default: break;
            }
        }

        /// <summary>What the sweep fires now: the numbers of the rungs.</summary>
        public int[] Sweep()
        {
            var fired = new List<int>();
            for (; clock.NextWakeUp(Calendar) is { } at && at <= now; clock = clock.Fired()) fired.Add(clock.NextRung);
            return [.. fired];
        }

        /// <summary>The same by walking: each rung whose day has come, until one whose day has not.</summary>
        public int[] Expected()
        {
            var from = next;
            if (open.Count > 0 || walk.Due() is not { } due) return [];
            while (next < clock.Ladder.Length && HasCome(clock.Ladder[next], due)) next++;
            return [.. Enumerable.Range(from, next - from)];
        }

        private bool HasCome(Rung rung, DateOnly due)
        {
            if (rung.PercentOfLimit is { } percent) return Today > walk.DayOfCount(clock.LimitInWorkingDays * percent / 100);
            var day = due;
            for (var left = Math.Abs(rung.WorkingDaysFromDue); left > 0;)
            {
                day = day.AddDays(Math.Sign(rung.WorkingDaysFromDue));
                if (Walk.IsWorked(Worked, day)) left--;
            }

            return rung.WorkingDaysFromDue < 0 ? Today >= day && Today >= clock.StartedOn : Today > day;
        }

        private static Rung Any(Dice dice) =>
            dice.OneIn(2) ? new(0, RungAct.YellowCard) { PercentOfLimit = dice.Throw(1, 100) } : new(dice.Throw(-10, 15), RungAct.Remind);

        private void Suspend(string key)
        {
            clock = clock.Suspend(key, "test", null, Today);
            walk.Suspend(key, Today);
            open.Add(keys++);
        }

        private void Resume(string key)
        {
            clock = clock.Resume(key, Today, Calendar);
            walk.Resume(key, Today);
            open.RemoveAt(0);
        }

        private void Both(int days)
        {
            clock = clock.Extend(days, UserId.System, null, Calendar);
            walk.Extend(days);
        }

        private void Redate(DateOnly start)
        {
            clock = clock.Redate(start, Calendar);
            walk.Redate(start);
        }
    }
}
