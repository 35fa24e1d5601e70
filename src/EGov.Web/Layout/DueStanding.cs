using System.Collections.Immutable;
using EGov.Engine.Clocks;
using EGov.Web.Http;

namespace EGov.Web.Layout;

/// <summary>How a limit stands, as a chip and its ticks tell it: in a word, a look and an icon, never by colour alone.</summary>
/// <param name="Word">余 6 天, 超 2 天, 暂停.</param>
/// <param name="Look"><c>ok</c>, <c>yellow</c>, <c>red</c> or <c>pause</c>.</param>
/// <param name="Ticks">One for each working day of the limit: <c>u</c>sed, <c>t</c>oday, <c>p</c>aused, <c>o</c>ver, or a blank for what is left.</param>
public sealed record DueStanding(string Word, string Look, ImmutableArray<string> Ticks)
{
    private const int MostTicks = 16;

    /// <summary>Yellow begins when nine tenths of the limit are used.</summary>
    private const int YellowTenths = 9;

    /// <summary>Tabler's icon, without <c>ti-</c>.</summary>
    public string Icon => Look switch { "red" => "alert-octagon", "yellow" => "alert-triangle", "pause" => "player-pause", _ => "clock" };

    /// <summary>The standing on a day; null where there is no limit.</summary>
    /// <param name="due">The last day; null while the clock does not run.</param>
    /// <param name="limit">Working days of the limit.</param>
    /// <param name="pausedWith">Working days left when it goes on; null unless it stands still.</param>
    /// <param name="today">The day.</param>
    /// <param name="calendar">Counts.</param>
    internal static DueStanding? Of(DateOnly? due, int limit, int? pausedWith, DateOnly today, WorkingCalendar calendar)
    {
        if (pausedWith is { } kept) return new(Words.Say("due-paused"), "pause", Draw(limit - Math.Max(kept, 0), "p", kept, 0));
        if (due is not { } last) return null;
        if (last < today)
        {
            var over = calendar.WorkingDaysBetween(last, today);
            return new(over == 0 ? Words.Say("due-over-now") : Words.Say("due-over", Figures.Of(over)), "red", Draw(limit, null, 0, over));
        }

        var left = calendar.WorkingDaysBetween(today, last);
        var used = limit - left;
        return new(left == 0 ? Words.Say("due-today") : Words.Say("due-left", Figures.Of(left)), used > 0 && used * 10 >= limit * YellowTenths ? "yellow" : "ok", Draw(Math.Max(0, used - 1), used > 0 ? "t" : null, left, 0));
    }

    private static ImmutableArray<string> Draw(int used, string? now, int left, int over) =>
    [
        .. Enumerable.Repeat("u", Math.Max(0, used)).Concat(now is null ? [] : [now]).Concat(Enumerable.Repeat("", Math.Max(0, left))).Concat(Enumerable.Repeat("o", over)).Take(MostTicks),
    ];
}
