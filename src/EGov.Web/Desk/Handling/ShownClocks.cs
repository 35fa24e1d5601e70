using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Clocks;
using EGov.Web.Http;
using EGov.Web.Layout;

namespace EGov.Web.Desk.Handling;

/// <summary>The limits of a case: those of the whole case, and of the steps that are open.</summary>
internal static class ShownClocks
{
    public static ImmutableArray<ShownClock> Of(CaseWords words, IReadOnlyDictionary<ClockId, RungAct> cards, DateOnly today)
    {
        var (state, calendar) = (words.File.State, words.File.Workflow.Calendar);
        return
        [
            .. from clock in state.Clocks
               where clock.Owner is null ? clock.Id.Value != "acceptance" || clock.StoppedOn is null : clock.StoppedOn is null && state.Find(clock.Owner.Value) is not null
               select Show(clock, words, cards, (calendar, today)),
        ];
    }

    private static ShownClock Show(Clock clock, CaseWords words, IReadOnlyDictionary<ClockId, RungAct> cards, (WorkingCalendar Calendar, DateOnly Today) at)
    {
        var limit = Figures.Of(clock.LimitInWorkingDays);
        var name = clock.StoppedOn is { } stopped ? Words.Say("handle-clock-met", words.Clock(clock.Id), limit, Figures.ShortDay(stopped))
            : clock.Due is { } due ? Words.Say("handle-clock", words.Clock(clock.Id), limit, Figures.ShortDay(due))
            : Words.Say("handle-clock-stands", words.Clock(clock.Id), limit);
        var standing = clock.StoppedOn is not null ? null
            : DueStanding.Of(clock.Due, clock.LimitInWorkingDays, clock.IsSuspended ? clock.WorkingDaysLeft(at.Today, at.Calendar) : null, at.Today, at.Calendar);
        var days = DueDate.Explain(clock, at.Calendar);
        return new(name, standing, cards.TryGetValue(clock.Id, out var card) ? card : null, Reasons(clock, days, at.Today), days, CountsTo(clock));
    }

    /// <summary>One line for each kind of day.</summary>
    private static ImmutableArray<string> Reasons(Clock clock, ImmutableArray<ExplainedDay> days, DateOnly today)
    {
        var counted = days.Where(day => day.Counted).ToList();
        var (used, left) = (counted.Count(day => day.Day <= today), counted.Where(day => day.Day > today).ToList());
        var stopped = days.Count(day => day.Note?.StartsWith("suspended:", StringComparison.Ordinal) == true && day.Kind is DayKind.WorkingDay or DayKind.MakeUpDay);
        var off = days.Count(day => day.Kind is DayKind.Weekend or DayKind.Holiday);
        IEnumerable<string?> lines =
        [
            Words.Say("handle-why-start", Figures.Day(clock.StartedOn)),
            used > 0 ? Words.Say("handle-why-used", Figures.Of(used)) : null,
            .. clock.Suspensions.Select(it => it.To is { } to ? Words.Say("handle-why-stopped", Figures.ShortDay(it.From), Figures.ShortDay(to)) : Words.Say("handle-why-stands", Figures.ShortDay(it.From))),
            stopped > 0 ? Words.Say("handle-why-stopped-days", Figures.Of(stopped)) : null,
            off > 0 ? Words.Say("handle-why-off", Figures.Of(off)) : null,
            .. clock.Extensions.Select(it => Words.Say("handle-why-extended", Figures.Of(it.WorkingDays))),
            left.Count > 0 ? Words.Say("handle-why-left", Figures.Of(left.Count), Figures.Day(left[^1].Day)) : null,
            clock.Provisional ? Words.Say("handle-why-provisional") : null,
            Words.Say("handle-why-calendar", clock.CalendarVersion),
        ];
        return [.. lines.OfType<string>()];
    }

    private static string CountsTo(Clock clock) =>
        clock.Id.Value == "acceptance" ? "acceptance" : clock.Id.Value.StartsWith("supplement", StringComparison.Ordinal) ? "supplement" : "result";
}
