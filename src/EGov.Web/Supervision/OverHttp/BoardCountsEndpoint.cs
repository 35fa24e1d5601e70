using EGov.Engine.Supervision;
using EGov.Runtime.Supervision;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Supervision.OverHttp;

/// <summary>The counts of the board, and the rules in force.</summary>
internal static class BoardCountsEndpoint
{
    public static void Map(IEndpointRouteBuilder supervision)
    {
        supervision.MapGet("board", async (SupervisionBoard board, CancellationToken stop) => TypedResults.Ok(BoardView.Of(await board.CountsAsync(stop)))).WithName("SupervisionBoard");
        supervision.MapGet("rules", Rules).WithName("SupervisionRules");
    }

    private static Ok<List<RuleView>> Rules(SupervisionBoard board) => TypedResults.Ok(board.Rules.Select(RuleView.Of).ToList());
}

/// <summary>The counts of the board.</summary>
internal sealed record BoardView(
    int Open, int DueToday, int NewToday, int Paused, int Yellow, int YellowToday, int Red, int RedToday, int Orders, int OrdersToday, int Untaken, int Unhandled, int Unpublished,
    IReadOnlyList<BoardLine> ByParty, IReadOnlyList<BoardLine> ByItem, IReadOnlyList<BoardLine> ByPlace, IReadOnlyList<BoardLine> ByRule, IReadOnlyList<MonthLine> ByMonth)
{
    public static BoardView Of(BoardCounts counts) => new(
        counts.Open, counts.DueToday, counts.NewToday, counts.Paused, counts.Yellow.All, counts.Yellow.Today, counts.Red.All, counts.Red.Today, counts.Orders.All, counts.Orders.Today,
        counts.Zeroes.Untaken, counts.Zeroes.Unhandled, counts.Zeroes.Unpublished, counts.ByParty, counts.ByItem, counts.ByPlace, counts.ByRule, counts.ByMonth);
}

/// <summary>A rule.</summary>
internal sealed record RuleView(string Id, int Version, string Severity, string TitleChinese, string TitleEnglish, string TextChinese, string TextEnglish, string Basis, int ReplyInWorkingDays)
{
    public static RuleView Of(SupervisionRule rule) => new(
        rule.Id, rule.Version, rule.Severity.ToString(), rule.Title.Chinese, rule.Title.English, rule.Text.Chinese, rule.Text.English, rule.Basis, rule.ReplyInWorkingDays);
}
