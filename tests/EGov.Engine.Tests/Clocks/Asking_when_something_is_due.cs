using EGov.Engine.Clocks;
using EGov.TestKit.Clocks;

namespace EGov.Engine.Tests.Clocks;

public class Asking_when_something_is_due
{
    private static readonly WorkingCalendar Calendar = OfficeCalendar.Chinese;

    [Theory]
    [InlineData("2026-02-06 20", "2026-03-12", false)]
    [InlineData("  2026-02-06   020 ", "2026-03-12", false)]
    [InlineData("2026-12-31 1", "2027-01-01", true)]
    public void a_line_is_answered(string line, string due, bool provisional)
    {
        var answer = DueQuery.Answer(line, Calendar).Answer!;
        Assert.Equal((due, provisional, "cn-2026.1"), ($"{answer.Due:O}", answer.Provisional, answer.CalendarVersion));
    }

    [Theory]
    [InlineData("", "bad-line", 1)]
    [InlineData("2026-02-06", "bad-line", 1)]
    [InlineData("2026-02-06 20 1", "bad-line", 1)]
    [InlineData("2026-02-29 20", "bad-date", 1)]
    [InlineData(" 06.02.2026 20", "bad-date", 2)]
    [InlineData("２０２６-02-06 20", "bad-date", 1)]
    [InlineData("2026-02-06 0", "bad-limit", 12)]
    [InlineData("2026-02-06 -1", "bad-limit", 12)]
    [InlineData("2026-02-06 3651", "bad-limit", 12)]
    [InlineData("2026-02-06 99999999999", "bad-limit", 12)]
    [InlineData("2026-02-06 1.5", "bad-limit", 12)]
    [InlineData("2006-12-31 1", "before-known-calendar", 1)]
    [InlineData("9999-12-30 20", "due-too-far", 1)]
    [InlineData("2026-02-06\t20", "control-character", 11)]
    [InlineData("2026-02-06 20\0", "control-character", 14)]
    [InlineData("\u202e2026-02-06 20", "control-character", 1)]
    public void a_line_that_cannot_be_answered_says_why_and_where(string line, string code, int column)
    {
        var problem = DueQuery.Answer(line, Calendar, lineNumber: 7).Problem!;
        Assert.Equal((code, 7, column), (problem.Code, problem.Line, problem.Column));
    }

    [Fact]
    public void a_line_that_is_too_long_is_not_read() => Assert.Equal("too-long", DueQuery.Answer(new string('1', 81), Calendar).Problem!.Code);

    [Fact]
    public void the_largest_limit_is_answered() => Assert.NotNull(DueQuery.Answer("2026-02-06 3650", Calendar).Answer);
}
