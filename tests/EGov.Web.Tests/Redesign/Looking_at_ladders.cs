using System.Collections.Immutable;
using System.Net;
using EGov.Engine.Clocks;
using EGov.Web.Redesign.Ladder;

namespace EGov.Web.Tests.Redesign;

public sealed class Looking_at_ladders(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task an_analyst_sees_each_rung_on_the_line_and_in_a_table()
    {
        var page = await PageAsync("/designer/supervision-order/1/ladder");
        Assert.Contains("Ladders of Supervision order, version 1", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("<svg class=\"eg-chart eg-ladder\"").Length - 1);
        Assert.Contains("1 60% used · remind", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.Contains(">Service Centre, coordination<", page, StringComparison.Ordinal);
        Assert.Contains(">the supervision office<", page, StringComparison.Ordinal);
        Assert.DoesNotContain("style=", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task limits_without_a_ladder_of_their_own_are_listed()
    {
        var page = await PageAsync("/designer/food-business-licence/2/ladder");
        Assert.Contains("No ladder is drawn in this version", page, StringComparison.Ordinal);
        Assert.Contains("Acceptance: promised limit", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("supervision-order", 9)]
    [InlineData("nobody-drew-this", 1)]
    public async Task a_version_that_does_not_exist_is_not_found(string definition, int version) =>
        Assert.Equal(HttpStatusCode.NotFound, (await (await office.OfficerAsync("looks", "analyst")).AskAsync($"/designer/{definition}/{version}/ladder")).StatusCode);

    [Fact]
    public async Task is_for_analysts()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await (await office.OfficerAsync("clerk", "food-intake")).AskAsync("/designer/supervision-order/1/ladder")).StatusCode);
        Assert.Contains("/designer/supervision-order/1/ladder", await PageAsync("/designer/supervision-order"), StringComparison.Ordinal);
    }

    [Fact]
    public void marks_stand_in_the_order_of_time_and_words_never_lie_on_each_other()
    {
        var rungs = Enumerable.Range(0, 20).Select(day => new ShownRung(new(day - 10, RungAct.Remind), day, "on the day", "remind", "all")).ToImmutableArray();
        var picture = LadderPicture.Of(10, rungs);

        Assert.Equal(picture.Marks.Select(mark => mark.X).Order(), picture.Marks.Select(mark => mark.X));
        Assert.Equal(picture.Due, picture.Marks[10].X);
        Assert.All(picture.Marks.GroupBy(mark => mark.Row), row => Assert.All(row.Zip(row.Skip(1)), pair => Assert.True(pair.First.TextX + (pair.First.Text.Length * 7) < pair.Second.TextX)));
        Assert.All(picture.Marks, mark => Assert.InRange(mark.TextX + (mark.Text.Length * 7), 0, LadderPicture.Width));
    }

    [Fact]
    public void rungs_of_one_moment_stand_side_by_side()
    {
        var marks = LadderPicture.Of(5, [.. Enumerable.Range(0, 4).Select(_ => new ShownRung(new(3, RungAct.Remind), 8, "late", "remind", "all"))]).Marks;
        Assert.All(marks.Zip(marks.Skip(1)), pair => Assert.InRange(pair.Second.X - pair.First.X, 18, 18));
        Assert.InRange(marks[^1].X, 0, LadderPicture.Width - 8);
    }

    [Fact]
    public void a_limit_of_a_year_has_no_more_ticks_than_can_be_told_apart() =>
        Assert.InRange(LadderPicture.Of(365, [new(new(365, RungAct.RedCard), 730, "late", "red card", "all")]).Ticks.Length, 2, 61);

    private async Task<string> PageAsync(string address) => await (await (await office.OfficerAsync("looks", "analyst")).AskAsync(address).MustAsync()).Content.ReadAsStringAsync();
}
