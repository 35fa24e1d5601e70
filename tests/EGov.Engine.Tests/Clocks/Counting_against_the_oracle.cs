using System.Collections.Immutable;
using EGov.Engine.Clocks;
using EGov.TestKit.Clocks;
using Xunit.Abstractions;

namespace EGov.Engine.Tests.Clocks;

public class Counting_against_the_oracle(ITestOutputHelper output)
{
    private const int LongestLimit = 60;
    private const int LongestExtension = 15;
    private const int LedgersPerDay = 8;
    private static readonly WorkingCalendar Calendar = OfficeCalendar.Chinese;
    private static readonly DayByDay Oracle = new();

    [Fact]
    public void every_acceptance_date_and_limit_with_random_suspensions_is_due_on_the_day_found_by_walking()
    {
        var (dice, compared, differences) = (new Dice(20260101), 0, 0);
        for (var accepted = new DateOnly(2023, 1, 1); accepted <= new DateOnly(2026, 9, 30); accepted = accepted.AddDays(1))
            for (var ledger = 0; ledger < LedgersPerDay; ledger++)
            {
                // The first ledger of each day is the plain case without suspensions.
                var (pauses, extension) = (RandomPauses(dice, accepted, ledger), dice.Throw(0, LongestExtension));
                var dues = Oracle.Dues(accepted, LongestLimit + LongestExtension, pauses);
                for (var limit = 1; limit <= LongestLimit; limit++, compared++)
                    if (Play(accepted, limit, extension, pauses).Due != dues[limit + extension]) differences++;
            }
        output.WriteLine($"{compared} due dates compared, {differences} differ.");
        Assert.Equal((1369 * LedgersPerDay * LongestLimit, 0), (compared, differences));
    }

    [Fact]
    public void any_order_of_suspending_resuming_extending_and_redating_ends_on_the_day_found_by_walking()
    {
        var suspended = 0;
        for (var seed = 0; seed < 200_000; seed++)
        {
            var dice = new Dice(seed);
            var ledger = new Ledger(dice).Play(dice.Throw(0, 12));
            var due = Oracle.Due(ledger.Start, ledger.Limit, ledger.Pauses);
            var left = ledger.Limit - Oracle.Counted(ledger.Start, ledger.Today, ledger.Pauses);
            Assert.Equal((seed, due, left), (seed, ledger.Clock.Due, ledger.Clock.WorkingDaysLeft(ledger.Today, Calendar)));
            Assert.Equal(due > Calendar.KnownUntil, ledger.Clock.Provisional);
            if (due is null) suspended++;
        }
        output.WriteLine($"200,000 ledgers agree; {suspended} of them stood still at the end.");
    }

    [Fact]
    public void the_explanation_of_any_ledger_counts_the_days_found_by_walking()
    {
        for (var seed = 0; seed < 5_000; seed++)
        {
            var dice = new Dice(seed);
            var ledger = new Ledger(dice).Play(dice.Throw(0, 12));
            var lines = DueDate.Explain(ledger.Clock, Calendar);
            Assert.Equal(ledger.Start, lines[0].Day);
            Assert.Equal(Oracle.Counted(ledger.Start, lines[^1].Day, ledger.Pauses), lines[^1].Count);
            if (ledger.Clock.Due is { } due) Assert.Equal((due, ledger.Limit), (lines[^1].Day, lines[^1].Count));
        }
    }

    private static Clock Play(DateOnly accepted, int limit, int extension, ImmutableArray<Pause> pauses)
    {
        var clock = Clock.Start(ClockId.Statutory, limit, accepted, [], null, Calendar);
        for (var i = 0; i < pauses.Length; i++) clock = clock.Suspend($"{i}", "test", null, pauses[i].From);
        for (var i = pauses.Length - 1; i >= 0; i--)
            if (pauses[i].To is { } to) clock = clock.Resume($"{i}", to, Calendar);
        return clock.Extend(extension, UserId.System, null, Calendar);
    }

    private static ImmutableArray<Pause> RandomPauses(Dice dice, DateOnly accepted, int howMany) =>
        [.. Enumerable.Range(0, howMany).Select(_ =>
        {
            var from = accepted.AddDays(dice.Throw(-3, 80));
            return new Pause(from, dice.OneIn(12) ? null : from.AddDays(dice.Throw(0, 30)));
        })];
}
