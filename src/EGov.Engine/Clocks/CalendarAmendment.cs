using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine.Definitions;

namespace EGov.Engine.Clocks;

/// <summary>A day that a later edition of the working calendar sees otherwise.</summary>
/// <param name="Day">In office time.</param>
/// <param name="Before">What it was by the edition before; its weekday alone spoke where no notice was known.</param>
/// <param name="After">What it is by the later edition.</param>
/// <param name="IsPast">Whether the day lies before the day of the amendment or on it: what was counted then is counted anew.</param>
public sealed record ChangedDay(DateOnly Day, DayKind Before, DayKind After, bool IsPast);

/// <summary>日历修订: what a later edition of the working calendar changes, and why it may not take the place of the present one.</summary>
/// <remarks>The State Council issued second notices in 2015, 2019 and 2020; a year that was not known yet is an amendment too.</remarks>
/// <param name="Days">Days that are worked by one edition and not by the other, ascending.</param>
/// <param name="Problems">Why it is refused; empty when it may be used.</param>
public sealed record CalendarAmendment(ImmutableArray<ChangedDay> Days, ImmutableArray<Problem> Problems)
{
    /// <summary>The most changed days one amendment may bring: two years' holidays and make-up days; more is another calendar, not a notice.</summary>
    public const int MostDays = 120;

    /// <summary>Compares a later edition with the present one.</summary>
    /// <param name="present">The edition in force.</param>
    /// <param name="later">The edition that is to take its place.</param>
    /// <param name="today">The day of the amendment in office time.</param>
    public static CalendarAmendment Of(WorkingCalendar present, WorkingCalendar later, DateOnly today)
    {
        ArgumentNullException.ThrowIfNull(present);
        ArgumentNullException.ThrowIfNull(later);
        var days = Changed(present, later, today);
        return new(days, Judge(present, later, days));
    }

    private static ImmutableArray<ChangedDay> Changed(WorkingCalendar present, WorkingCalendar later, DateOnly today)
    {
        var days = ImmutableArray.CreateBuilder<ChangedDay>();
        var until = Later(present.KnownUntil, later.KnownUntil);
        for (var day = Earlier(present.KnownFrom, later.KnownFrom); day <= until; day = day.AddDays(1))
            if (present.IsWorking(day) != later.IsWorking(day)) days.Add(new(day, present.KindOf(day), later.KindOf(day), day <= today));
        return days.ToImmutable();
    }

    private static ImmutableArray<Problem> Judge(WorkingCalendar present, WorkingCalendar later, ImmutableArray<ChangedDay> days)
    {
        var problems = ImmutableArray.CreateBuilder<Problem>();
        foreach (var year in present.Years)
            if (!later.Years.Any(other => other.Year == year.Year)) problems.Add(Found("calendar-lacks-year", year.Year.ToString(CultureInfo.InvariantCulture)));
        if (later.UtcOffset != present.UtcOffset || later.TimeZone != present.TimeZone) problems.Add(Found("calendar-zone-changed", present.TimeZone));
        if (later.Version == present.Version) problems.Add(Found("calendar-version-taken", later.Version));
        if (days.IsEmpty && later.KnownUntil == present.KnownUntil) problems.Add(Found("calendar-nothing-changed", present.Version));
        if (days.Length > MostDays) problems.Add(Found("calendar-changes-too-much", $"{days.Length}", $"{MostDays}"));
        return problems.ToImmutable();
    }

    private static Problem Found(string code, params ReadOnlySpan<string> arguments) => Problem.At(0, 0, null, code, [.. arguments]);

    private static DateOnly Earlier(DateOnly one, DateOnly other) => one < other ? one : other;

    private static DateOnly Later(DateOnly one, DateOnly other) => one > other ? one : other;
}
