using System.Globalization;
using System.Text.Json;
using EGov.Engine.Clocks;
using EGov.TestKit.Clocks;
using Xunit.Abstractions;

namespace EGov.Engine.Tests.Clocks;

public class Counting_working_days(ITestOutputHelper output)
{
    private static readonly WorkingCalendar Calendar = OfficeCalendar.Chinese;
    private static readonly DayByDay Oracle = new();

    public static TheoryData<string, int, string> DueDates()
    {
        var rows = new TheoryData<string, int, string>();
        foreach (var words in File.ReadLines(OfficeCalendar.PathOf("tests/EGov.Engine.Tests/Clocks/DueDates.csv")).Skip(1).Select(it => it.Split(',')))
            rows.Add(words[0], int.Parse(words[1], CultureInfo.InvariantCulture), words[2]);
        return rows;
    }

    [Theory, MemberData(nameof(DueDates))]
    public void the_due_date_is_the_one_worked_out_by_hand(string accepted, int limit, string due) =>
        Assert.Equal(Day(due), Calendar.AddWorkingDays(Day(accepted), limit));

    [Fact]
    public void the_due_dates_handed_over_with_the_project_agree()
    {
        var path = OfficeCalendar.PathOf("../shared/data/deadline-vectors.json");
        if (!File.Exists(path))
        {
            output.WriteLine($"Skipped: {path} is not there; DueDates.csv holds the same dates.");
            return;
        }
        using var file = JsonDocument.Parse(File.ReadAllText(path));
        Assert.All(file.RootElement.GetProperty("vectors").EnumerateArray(), it => Assert.Equal(
            Day(it.GetProperty("due").GetString()!),
            Calendar.AddWorkingDays(Day(it.GetProperty("accepted").GetString()!), it.GetProperty("working_days").GetInt32())));
    }

    [Theory, InlineData(2023, 249), InlineData(2024, 251), InlineData(2025, 248), InlineData(2026, 248)]
    public void a_year_has_as_many_working_days_as_its_notice_leaves(int year, int expected) =>
        Assert.Equal(expected, Calendar.WorkingDaysBetween(new(year - 1, 12, 31), new(year, 12, 31)));

    [Theory]
    [InlineData("2022-12-31", DayKind.Holiday)]
    [InlineData("2020-02-03", DayKind.WorkingDay)]
    [InlineData("2024-02-18", DayKind.MakeUpDay)]
    [InlineData("2024-02-09", DayKind.WorkingDay)]
    [InlineData("2024-06-08", DayKind.Weekend)]
    [InlineData("2026-10-01", DayKind.Holiday)]
    [InlineData("2027-01-01", DayKind.WorkingDay)]
    [InlineData("2027-01-02", DayKind.Weekend)]
    public void a_day_is_what_the_notices_make_it(string day, DayKind kind) => Assert.Equal(kind, Calendar.KindOf(Day(day)));

    [Fact]
    public void the_notices_are_known_from_2007_to_2026() =>
        Assert.Equal((new DateOnly(2007, 1, 1), new DateOnly(2026, 12, 31)), (Calendar.KnownFrom, Calendar.KnownUntil));

    [Fact]
    public void a_year_without_a_notice_is_unknown_and_not_without_holidays()
    {
        Assert.True(Calendar.IsKnown(new(2026, 12, 31)));
        Assert.False(Calendar.IsKnown(new(2027, 1, 1)));
    }

    [Fact]
    public void three_years_had_a_second_notice() =>
        Assert.Equal([2015, 2019, 2020], Calendar.Years.Where(it => it.Notices.Length == 2 && it.Notices[1].Remark is not null).Select(it => it.Year));

    [Fact]
    public void every_known_day_is_what_the_oracle_says()
    {
        for (var day = Calendar.KnownFrom; day <= Calendar.KnownUntil; day = day.AddDays(1)) Assert.Equal(Oracle.Works(day), Calendar.IsWorking(day));
    }

    [Fact]
    public void counting_back_and_forth_agrees_with_walking_also_beyond_the_known_days()
    {
        for (var day = new DateOnly(2023, 1, 1); day < new DateOnly(2028, 1, 1); day = day.AddDays(1))
        {
            var (ahead, back) = (day, day);
            for (var days = 1; days <= 30; days++)
            {
                do ahead = ahead.AddDays(1); while (!Oracle.Works(ahead));
                do back = back.AddDays(-1); while (!Oracle.Works(back));
                Assert.Equal((ahead, back, days), (Calendar.AddWorkingDays(day, days), Calendar.AddWorkingDays(day, -days), Calendar.WorkingDaysBetween(day, ahead)));
            }
        }
    }

    [Fact]
    public void days_before_the_first_notice_are_refused()
    {
        Assert.False(Calendar.TryAddWorkingDays(new(2006, 12, 31), 5, out _));
        Assert.False(Calendar.TryAddWorkingDays(new(2007, 1, 5), -5, out _));
        Assert.True(Calendar.TryAddWorkingDays(new(2007, 1, 5), -1, out _));
        Assert.Throws<ArgumentOutOfRangeException>(() => Calendar.AddWorkingDays(new(1999, 1, 1), 1));
    }

    [Theory, InlineData(1), InlineData(int.MaxValue), InlineData(int.MinValue)]
    public void a_count_past_the_end_of_time_is_refused(int days) =>
        Assert.False(Calendar.TryAddWorkingDays(DateOnly.MaxValue, days, out _));

    [Fact]
    public void a_day_begins_and_ends_at_midnight_in_the_office()
    {
        var day = new DateOnly(2026, 1, 5);
        Assert.Equal(new DateTimeOffset(2026, 1, 4, 16, 0, 0, TimeSpan.Zero), Calendar.StartOf(day));
        Assert.Equal(Calendar.StartOf(day.AddDays(1)), Calendar.EndOf(day));
        Assert.Equal(day, Calendar.DayOf(Calendar.EndOf(day).AddTicks(-1)));
        Assert.Equal(day.AddDays(1), Calendar.DayOf(Calendar.EndOf(day)));
    }

    [Fact]
    public void the_ends_of_time_have_a_day()
    {
        Assert.Equal(DateOnly.MinValue, Calendar.DayOf(DateTimeOffset.MinValue));
        Assert.Equal(DateOnly.MaxValue, Calendar.DayOf(DateTimeOffset.MaxValue));
        Assert.True(Calendar.StartOf(DateOnly.MinValue) < Calendar.EndOf(DateOnly.MaxValue));
    }

    [Fact]
    public void counting_allocates_nothing()
    {
        var start = new DateOnly(2026, 2, 6);
        Calendar.AddWorkingDays(start, 20);
        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var days = -400; days < 400; days++) Calendar.AddWorkingDays(start, days);
        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private static DateOnly Day(string text) => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);
}
