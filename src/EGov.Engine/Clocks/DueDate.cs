using System.Collections.Immutable;

namespace EGov.Engine.Clocks;

/// <summary>The counting rule of <see cref="Clock"/>: the due date, and every day that led to it.</summary>
public static class DueDate
{
    /// <summary>The <paramref name="days"/>-th counted working day after <paramref name="start"/>, which is not counted.</summary>
    /// <param name="start">The day the clock starts; days before the known calendar follow the Monday-to-Friday rule.</param>
    /// <param name="days">The limit with its extensions; zero or less makes <paramref name="start"/> itself the due date.</param>
    /// <param name="suspensions">In any order; they may overlap.</param>
    /// <param name="calendar">Says which days are worked.</param>
    /// <returns>Null while a suspension is open, unless the limit had run out before that suspension began.</returns>
    public static DateOnly? Of(DateOnly start, int days, ImmutableArray<Suspension> suspensions, WorkingCalendar calendar)
    {
        var (running, left) = (start, Math.Max(days, 0));
        while (NextPause(suspensions, running) is { } pause)
        {
            var halted = Later(pause.From, running);
            var due = calendar.Shift(running, left);
            if (due < halted || (due == halted && pause.To is not null)) return due;
            if (pause.To is not { } resumed) return null;
            left -= calendar.Count(running, halted);
            running = resumed;
        }
        return calendar.Shift(running, left);
    }

    /// <summary>Counted working days after <paramref name="start"/> up to and including <paramref name="until"/>; zero when that is not later.</summary>
    public static int Counted(DateOnly start, DateOnly until, ImmutableArray<Suspension> suspensions, WorkingCalendar calendar)
    {
        var (running, counted) = (start, 0);
        while (running < until && NextPause(suspensions, running) is { } pause && pause.From < until)
        {
            counted += calendar.Count(running, Later(pause.From, running));
            running = pause.To ?? until;
        }
        return running < until ? counted + calendar.Count(running, until) : counted;
    }

    /// <summary>Every day from the start to the due date; while suspended, to the latest day the ledger names.</summary>
    public static ImmutableArray<ExplainedDay> Explain(Clock clock, WorkingCalendar calendar) =>
        Explain(clock.StartedOn, clock.LimitInWorkingDays, clock.Suspensions, calendar);

    /// <inheritdoc cref="Explain(Clock, WorkingCalendar)"/>
    public static ImmutableArray<ExplainedDay> Explain(DateOnly start, int days, ImmutableArray<Suspension> suspensions, WorkingCalendar calendar)
    {
        var due = Of(start, days, suspensions, calendar);
        var last = Later(start, due ?? suspensions.Max(it => it.To ?? it.From));
        var lines = ImmutableArray.CreateBuilder<ExplainedDay>();
        var count = 0;
        for (var number = start.DayNumber; number <= last.DayNumber; number++)
        {
            var day = DateOnly.FromDayNumber(number);
            var suspension = suspensions.FirstOrDefault(it => it.Excludes(day));
            var counted = day != start && suspension is null && calendar.IsWorking(day);
            if (counted) count++;
            lines.Add(new(day, calendar.KindOf(day), counted, count, NoteOn(day)));

            string? NoteOn(DateOnly it) =>
                it == start ? "start"
                : it == due ? "due"
                : suspension is not null ? "suspended:" + suspension.Kind
                : calendar.IsKnown(it) ? null : "provisional";
        }
        return lines.ToImmutable();
    }

    /// <summary>The suspension that stops a count running since <paramref name="running"/>; of those that stop it on the same day, the longest.</summary>
    private static Suspension? NextPause(ImmutableArray<Suspension> suspensions, DateOnly running)
    {
        Suspension? next = null;
        foreach (var it in suspensions)
            if (EndOf(it) > running && (next is null || StopsBefore(it, next))) next = it;
        return next;

        bool StopsBefore(Suspension one, Suspension other)
        {
            var (first, second) = (Later(one.From, running), Later(other.From, running));
            return first < second || (first == second && EndOf(one) > EndOf(other));
        }
    }

    private static DateOnly EndOf(Suspension suspension) => suspension.To ?? DateOnly.MaxValue;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
