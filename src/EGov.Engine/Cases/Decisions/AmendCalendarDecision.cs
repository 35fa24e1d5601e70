using System.Collections.Immutable;

namespace EGov.Engine.Cases.Decisions;

/// <summary>A new edition of the working calendar reaches an open case (日历修订): every clock is counted anew, and both due dates are kept.</summary>
/// <remarks>Rungs that have fired stay fired, because a ladder is only ever climbed; a rung that is now overdue fires at the next wake-up.</remarks>
internal static class AmendCalendarDecision
{
    public static Decision Decide(Story story, AmendCalendar command)
    {
        var (state, calendar) = (story.State, story.Workflow.Calendar);
        if (state.CalendarVersion != command.From) return story.Accept();
        var clocks = state.Clocks.Where(clock => clock.StoppedOn is null).Select(clock => (Before: clock, After: clock.Redate(clock.StartedOn, calendar))).ToImmutableArray();
        story = story.Then(new CalendarAmended(
            command.From, command.To, calendar.Digest, command.Reason,
            [.. clocks.Select(clock => new RedatedClock(clock.Before.Id, clock.Before.Due, clock.After.Due))]));
        foreach (var (_, after) in clocks) story = story.Then(new ClockChanged(ClockChange.Recounted, after));
        return story.Accept();
    }
}
