using EGov.Engine.Clocks;

namespace EGov.Runtime.Outbox;

/// <summary>免打扰时段: hours of the office's day in which only what is urgent is sent to phones. They may pass midnight; equal bounds mean none.</summary>
/// <param name="From">The first quiet moment.</param>
/// <param name="Until">The first moment that is not quiet any more.</param>
public readonly record struct QuietHours(TimeOnly From, TimeOnly Until)
{
    /// <summary>When the quiet that reigns now ends; null when none does.</summary>
    public DateTimeOffset? EndAfter(DateTimeOffset now, WorkingCalendar calendar)
    {
        ArgumentNullException.ThrowIfNull(calendar);
        var today = calendar.DayOf(now);
        var hour = TimeOnly.FromTimeSpan(now - calendar.StartOf(today));
        if (From == Until || !hour.IsBetween(From, Until)) return null;
        return calendar.StartOf(hour < Until ? today : today.AddDays(1)) + Until.ToTimeSpan();
    }
}
