using System.Globalization;
using EGov.Engine.Clocks;
using EGov.Web.Http;
using EGov.Web.Layout;

namespace EGov.Web.Portal.Follow;

/// <summary>What a day is to a limit.</summary>
public enum DayLook
{
    /// <summary>It does not count: the first day, weekends, holidays.</summary>
    Off,

    /// <summary>A working day that is gone.</summary>
    Used,

    /// <summary>A working day to come.</summary>
    Left,

    /// <summary>A day the limit stood still.</summary>
    Stopped,

    /// <summary>The last day.</summary>
    Due,
}

/// <summary>A day of a limit as it is drawn and spoken.</summary>
public sealed record ShownDay(DateOnly Day, DayLook Look, string Caption, string Spoken)
{
    public bool IsToday { get; private init; }

    /// <summary>Only there so that the week begins on a Monday.</summary>
    public bool IsBefore { get; private init; }

    /// <summary>The sign of a day that is worked in exchange for another, or null.</summary>
    public string? MadeUp { get; private init; }

    public string Class => "eg-day" + Look switch { DayLook.Used => " is-used", DayLook.Left => " is-left", DayLook.Stopped => " is-stop", DayLook.Due => " is-due", _ => "" } + (IsToday ? " is-now" : "");

    public string Weekday => Words.Say("days-" + (int)Day.DayOfWeek);

    public string Figure => Day.Day == 1 || IsFirst ? string.Create(CultureInfo.InvariantCulture, $"{Day.Month}/{Day.Day}") : Day.Day.ToString(CultureInfo.InvariantCulture);

    private bool IsFirst { get; init; }

    internal static ShownDay Before(DateOnly day) => new(day, DayLook.Off, "", Words.Say("days-before", Figures.Day(day))) { IsBefore = true };

    internal static ShownDay Of(ExplainedDay day, DateOnly today, string start, string end)
    {
        var look = day.Note == "due" ? DayLook.Due : day.Note?.StartsWith("suspended:", StringComparison.Ordinal) == true ? DayLook.Stopped : !day.Counted ? DayLook.Off : day.Day <= today ? DayLook.Used : DayLook.Left;
        var caption = day.Note == "start" ? start : look switch
        {
            DayLook.Due => end,
            DayLook.Stopped => Words.Say("days-stopped"),
            DayLook.Off => Words.Say(day.Kind == DayKind.Holiday ? "days-holiday" : "days-weekend"),
            _ => day.Day == today ? Words.Say("days-today") : Words.Say("days-nth", Figures.Of(day.Count)),
        };
        var what = day.Note == "start" ? Words.Say("days-spoken-start", start) : look switch
        {
            DayLook.Due => Words.Say("days-spoken-due", Figures.Of(day.Count), end),
            DayLook.Stopped => Words.Say("days-spoken-stopped"),
            DayLook.Off => Words.Say("days-spoken-off", caption),
            _ => Words.Say("days-spoken-nth", Figures.Of(day.Count)),
        };
        return new(day.Day, look, caption, Words.Say("days-spoken", Figures.Day(day.Day), what))
        {
            IsToday = day.Day == today, IsFirst = day.Note == "start", MadeUp = day.Kind == DayKind.MakeUpDay ? Words.Say("days-made-up") : null,
        };
    }
}
