using System.Collections.Immutable;
using EGov.Engine.Definitions;

namespace EGov.Engine.Clocks;

/// <summary>What reading a calendar gave: a calendar and no problems, or problems and no calendar.</summary>
/// <param name="Calendar">The calendar; null when there is a problem.</param>
/// <param name="Problems">Everything found wrong; the first argument is the path of the place, such as <c>years[3].off[2]</c>.</param>
public sealed record CalendarReading(WorkingCalendar? Calendar, ImmutableArray<Problem> Problems);
