using System.Globalization;
using EGov.Engine.Clocks;

namespace EGov.Engine.Assessment;

/// <summary>What is assessed together (考核期): a calendar month or a quarter, in office time.</summary>
/// <remarks>Written <c>2026-09</c> or <c>2026Q3</c>. What counts in it is decided by the moment of the entry alone, so nothing that comes later changes a past period.</remarks>
public readonly record struct AssessmentPeriod : IComparable<AssessmentPeriod>
{
    private const int FirstYear = 2000;
    private const int MonthsOfQuarter = 3;

    private AssessmentPeriod(int year, int firstMonth, int months) => (FirstDay, LastDay, IsQuarter) =
        (new DateOnly(year, firstMonth, 1), new DateOnly(year, firstMonth, 1).AddMonths(months).AddDays(-1), months == MonthsOfQuarter);

    /// <summary>Its first day, inclusive.</summary>
    public DateOnly FirstDay { get; }

    /// <summary>Its last day, inclusive.</summary>
    public DateOnly LastDay { get; }

    /// <summary>True for a quarter, false for a month.</summary>
    public bool IsQuarter { get; }

    /// <summary>The quarter's number in its year, 1 to 4.</summary>
    public int Quarter => ((FirstDay.Month - 1) / MonthsOfQuarter) + 1;

    /// <summary>The month of a day.</summary>
    public static AssessmentPeriod MonthOf(DateOnly day) => new(day.Year, day.Month, 1);

    /// <summary>The quarter of a day.</summary>
    public static AssessmentPeriod QuarterOf(DateOnly day) => new(day.Year, ((day.Month - 1) / MonthsOfQuarter * MonthsOfQuarter) + 1, MonthsOfQuarter);

    /// <summary>Reads <c>2026-09</c> or <c>2026Q3</c>, nothing else; years 2000 to 9998.</summary>
    public static bool TryRead(string? text, out AssessmentPeriod period)
    {
        period = default;
        if (text is not { Length: 6 or 7 } || !int.TryParse(text.AsSpan(0, 4), NumberStyles.None, CultureInfo.InvariantCulture, out var year)) return false;
        if (year is < FirstYear or > 9998) return false;
        if (!int.TryParse(text.AsSpan(5), NumberStyles.None, CultureInfo.InvariantCulture, out var number)) return false;
        if (text is [_, _, _, _, 'Q', _] && number is >= 1 and <= 4) period = new(year, ((number - 1) * MonthsOfQuarter) + 1, MonthsOfQuarter);
        else if (text is [_, _, _, _, '-', _, _] && number is >= 1 and <= 12) period = new(year, number, 1);
        else return false;
        return true;
    }

    /// <summary>The first instant of it.</summary>
    public DateTimeOffset From(WorkingCalendar calendar) => calendar.StartOf(FirstDay);

    /// <summary>The first instant after it.</summary>
    public DateTimeOffset Until(WorkingCalendar calendar) => calendar.EndOf(LastDay);

    /// <summary>The period of the same length before it.</summary>
    public AssessmentPeriod Previous => IsQuarter ? QuarterOf(FirstDay.AddDays(-1)) : MonthOf(FirstDay.AddDays(-1));

    /// <summary>Earlier ones first; of those that begin together the shorter.</summary>
    public int CompareTo(AssessmentPeriod other) => FirstDay != other.FirstDay ? FirstDay.CompareTo(other.FirstDay) : IsQuarter.CompareTo(other.IsQuarter);

    /// <summary>True when one begins before the other.</summary>
    public static bool operator <(AssessmentPeriod one, AssessmentPeriod other) => one.CompareTo(other) < 0;

    /// <summary>True when one begins after the other.</summary>
    public static bool operator >(AssessmentPeriod one, AssessmentPeriod other) => one.CompareTo(other) > 0;

    /// <summary>True when one does not begin after the other.</summary>
    public static bool operator <=(AssessmentPeriod one, AssessmentPeriod other) => one.CompareTo(other) <= 0;

    /// <summary>True when one does not begin before the other.</summary>
    public static bool operator >=(AssessmentPeriod one, AssessmentPeriod other) => one.CompareTo(other) >= 0;

    /// <summary>As it is read.</summary>
    public override string ToString() => IsQuarter
        ? string.Create(CultureInfo.InvariantCulture, $"{FirstDay.Year:D4}Q{Quarter}")
        : FirstDay.ToString("yyyy-MM", CultureInfo.InvariantCulture);
}
