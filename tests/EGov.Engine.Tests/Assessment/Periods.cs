using EGov.Engine.Assessment;
using EGov.TestKit.Clocks;

namespace EGov.Engine.Tests.Assessment;

public sealed class Periods
{
    [Theory]
    [InlineData("2026-09", "2026-09-01", "2026-09-30", "2026-08")]
    [InlineData("2024-02", "2024-02-01", "2024-02-29", "2024-01")]
    [InlineData("2026Q3", "2026-07-01", "2026-09-30", "2026Q2")]
    [InlineData("2026Q1", "2026-01-01", "2026-03-31", "2025Q4")]
    public void are_months_and_quarters_and_are_written_as_they_are_read(string text, string from, string to, string before)
    {
        Assert.True(AssessmentPeriod.TryRead(text, out var period));
        Assert.Equal((DateOnly.Parse(from, null), DateOnly.Parse(to, null), text, before), (period.FirstDay, period.LastDay, period.ToString(), period.Previous.ToString()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("2026")]
    [InlineData("2026-9")]
    [InlineData("2026-00")]
    [InlineData("2026-13")]
    [InlineData("2026Q0")]
    [InlineData("2026Q5")]
    [InlineData("2026q3")]
    [InlineData("2026-Q3")]
    [InlineData("1999-12")]
    [InlineData("9999-12")]
    [InlineData(" 2026-09")]
    [InlineData("2026-+9")]
    [InlineData("２０２６-09")]
    public void nothing_else_is_a_period(string? text) => Assert.False(AssessmentPeriod.TryRead(text, out _));

    [Fact]
    public void begin_and_end_at_midnight_in_office_time()
    {
        Assert.True(AssessmentPeriod.TryRead("2026-09", out var period));
        Assert.Equal(new DateTimeOffset(2026, 8, 31, 16, 0, 0, TimeSpan.Zero), period.From(OfficeCalendar.Chinese));
        Assert.Equal(new DateTimeOffset(2026, 9, 30, 16, 0, 0, TimeSpan.Zero), period.Until(OfficeCalendar.Chinese));
    }
}
