using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Clocks;

namespace EGov.Web.Http;

/// <summary>A time limit as people are shown it, with every day that led to its date.</summary>
/// <param name="Clock">Which limit.</param>
/// <param name="LimitInWorkingDays">Budget and extensions.</param>
/// <param name="StartedOn">The day it started; not counted.</param>
/// <param name="Due">Its last day; null while suspended.</param>
/// <param name="Provisional">The holidays of that year are not known yet.</param>
/// <param name="WorkingDaysLeft">Working days left after today; null when stopped.</param>
/// <param name="IsOverdue">Whether the due date has passed, or had when it was stopped.</param>
/// <param name="IsSuspended">Whether it stands still for a special procedure.</param>
/// <param name="StoppedOn">The day it was met.</param>
/// <param name="CalendarVersion">The calendar it was counted with.</param>
/// <param name="Days">What each day was.</param>
internal sealed record ClockView(
    ClockId Clock, int LimitInWorkingDays, DateOnly StartedOn, DateOnly? Due, bool Provisional, int? WorkingDaysLeft, bool IsOverdue, bool IsSuspended,
    DateOnly? StoppedOn, string CalendarVersion, ImmutableArray<ExplainedDay> Days)
{
    public static ClockView Of(Clock clock, WorkingCalendar calendar, DateTimeOffset now) => new(
        clock.Id, clock.LimitInWorkingDays, clock.StartedOn, clock.Due, clock.Provisional, clock.WorkingDaysLeft(calendar.DayOf(now), calendar),
        clock.IsOverdue(now, calendar), clock is { IsSuspended: true, StoppedOn: null }, clock.StoppedOn, clock.CalendarVersion, DueDate.Explain(clock, calendar));
}
