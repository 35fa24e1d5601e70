using EGov.Engine.Clocks;
using EGov.TestKit.Clocks;

namespace EGov.Engine.Tests.Clocks;

public sealed class Amending_a_calendar
{
    private static readonly DateOnly Today = new(2026, 1, 5);

    [Theory]
    [InlineData(2015, "2015-09-03 2015-09-04 2015-09-06")]
    [InlineData(2019, "2019-04-28 2019-05-02 2019-05-03 2019-05-05")]
    [InlineData(2020, "2020-01-31 2020-02-01")]
    public void names_the_days_a_second_notice_changed(int year, string days)
    {
        var amendment = CalendarAmendment.Of(SecondNotices.First(year), SecondNotices.Second(year), SecondNotices.All.Single(notice => notice.Year == year).Published);
        Assert.Empty(amendment.Problems);
        Assert.Equal(days, string.Join(' ', amendment.Days.Select(day => $"{day.Day:O}")));
        Assert.DoesNotContain(amendment.Days, day => day.IsPast);
    }

    [Fact]
    public void may_reach_into_the_past_but_says_so()
    {
        var late = CalendarAmendment.Of(SecondNotices.First(2020), SecondNotices.Second(2020), new(2020, 2, 10));
        Assert.Empty(late.Problems);
        Assert.All(late.Days, day => Assert.True(day.IsPast));
        Assert.Equal((DayKind.WorkingDay, DayKind.Holiday), (late.Days[0].Before, late.Days[0].After));
    }

    [Fact]
    public void may_bring_the_next_year() =>
        Assert.Empty(CalendarAmendment.Of(SecondNotices.First(2019), SecondNotices.First(2020), new(2019, 11, 21)).Problems);

    [Fact]
    public void is_refused_when_it_lacks_a_year_the_present_edition_has() =>
        Assert.Equal(["calendar-lacks-year (2020)"], Problems(SecondNotices.FirstText(2020), SecondNotices.SecondText(2019)));

    [Fact]
    public void is_refused_when_it_changes_nothing_or_keeps_its_name()
    {
        Assert.Equal(["calendar-version-taken (cn-2026.1)", "calendar-nothing-changed (cn-2026.1)"], Problems(OfficeCalendar.Json, OfficeCalendar.Json));
        Assert.Equal(["calendar-nothing-changed (cn-2026.1)"], Problems(OfficeCalendar.Json, OfficeCalendar.Json.Replace("cn-2026.1", "cn-2026.2", StringComparison.Ordinal)));
    }

    [Fact]
    public void is_refused_when_it_moves_the_office_to_another_time() =>
        Assert.Contains("calendar-zone-changed (Asia/Shanghai)", Problems(OfficeCalendar.Json, OfficeCalendar.Json.Replace("480", "540", StringComparison.Ordinal)));

    [Fact]
    public void is_refused_when_it_is_another_calendar_altogether() =>
        Assert.Contains(Problems(OfficeCalendar.Json, SecondNotices.Amended("cn-x", 2026, [.. Enumerable.Range(1, 12).Select(month => $"2026-{month:00}-01/2026-{month:00}-28")], [])), problem => problem.StartsWith("calendar-changes-too-much", StringComparison.Ordinal));

    [Fact]
    public void is_known_by_its_text() => Assert.NotEqual(SecondNotices.First(2015).Digest, SecondNotices.Second(2015).Digest);

    private static IEnumerable<string> Problems(string present, string later) =>
        CalendarAmendment.Of(SecondNotices.Read(present), SecondNotices.Read(later), Today).Problems.Select(problem => problem.ToString()[5..]);
}
