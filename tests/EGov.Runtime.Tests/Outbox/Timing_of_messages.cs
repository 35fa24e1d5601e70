using EGov.Runtime.Outbox;
using EGov.TestKit.Clocks;

namespace EGov.Runtime.Tests.Outbox;

/// <summary>When messages may leave, and how fast.</summary>
public sealed class Timing_of_messages
{
    [Theory]
    [InlineData("22:00", "08:00", "2026-01-05 21:59", null)]
    [InlineData("22:00", "08:00", "2026-01-05 22:00", "2026-01-06 08:00")]
    [InlineData("22:00", "08:00", "2026-01-06 00:00", "2026-01-06 08:00")]
    [InlineData("22:00", "08:00", "2026-01-06 07:59", "2026-01-06 08:00")]
    [InlineData("22:00", "08:00", "2026-01-06 08:00", null)]
    [InlineData("12:00", "14:00", "2026-01-06 13:00", "2026-01-06 14:00")]
    [InlineData("12:00", "14:00", "2026-01-06 15:00", null)]
    [InlineData("08:00", "08:00", "2026-01-06 08:00", null)]
    public void quiet_hours_are_office_time_and_may_pass_midnight(string from, string until, string now, string? end)
    {
        var quiet = new QuietHours(TimeOnly.Parse(from, null), TimeOnly.Parse(until, null));
        Assert.Equal(end is null ? null : Office(end), quiet.EndAfter(Office(now), OfficeCalendar.Chinese));
    }

    [Fact]
    public void what_leaves_is_spread_over_the_second()
    {
        var pace = new SendingPace(4, new FrozenWatch());
        Assert.Equal([0, 250, 500, 750, 1000], Enumerable.Range(0, 5).Select(_ => (int)pace.Reserve().TotalMilliseconds));
    }

    [Theory]
    [InlineData("13800000000", "13800000000")]
    [InlineData("+86 138-0000-0000", "+8613800000000")]
    [InlineData("+85261234567", "+85261234567")]
    [InlineData("12800000000", null)]
    [InlineData("1380000000", null)]
    [InlineData("057188888888", null)]
    [InlineData("13800000000;13900000000", null)]
    [InlineData("１３８００００００００", null)]
    [InlineData(null, null)]
    public void a_number_is_dialled_only_in_its_right_form(string? given, string? dialled) => Assert.Equal(dialled, PhoneNumber.Dialled(given));

    private static DateTimeOffset Office(string local) => new(DateTime.Parse(local, System.Globalization.CultureInfo.InvariantCulture), TimeSpan.FromHours(8));

    private sealed class FrozenWatch : TimeProvider
    {
        public override long GetTimestamp() => 1_000;
    }
}
