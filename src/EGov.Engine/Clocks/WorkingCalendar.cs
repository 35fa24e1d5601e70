using System.Collections.Immutable;

namespace EGov.Engine.Clocks;

/// <summary>The working calendar (工作日历): which days the office works, as the yearly holiday notices say, and when a day begins there.</summary>
/// <remarks>
/// The notices are known for whole years, <see cref="KnownFrom"/> to <see cref="KnownUntil"/>. Later days follow the Monday-to-Friday rule
/// and whatever is computed from them is provisional: no notice yet is not the same as no holidays. Earlier days are refused.
/// Every look-up takes constant time and allocates nothing.
/// </remarks>
public sealed class WorkingCalendar
{
    private readonly DayTable table;

    internal WorkingCalendar(string version, string timeZone, TimeSpan utcOffset, ImmutableArray<CalendarYear> years, string digest)
    {
        (Version, TimeZone, UtcOffset, Years, Digest) = (version, timeZone, utcOffset, years, digest);
        (KnownFrom, KnownUntil) = (new DateOnly(years[0].Year, 1, 1), new DateOnly(years[^1].Year, 12, 31));
        table = new DayTable(KnownFrom, KnownUntil, years);
    }

    /// <summary>Names this edition of the facts; every due date stores the version it was counted with.</summary>
    public string Version { get; }

    /// <summary>SHA-256 of the edition's text (UTF-8), in lower-case hexadecimal: what a case that was counted anew commits to.</summary>
    public string Digest { get; }

    /// <summary>The name of office time for people to read, such as <c>Asia/Shanghai</c>; only <see cref="UtcOffset"/> is computed with.</summary>
    public string TimeZone { get; }

    /// <summary>Office time minus UTC, the same all year: +8 hours in China, which has no daylight saving.</summary>
    public TimeSpan UtcOffset { get; }

    /// <summary>The first day whose notice is known, inclusive: 1 January of the first year.</summary>
    public DateOnly KnownFrom { get; }

    /// <summary>The last day whose notice is known, inclusive: 31 December of the last year.</summary>
    public DateOnly KnownUntil { get; }

    /// <summary>The facts by year of notice, ascending and without a gap.</summary>
    public ImmutableArray<CalendarYear> Years { get; }

    /// <summary>Reads a calendar such as <c>workflows/calendar/cn.json</c>; whatever is wrong with the text becomes problems, never an exception.</summary>
    public static CalendarReading Read(string json) => CalendarReader.Read(json);

    /// <summary>The day in office time at the instant.</summary>
    public DateOnly DayOf(DateTimeOffset instant) =>
        DateOnly.FromDateTime(new DateTime(WithinTime(instant.UtcTicks + UtcOffset.Ticks)));

    /// <summary>The first instant of the day in office time, as UTC.</summary>
    public DateTimeOffset StartOf(DateOnly day) => Midnight(day.DayNumber);

    /// <summary>The first instant after the day, that is the next midnight in office time, as UTC.</summary>
    public DateTimeOffset EndOf(DateOnly day) => Midnight(day.DayNumber + 1);

    /// <summary>Whether the notices cover the day, so that what is said about it is final.</summary>
    public bool IsKnown(DateOnly day) => day >= KnownFrom && day <= KnownUntil;

    /// <summary>What the day is; where <see cref="IsKnown"/> is false, only its weekday speaks.</summary>
    public DayKind KindOf(DateOnly day) => table.KindOf(day.DayNumber);

    /// <summary>Whether the office works on the day; where <see cref="IsKnown"/> is false, Monday to Friday.</summary>
    public bool IsWorking(DateOnly day) => KindOf(day) is DayKind.WorkingDay or DayKind.MakeUpDay;

    /// <summary>The <paramref name="days"/>-th working day after <paramref name="start"/>, which is not counted.</summary>
    /// <param name="start">On or after <see cref="KnownFrom"/>; need not be a working day.</param>
    /// <param name="days">Negative: so many working days before <paramref name="start"/>. Zero: <paramref name="start"/> itself.</param>
    /// <exception cref="ArgumentOutOfRangeException">Where <see cref="TryAddWorkingDays"/> says no; ask that for dates people typed.</exception>
    public DateOnly AddWorkingDays(DateOnly start, int days) =>
        TryAddWorkingDays(start, days, out var day) ? day
        : throw new ArgumentOutOfRangeException(nameof(start), start, $"The calendar knows nothing before {KnownFrom:O} or after the year 9999.");

    /// <summary>As <see cref="AddWorkingDays"/>, or false when the count touches a day before <see cref="KnownFrom"/> or leaves the year 9999.</summary>
    public bool TryAddWorkingDays(DateOnly start, int days, out DateOnly day)
    {
        var number = Shifted(start, days);
        day = Within(number);
        return start >= KnownFrom && day >= KnownFrom && number == day.DayNumber;
    }

    /// <summary>How many working days are after the first day and not after the second; negative when the second is the earlier.</summary>
    /// <exception cref="ArgumentOutOfRangeException">A day is before <see cref="KnownFrom"/>.</exception>
    public int WorkingDaysBetween(DateOnly fromExclusive, DateOnly toInclusive)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(fromExclusive, KnownFrom);
        ArgumentOutOfRangeException.ThrowIfLessThan(toInclusive, KnownFrom);
        return Count(fromExclusive, toInclusive);
    }

    /// <summary>As <see cref="WorkingDaysBetween"/>, but days before <see cref="KnownFrom"/> follow the Monday-to-Friday rule.</summary>
    internal int Count(DateOnly fromExclusive, DateOnly toInclusive) =>
        table.Rank(toInclusive.DayNumber) - table.Rank(fromExclusive.DayNumber);

    /// <summary>As <see cref="AddWorkingDays"/>, but never refuses: Monday to Friday before <see cref="KnownFrom"/>, and the ends of time are the limit.</summary>
    internal DateOnly Shift(DateOnly start, int days) => Within(Shifted(start, days));

    private long Shifted(DateOnly start, int days) =>
        days == 0 ? start.DayNumber
        : days > 0 ? table.DayOfRank((long)table.Rank(start.DayNumber) + days)
        : table.DayOfRank((long)table.Rank(start.DayNumber - 1) + days + 1);

    private DateTimeOffset Midnight(int dayNumber) =>
        new(WithinTime(dayNumber * TimeSpan.TicksPerDay - UtcOffset.Ticks), TimeSpan.Zero);

    private static DateOnly Within(long dayNumber) =>
        DateOnly.FromDayNumber((int)Math.Clamp(dayNumber, DateOnly.MinValue.DayNumber, DateOnly.MaxValue.DayNumber));

    private static long WithinTime(long ticks) => Math.Clamp(ticks, DateTime.MinValue.Ticks, DateTime.MaxValue.Ticks);
}
