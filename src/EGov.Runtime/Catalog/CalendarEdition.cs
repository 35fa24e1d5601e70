using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Clocks;
using EGov.Engine.Definitions;

namespace EGov.Runtime.Catalog;

/// <summary>An edition of the working calendar (工作日历版本) as it is kept: never changed, never removed.</summary>
/// <param name="Number">From 1, without a gap; the highest is the one new cases open with.</param>
/// <param name="Amends">The version it took the place of; null for the first.</param>
/// <param name="At">When it came into force.</param>
/// <param name="By">The administrator; the system for the first.</param>
/// <param name="Reason">Why, in words; empty for the first.</param>
/// <param name="Text">The text, byte for byte.</param>
/// <param name="Calendar">The text as read.</param>
public sealed record CalendarEdition(int Number, string? Amends, DateTimeOffset At, UserId By, string Reason, string Text, WorkingCalendar Calendar)
{
    /// <summary>Names it in cases and due dates.</summary>
    public string Version => Calendar.Version;
}

/// <summary>A text that is to become the next edition, looked at but not kept.</summary>
/// <param name="Calendar">What it says; null when it cannot be read.</param>
/// <param name="Amends">The version it takes the place of.</param>
/// <param name="Days">The days it changes; those in the past are marked.</param>
/// <param name="Problems">Why it is refused; empty when it may be used.</param>
public sealed record ExaminedEdition(WorkingCalendar? Calendar, string Amends, ImmutableArray<ChangedDay> Days, ImmutableArray<Problem> Problems);
