using EGov.Engine;
using EGov.Engine.Clocks;
using EGov.Runtime.Inbox;
using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Portal.Track;

namespace EGov.Web.Desk.Inbox;

/// <summary>What a tray says around its lines.</summary>
internal static class InboxWords
{
    private const int DaysTold = 10;

    /// <summary>Under which heading a line stands: by the day it is due, or was done.</summary>
    public static string GroupOf(InboxTray tray, InboxLine line, DateOnly today, WorkingCalendar calendar) => (tray, line) switch
    {
        (InboxTray.Done, _) => Words.Say("inbox-group-done", Figures.Day(calendar.DayOf(line.At))),
        (InboxTray.Watched, _) => "",
        (_, { PausedWith: not null }) => Words.Say("inbox-group-paused"),
        (_, { Due: null }) => Words.Say("inbox-group-none"),
        (_, { Due: { } due }) when due < today => Words.Say("inbox-group-overdue"),
        (_, { Due: { } due }) when due == today => Words.Say("inbox-group-today", Figures.Day(due)),
        (_, { Due: { } due }) when calendar.WorkingDaysBetween(today, due) <= DaysTold => Words.Say("inbox-group-day", Figures.Day(due)),
        _ => Words.Say("inbox-group-later"),
    };

    /// <summary>The second line of a step: what else the case waits for, who holds it, or since when it lies there.</summary>
    public static string Under(InboxTray tray, InboxLine line, ItemNames item, Dictionary<UserId, string> names)
    {
        if (tray == InboxTray.Done) return line.Choice is { } choice ? item.Outcome(choice) : "";
        if (line.Holder is { } holder && names.TryGetValue(holder, out var name)) return Words.Say("inbox-held-by", name);
        if (!line.WaitsFor.IsEmpty) return Words.Say("inbox-waits", string.Join(Words.Say("flow-and"), line.WaitsFor.Select(item.Party)));
        return tray == InboxTray.Watched && line.Party is { } party ? Words.Say("inbox-waits", item.Party(party)) : Words.Say("inbox-since", Figures.ShortMoment(line.At));
    }

    /// <summary>9月29日（星期二）, and how many working days the week has left.</summary>
    public static string Today(DateOnly today, WorkingCalendar calendar)
    {
        var sunday = today.AddDays((7 - (int)today.DayOfWeek) % 7);
        var left = calendar.WorkingDaysBetween(today, sunday);
        return left == 0 ? Words.Say("inbox-today-last", Figures.Day(today)) : Words.Say("inbox-today", Figures.Day(today), Figures.Of(left));
    }
}
