using EGov.Engine.Clocks;

namespace EGov.Engine.Tests.Clocks;

public sealed class Writing_a_ladder
{
    private const string Whole = "50% remind\n90% yellow-card chief\n-1 remind\n0 red-card\n+1 tell-superior chief\n+2 hand-over superior\n+3 hand-over delegate\n+4 hand-over fire\n+5 tell-supervision\n+10 start-item supervision-order";

    [Fact]
    public void has_a_line_for_each_rung()
    {
        var ladder = LadderText.Read(Whole).Rungs;
        Assert.Equal(10, ladder.Length);
        Assert.Equal((90, RungAct.YellowCard, new PartyId("chief")), (ladder[1].PercentOfLimit, ladder[1].Act, ladder[1].To));
        Assert.Equal((-1, RungAct.Remind, null), (ladder[2].WorkingDaysFromDue, ladder[2].Act, ladder[2].To));
        Assert.Equal((2, RungAct.HandOver, null), (ladder[5].WorkingDaysFromDue, ladder[5].Act, ladder[5].To));
        Assert.Equal((RungAct.HandToDelegate, RungAct.TellSupervision), (ladder[6].Act, ladder[8].Act));
        Assert.Equal((10, "supervision-order"), (ladder[9].WorkingDaysFromDue, ladder[9].Starts));
    }

    [Fact]
    public void is_read_as_it_was_written() => Assert.Equal(Whole, LadderText.Write(LadderText.Read(Whole).Rungs));

    [Fact]
    public void may_be_done_in_Chinese() => Assert.Equal(
        Whole, LadderText.Write(LadderText.Read("50% 提醒\n90% 黄牌 chief\n-1 提醒\n0 红牌\n+1 报告上级 chief\n+2 移交 上级\n+3 移交 受托人\n+4 移交 fire\n+5 报监察\n+10 启动 supervision-order").Rungs));

    [Fact]
    public void does_not_mind_space_and_empty_lines()
    {
        var reading = LadderText.Read("\r\n  -1\tremind  \r\n\r\n 0  red-card chief\r\n");
        Assert.Equal("-1 remind\n0 red-card chief", LadderText.Write(reading.Rungs));
        Assert.Equal("2 4", string.Join(" ", reading.Lines));
    }

    [Theory]
    [InlineData("soon remind", "1:1: ladder-bad-when (1, 1, soon)")]
    [InlineData("-0 remind", "1:1: ladder-bad-when (1, 1, -0)")]
    [InlineData("3 remind", "1:1: ladder-bad-when (1, 1, 3)")]
    [InlineData("９0% remind", "1:1: ladder-bad-when (1, 1, ９0%)")]
    [InlineData("0% remind", "1:1: ladder-out-of-range (1, 1, 0%, 1%, 100%)")]
    [InlineData("101% remind", "1:1: ladder-out-of-range (1, 1, 101%, 1%, 100%)")]
    [InlineData("+366 remind", "1:1: ladder-out-of-range (1, 1, +366, -365, +365)")]
    [InlineData("-10000 remind", "1:1: ladder-out-of-range (1, 1, -10000, -365, +365)")]
    [InlineData("-1 expire", "1:4: ladder-bad-act (1, 4, expire)")]
    [InlineData("-1 Remind", "1:4: ladder-bad-act (1, 4, Remind)")]
    [InlineData("-1", "1:3: ladder-bad-act (1, 3, )")]
    [InlineData("+1 start-item", "1:14: ladder-item-missing (1, 14)")]
    [InlineData("+1 tell-supervision  now", "1:22: ladder-word-too-many (1, 22, now)")]
    [InlineData("\n -1 remind chief chef", "2:18: ladder-word-too-many (2, 18, chef)")]
    public void tells_what_is_wrong_and_where(string text, string problem) => Assert.Equal(problem, Assert.Single(LadderText.Read(text).Problems).ToString());

    [Theory]
    [InlineData("0 red-card\n-1 remind", null, "2:1: ladder-backwards (2, 1, -1)")]
    [InlineData("90% yellow-card\n50% remind", null, "2:1: ladder-backwards (2, 1, 50%)")]
    [InlineData("+1 red-card\n100% yellow-card", null, "2:1: ladder-backwards (2, 1, 100%)")]
    [InlineData("-1 remind\n50% yellow-card", 10, "2:1: ladder-backwards (2, 1, 50%)")]
    [InlineData("-1 remind\n-1 remind", null, "2:1: ladder-twice (2, 1, -1)")]
    [InlineData("-5 remind", 5, "1:1: ladder-before-start (1, 1, -5, 5)")]
    public void runs_from_early_to_late(string text, int? limit, string problem) => Assert.Equal(problem, Assert.Single(LadderText.Read(text, limit).Problems).ToString());

    [Theory]
    [InlineData("-1 remind\n50% yellow-card", null)]
    [InlineData("-1 remind\n90% yellow-card\n100% red-card\n0 tell-superior", 10)]
    [InlineData("-4 remind", 5)]
    [InlineData("-1 remind chief\n-1 remind window", 5)]
    public void lets_rungs_share_a_moment(string text, int? limit) => Assert.Empty(LadderText.Read(text, limit).Problems);

    [Fact]
    public void ends_somewhere()
    {
        Assert.Equal("ladder-too-many (21, 1, 20)", Problem(string.Join('\n', Enumerable.Range(1, 21).Select(day => $"+{day} remind"))));
        Assert.Equal("ladder-too-long (1, 1, 4000)", Problem(new string(' ', 4_001)));
    }

    private static string Problem(string text) => Assert.Single(LadderText.Read(text).Problems).ToString().Split(": ")[1];
}
