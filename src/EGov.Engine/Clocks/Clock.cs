using System.Collections.Immutable;
using System.Text.Json.Serialization;

namespace EGov.Engine.Clocks;

/// <summary>A time limit (时限) as a ledger: what was granted, when it stood still, who extended it, and the due date that follows.</summary>
/// <remarks>
/// <para>The counting rule. The day of the start is not counted. A later working day counts unless a suspension excludes it: one that began
/// before that day and ended on it or after it, or is still open. So the day on which the notice of suspension is given counts, the day on
/// which the suspension ends does not, and one that begins and ends on the same day changes nothing. Overlapping suspensions exclude a day once.
/// The due date is the n-th counted day, n being budget plus extensions; the limit ends at the end of that day in office time.</para>
/// <para>Sources: 行政许可法 art. 42 (limits, extension), 45 (what is not counted), 82 (working days), 32 (deemed acceptance).</para>
/// <para>A transition that does not apply (ending a suspension that is not open, touching a stopped clock) changes nothing, so that a
/// journal can always be folded; whether it should be refused is asked beforehand.</para>
/// </remarks>
public sealed record Clock
{
    /// <summary>Which limit this is, unique within its case or activity.</summary>
    public required ClockId Id { get; init; }

    /// <summary>Working days granted at the start; 0 makes the start day itself the due date (即办件).</summary>
    public required int BudgetInWorkingDays { get; init; }

    /// <summary>The day of acceptance, or whatever else starts the limit, in office time; not counted.</summary>
    public required DateOnly StartedOn { get; init; }

    /// <summary>The <see cref="WorkingCalendar.Version"/> the due date was last counted with.</summary>
    public required string CalendarVersion { get; init; }

    /// <summary>In the order they were made; they may overlap, as parallel branches suspend independently.</summary>
    public ImmutableArray<Suspension> Suspensions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>In the order they were granted.</summary>
    public ImmutableArray<Extension> Extensions { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The day the work was done, in office time; null while it is not.</summary>
    public DateOnly? StoppedOn { get; init; }

    /// <summary>The last day of the limit. Null while suspended, unless the limit ran out before the suspension began: suspending does not cure lateness.</summary>
    public DateOnly? Due { get; init; }

    /// <summary>Whether <see cref="Due"/> lies beyond the known calendar and may move when the notice for that year is issued.</summary>
    public bool Provisional { get; init; }

    /// <summary>What is done when, in the order of time as the limit stood when the clock started; this order is kept when dates move.</summary>
    public ImmutableArray<Rung> Ladder { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>The index in <see cref="Ladder"/> of the first rung that has not fired; its length when all have.</summary>
    public int NextRung { get; init; }

    /// <summary>The number of the activity instance the clock belongs to; null for a clock of the whole case.</summary>
    public int? Owner { get; init; }

    /// <summary>Budget plus extensions, in working days.</summary>
    [JsonIgnore]
    public int LimitInWorkingDays
    {
        get
        {
            long limit = BudgetInWorkingDays;
            foreach (var it in Extensions) limit += it.WorkingDays;
            return (int)Math.Min(limit, int.MaxValue);
        }
    }

    /// <summary>Whether at least one suspension is open.</summary>
    [JsonIgnore]
    public bool IsSuspended
    {
        get
        {
            foreach (var it in Suspensions)
                if (it.To is null) return true;
            return false;
        }
    }

    /// <summary>Whether the clock runs: neither stopped nor suspended.</summary>
    [JsonIgnore]
    public bool IsRunning => StoppedOn is null && !IsSuspended;

    /// <summary>Starts a limit.</summary>
    /// <param name="id">Which limit.</param>
    /// <param name="budget">Working days granted; less than 0 is taken as 0.</param>
    /// <param name="on">The day of the start; not before <see cref="WorkingCalendar.KnownFrom"/>.</param>
    /// <param name="ladder">In any order; rungs of the same moment keep theirs.</param>
    /// <param name="owner">The activity instance it belongs to, or null.</param>
    /// <param name="calendar">Counts the days.</param>
    /// <exception cref="ArgumentOutOfRangeException">The calendar knows nothing of the start; refuse such a date before.</exception>
    public static Clock Start(ClockId id, int budget, DateOnly on, ImmutableArray<Rung> ladder, int? owner, WorkingCalendar calendar)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(on, calendar.KnownFrom);
        var clock = new Clock
        {
            Id = id,
            BudgetInWorkingDays = Math.Max(budget, 0),
            StartedOn = on,
            CalendarVersion = calendar.Version,
            Ladder = Ascending(ladder, Math.Max(budget, 0)),
            Owner = owner,
        };
        return clock.Recount(calendar);
    }

    /// <summary>The clock stands still after the day <paramref name="on"/>, until <see cref="Resume"/> ends the suspension of this key.</summary>
    /// <remarks>Changes nothing on a stopped clock or when the key was used before.</remarks>
    public Clock Suspend(string key, string kind, TextHash? notice, DateOnly on)
    {
        if (StoppedOn is not null || Suspensions.Any(it => it.Key == key)) return this;
        var lateAlready = Due < on;
        return this with
        {
            Suspensions = Suspensions.Add(new(key, on, null, kind, notice)),
            Due = lateAlready ? Due : null,
            Provisional = lateAlready && Provisional,
        };
    }

    /// <summary>Ends the open suspension of this key on a day, which is still not counted; the clock runs again when no other is open.</summary>
    /// <remarks>Changes nothing on a stopped clock or when no such suspension is open. A day before the suspension began ends it on the day it began.</remarks>
    public Clock Resume(string key, DateOnly on, WorkingCalendar calendar)
    {
        var open = StoppedOn is null ? Suspensions.FirstOrDefault(it => it.Key == key && it.To is null) : null;
        if (open is null) return this;
        var ended = open with { To = on > open.From ? on : open.From };
        return (this with { Suspensions = Suspensions.Replace(open, ended) }).Recount(calendar);
    }

    /// <summary>Adds working days to the limit; how often and how many the law allows is asked beforehand.</summary>
    /// <remarks>Changes nothing on a stopped clock or for less than 1 day.</remarks>
    public Clock Extend(int days, UserId approver, TextHash? reason, WorkingCalendar calendar) =>
        StoppedOn is not null || days < 1 ? this
        : (this with { Extensions = Extensions.Add(new(days, approver, reason)) }).Recount(calendar);

    /// <summary>The work is done; the ledger is closed and keeps its due date. Changes nothing on a stopped clock.</summary>
    public Clock Stop(DateOnly on) => StoppedOn is null ? this with { StoppedOn = on } : this;

    /// <summary>The limit started on another day after all, or is counted by another calendar; suspensions and extensions stay.</summary>
    /// <remarks>
    /// Source: 行政许可法 art. 32: a file whose defects were not told within 5 days is deemed accepted from the day it was received.
    /// With the same day and a newer calendar it is how a new holiday notice reaches open cases. Changes nothing on a stopped clock.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException">The calendar knows nothing of the start; refuse such a date before.</exception>
    public Clock Redate(DateOnly startedOn, WorkingCalendar calendar)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(startedOn, calendar.KnownFrom);
        return StoppedOn is not null ? this : (this with { StartedOn = startedOn }).Recount(calendar);
    }

    /// <summary>The next rung has fired; each fires once, even when the due date moves afterwards.</summary>
    public Clock Fired() => NextRung < Ladder.Length ? this with { NextRung = NextRung + 1 } : this;

    /// <summary>When the next unfired rung fires, perhaps in the past; never before the day of the start. Null when stopped, suspended or none is left.</summary>
    public DateTimeOffset? NextWakeUp(WorkingCalendar calendar)
    {
        if (!IsRunning || Due is not { } due || NextRung >= Ladder.Length) return null;
        var rung = Ladder[NextRung];
        if (rung.DaysUsed(LimitInWorkingDays) is { } used) return calendar.EndOf(DueDate.Of(StartedOn, used, Suspensions, calendar) ?? due);
        var day = calendar.Shift(due, rung.WorkingDaysFromDue);
        return rung.WorkingDaysFromDue >= 0 ? calendar.EndOf(day) : calendar.StartOf(day > StartedOn ? day : StartedOn);
    }

    /// <summary>Whether the due date has passed; for a stopped clock, whether it had when it was stopped.</summary>
    public bool IsOverdue(DateTimeOffset now, WorkingCalendar calendar) =>
        Due is { } due && (StoppedOn is { } stopped ? stopped > due : now >= calendar.EndOf(due));

    /// <summary>Counted working days left after <paramref name="today"/>: 0 on the due date, negative by each counted day since. Null when stopped.</summary>
    /// <remarks>While suspended it is what will be left on resuming. On days off after the due date it is still 0: <see cref="IsOverdue"/> is the judge.</remarks>
    public int? WorkingDaysLeft(DateOnly today, WorkingCalendar calendar) =>
        StoppedOn is null ? LimitInWorkingDays - DueDate.Counted(StartedOn, today, Suspensions, calendar) : null;

    private static ImmutableArray<Rung> Ascending(ImmutableArray<Rung> ladder, int limit)
    {
        if (ladder.IsDefault) return [];
        for (var i = 1; i < ladder.Length; i++)
            if (ladder[i].PlaceIn(limit) < ladder[i - 1].PlaceIn(limit) || (ladder[i].PlaceIn(limit) == 0 && ladder[i].WorkingDaysFromDue < ladder[i - 1].WorkingDaysFromDue))
                return [.. ladder.OrderBy(it => it.PlaceIn(limit)).ThenBy(it => it.PlaceIn(limit) == 0 ? it.WorkingDaysFromDue : 0)];
        return ladder;
    }

    private Clock Recount(WorkingCalendar calendar)
    {
        var due = DueDate.Of(StartedOn, LimitInWorkingDays, Suspensions, calendar);
        return this with { Due = due, Provisional = due > calendar.KnownUntil, CalendarVersion = calendar.Version };
    }
}
