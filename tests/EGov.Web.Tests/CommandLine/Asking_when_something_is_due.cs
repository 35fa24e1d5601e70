using System.Text;
using EGov.TestKit.Clocks;
using EGov.Web.CommandLine;

namespace EGov.Web.Tests.CommandLine;

public sealed class Asking_when_something_is_due
{
    [Fact]
    public async Task prints_the_date_and_nothing_else() => Assert.Equal((0, "2026-03-12\n", ""), await Terminal.RunAsync("due", "2026-02-06", "20"));

    [Fact]
    public async Task says_what_each_day_was()
    {
        var (_, output, _) = await Terminal.RunAsync("due", "2026-02-13", "1", "--explain");
        Assert.Equal(
            """
            2026-02-14
            2026-02-13 Fri    -  working day, start
            2026-02-14 Sat    1  make-up working day, due
            calendar cn-2026.1

            """,
            output);
    }

    [Theory]
    [InlineData("due")]
    [InlineData("due", "2026-02-06")]
    [InlineData("due", "2026-02-30", "5")]
    [InlineData("due", "2026-02-06", "five")]
    [InlineData("due", "2026-02-06", "0")]
    [InlineData("due", "-", "5")]
    [InlineData("due", "2026-02-06", "5", "--explian")]
    public async Task in_a_way_that_is_not_understood_ends_with_two(params string[] args)
    {
        var (code, output, error) = await Terminal.RunAsync(args);
        Assert.Equal((2, ""), (code, output));
        Assert.NotEqual("", error);
    }

    [Fact]
    public async Task before_the_calendar_begins_is_refused()
    {
        var (code, _, error) = await Terminal.RunAsync("due", "1999-12-31", "5");
        Assert.Equal(1, code);
        Assert.Equal("due:1:1: before-known-calendar (2007-01-01) The calendar begins on 2007-01-01.\n", error);
    }

    [Fact]
    public void for_many_lines_answers_every_good_one_and_names_every_bad_one()
    {
        var (code, output, error) = Lines("2026-02-06 20\r\nnonsense\n\n2026-02-06 1\n" + new string('9', 5000) + "\n2026-02-06 2");
        Assert.Equal(1, code);
        Assert.Equal("2026-03-12\n\n\n2026-02-09\n\n2026-02-10\n", output);
        Assert.Equal(["-:2:1:", "-:3:1:", "-:5:81:"], error.Split('\n', StringSplitOptions.RemoveEmptyEntries).Select(line => line.Split(' ')[0]));
    }

    [Fact]
    public void for_no_lines_answers_nothing() => Assert.Equal((0, "", ""), Lines(""));

    [Fact]
    public void for_a_hundred_thousand_lines_answers_each()
    {
        var (code, output, _) = Lines(string.Concat(Enumerable.Repeat("2026-02-06 20\n", 100_000)));
        Assert.Equal(0, code);
        Assert.Equal(100_000 * "2026-03-12\n".Length, output.Length);
    }

    private static (int Code, string Output, string Error) Lines(string questions)
    {
        var (answers, error) = (new MemoryStream(), new StringWriter { NewLine = "\n" });
        var code = DueCommand.AnswerLines(new MemoryStream(Encoding.UTF8.GetBytes(questions)), answers, error, OfficeCalendar.Chinese);
        return (code, Encoding.UTF8.GetString(answers.ToArray()), error.ToString());
    }
}
