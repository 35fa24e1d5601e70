using System.Collections.Immutable;

namespace EGov.Engine.Clocks;

/// <summary>All that the notices of one year say, merged as the last of them left it.</summary>
/// <remarks>The days may lie in December of the year before: the notice for 2023 gave 31 December 2022 off.</remarks>
/// <param name="Year">The year the notices were issued for, which need not be the year of every day.</param>
/// <param name="Notices">In order of issue; never empty. Two for 2015, 2019 and 2020.</param>
/// <param name="Off">The days named as off, ascending; never empty.</param>
/// <param name="Worked">The days named as worked, ascending; nearly always Saturdays and Sundays, but 3 February 2020 was a Monday.</param>
public sealed record CalendarYear(int Year, ImmutableArray<HolidayNotice> Notices, ImmutableArray<DateOnly> Off, ImmutableArray<DateOnly> Worked);
