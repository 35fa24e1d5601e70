using EGov.Engine.Clocks;
using EGov.Engine.Definitions;
using EGov.Runtime.Catalog;
using EGov.Web.Tests.Browser;
using Microsoft.Extensions.DependencyInjection;
using static Microsoft.Playwright.Assertions;

namespace EGov.Web.Tests.Redesign;

/// <summary>督办梯级 as an analyst writes them in the properties of a box, one rung a line.</summary>
public sealed class Climbing_a_ladder_in_Studio(BrowserOffice office) : IClassFixture<BrowserOffice>
{
    private const string Item = "labour-arbitration";
    private const string Box = "SimpleHearing1";
    private const string Ladder = "50% 提醒\n-1 报告上级\n0 红牌\n+2 报监察";

    [BrowserFact]
    public async Task a_ladder_that_runs_backwards_is_a_problem_and_one_in_order_is_published()
    {
        await using var visit = await Visit.BeginAsync(office, width: 1920, height: 1080);
        await visit.SignInAsync(office, "li.ti", "analyst");
        await visit.Page.GotoAsync("designer/" + Item);
        var studio = new StudioCanvas(visit.Page);
        await studio.ReadyAsync();
        await studio.SelectAsync(Box);

        await studio.WriteAsync("督办梯级", "0 红牌\n-1 提醒");
        var problems = visit.Page.Locator("#problems .eg-feed > li");
        await Expect(problems).ToHaveCountAsync(1);
        await visit.ShootAsync("ladder-1-backwards");

        await studio.WriteAsync("督办梯级", Ladder);
        await Expect(problems).ToHaveCountAsync(0);
        await visit.ShootAsync("ladder-2-in-order");
        await visit.Page.ClickAsync("#publish-button a");
        await visit.Page.FillAsync("#reason", "一半时限提醒，到期发红牌，两天后报监察");
        await visit.Page.ClickAsync("button.btn-primary");
        await visit.Page.WaitForURLAsync("**/designer");

        var published = office.Services.GetRequiredService<WorkflowCatalog>().Published(Item)!;
        var drawn = Assert.Single(DrawnLadder.Of(published), drawn => drawn.Node.Id.Value == Box && drawn.Input.Name == "ladder");
        Assert.Equal("50% remind\n-1 tell-superior\n0 red-card\n+2 tell-supervision", LadderText.Write(drawn.Reading.Rungs));
        Assert.Empty(visit.Strays);
    }
}
