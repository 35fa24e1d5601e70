using System.Text;
using EGov.Engine.Clocks;
using EGov.TestKit.Clocks;

namespace EGov.Engine.Tests.Clocks;

public class Reading_a_calendar
{
    private const string Notice = """[{"url":"https://www.gov.cn/1"}]""";

    [Fact]
    public void the_file_of_the_repository_has_no_problem() => Assert.Empty(WorkingCalendar.Read(OfficeCalendar.Json).Problems);

    [Fact]
    public void a_small_calendar_is_read()
    {
        var calendar = WorkingCalendar.Read(Years(Year(2030, off: "\"2029-12-31/2030-01-01\"", worked: "\"2030-01-05\""))).Calendar!;
        Assert.Equal(DayKind.Holiday, calendar.KindOf(new(2030, 1, 1)));
        Assert.Equal(DayKind.MakeUpDay, calendar.KindOf(new(2030, 1, 5)));
        Assert.Equal(("t", "Asia/Shanghai", TimeSpan.FromHours(8)), (calendar.Version, calendar.TimeZone, calendar.UtcOffset));
    }

    [Theory]
    [InlineData("", "calendar-not-json")]
    [InlineData("{", "calendar-not-json")]
    [InlineData("nul", "calendar-not-json")]
    [InlineData("null", "calendar-not-an-object")]
    [InlineData("[]", "calendar-not-an-object")]
    [InlineData("{}", "calendar-field-missing")]
    [InlineData("""{"version":"1","version":"2"}""", "calendar-not-json")]
    [InlineData("""{"\ud800":1}""", "calendar-not-json", "calendar-not-text")]
    [InlineData("\ud800", "calendar-not-json")]
    public void what_is_no_calendar_is_refused(string json, params string[] codes) => Assert.Contains(FirstCode(json), codes);

    [Theory]
    [InlineData("", "calendar-list-empty")]
    [InlineData("1", "calendar-not-an-object")]
    [InlineData("{}", "calendar-field-missing")]
    [InlineData("""{"year":2030,"notices":[],"off":["2030-01-01"],"worked":[]}""", "calendar-list-empty")]
    [InlineData("""{"year":2030,"notices":[{"url":"https://a.cn"}],"off":[],"worked":[]}""", "calendar-list-empty")]
    [InlineData("""{"year":2030,"notices":[{"url":"javascript:1"}],"off":["2030-01-01"],"worked":[]}""", "calendar-bad-url")]
    [InlineData("""{"year":2030,"notices":[{"url":"\ud800"}],"off":["2030-01-01"],"worked":[]}""", "calendar-not-text")]
    [InlineData("""{"year":2030,"notices":[{"url":"https://a.cn","date":1}],"off":["2030-01-01"],"worked":[]}""", "calendar-unknown-field")]
    [InlineData("""{"year":2030,"notices":[{"url":"https://a.cn"}],"off":"2030-01-01","worked":[]}""", "calendar-not-a-list")]
    [InlineData("""{"year":1e99,"notices":[{"url":"https://a.cn"}],"off":["2030-01-01"],"worked":[]}""", "calendar-bad-number")]
    [InlineData("""{"year":"2030","notices":[{"url":"https://a.cn"}],"off":["2030-01-01"],"worked":[]}""", "calendar-bad-number")]
    [InlineData("""{"year":2030,"notices":[{"url":"https://a.cn"}],"off":["2030-01-01"],"worked":[],"work":[]}""", "calendar-unknown-field")]
    public void a_year_that_is_not_one_is_refused(string year, string code) => Assert.Equal(code, FirstCode(Years(year)));

    [Theory]
    [InlineData("\"2030-02-30\"", "calendar-bad-date")]
    [InlineData("\"1.5.2030\"", "calendar-bad-date")]
    [InlineData("\"2030-05-01/\"", "calendar-bad-date")]
    [InlineData("\"2030-05-01/2030-05-02/2030-05-03\"", "calendar-bad-text")]
    [InlineData("20300501", "calendar-bad-text")]
    [InlineData("null", "calendar-bad-text")]
    [InlineData("\"2030-05-05/2030-05-01\"", "calendar-range-reversed")]
    [InlineData("\"0001-01-01/9999-12-31\"", "calendar-range-too-long")]
    [InlineData("\"2031-01-01\"", "calendar-day-outside-year")]
    [InlineData("\"2029-11-30\"", "calendar-day-outside-year")]
    [InlineData("\"2030-05-01\", \"2030-05-01\"", "calendar-day-named-twice")]
    public void a_day_that_is_not_one_is_refused(string off, string code) => Assert.Equal(code, FirstCode(Years(Year(2030, off))));

    [Fact]
    public void a_day_cannot_be_both_off_and_worked() =>
        Assert.Equal("calendar-day-named-twice", FirstCode(Years(Year(2030, "\"2030-05-01\"", "\"2030-05-01\""))));

    [Fact]
    public void a_gap_between_the_years_is_refused() =>
        Assert.Equal("calendar-year-out-of-sequence", FirstCode(Years(Year(2030, "\"2030-05-01\"") + "," + Year(2032, "\"2032-05-01\""))));

    [Fact]
    public void a_problem_names_its_place()
    {
        Assert.Equal("years[0].off[1]", WorkingCalendar.Read(Years(Year(2030, "\"2030-05-01\",\"x\""))).Problems[0].Arguments[0]);
        var broken = WorkingCalendar.Read("{\n  \"许可\" x").Problems[0];
        Assert.Equal((2, 8), (broken.Line, broken.Column));
    }

    [Fact]
    public void a_flood_is_cut_short()
    {
        Assert.Equal("calendar-too-long", FirstCode(new string(' ', 1_000_001)));
        Assert.Equal("calendar-not-json", FirstCode(new string('[', 900_000)));
        Assert.Equal(100, WorkingCalendar.Read(Years(string.Join(',', Enumerable.Repeat("0", 100_000)))).Problems.Length);
    }

    [Fact]
    public void a_damaged_file_gives_a_calendar_or_problems_but_never_an_exception()
    {
        var (dice, good) = (new Dice(1), OfficeCalendar.Json);
        const string Bad = "{}[]\",:/\\0u\ud800\u202e\0";
        for (var round = 0; round < 3_000; round++)
        {
            var text = new StringBuilder(good);
            for (var wounds = dice.Throw(1, 3); wounds > 0; wounds--) text[dice.Throw(0, good.Length - 1)] = Bad[dice.Throw(0, Bad.Length - 1)];
            var reading = WorkingCalendar.Read(dice.OneIn(5) ? text.ToString(0, dice.Throw(0, good.Length)) : text.ToString());
            Assert.Equal(reading.Calendar is null, reading.Problems.Length > 0);
        }
    }

    private static string FirstCode(string json)
    {
        var reading = WorkingCalendar.Read(json);
        Assert.Null(reading.Calendar);
        return reading.Problems[0].Code;
    }

    private static string Years(string years) => $$"""{"version":"t","timeZone":"Asia/Shanghai","utcOffsetMinutes":480,"years":[{{years}}]}""";

    private static string Year(int year, string off, string worked = "") => $$"""{"year":{{year}},"notices":{{Notice}},"off":[{{off}}],"worked":[{{worked}}]}""";
}
