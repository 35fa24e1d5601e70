using EGov.Runtime.Supervision;
using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Supervision.Rules;

/// <summary>监察规则: the rules in force, word for word, and how many cards each has raised; read only, for nobody changes rules through the program.</summary>
internal static class RulesEndpoint
{
    public static void Map(IEndpointRouteBuilder room) => room.MapGet("rules", ShowAsync);

    private static async Task<RazorComponentResult<RulesPage>> ShowAsync(PageFrame frame, SupervisionBoard board, CancellationToken stop)
    {
        var (counts, shown) = (await board.CountsAsync(stop), new List<ShownRule>());
        foreach (var rule in board.Rules)
            shown.Add(new(rule, counts.ByRule.Where(line => line.Key == rule.Id).Sum(line => line.Yellow + line.Red + line.Orders), (await board.CardsAsync(new() { Rule = rule.Id, Take = 1 }, stop)).Total));
        return new(new { Frame = frame, Rules = shown });
    }
}
