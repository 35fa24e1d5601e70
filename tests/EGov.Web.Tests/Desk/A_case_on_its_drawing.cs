using System.Net;
using EGov.Web.Tests.Browser;
using Microsoft.Playwright;

namespace EGov.Web.Tests.Desk;

public sealed class A_case_on_its_drawing(BrowserOffice office) : IClassFixture<BrowserOffice>
{
    [BrowserTheory, InlineData("zh-CN", 1440), InlineData("zh-CN", 360), InlineData("en", 1440), InlineData("en", 360)]
    public async Task shows_what_is_done_and_where_it_waits(string language, int width)
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        await licence.CompleteAsync("chen.bo", "food-inspection", "Passed");
        await using var visit = await Visit.BeginAsync(office, language, width);
        await visit.SignInAsync(office, $"looks-{language}-{width}", "fire");
        await visit.Page.GotoAsync($"cases/{licence.Number}/drawing");

        await Assertions.Expect(visit.Page.Locator("svg.eg-flow .waits")).ToHaveCountAsync(1);
        await Assertions.Expect(visit.Page.Locator("svg.eg-flow .waits title")).ToContainTextAsync(language == "en" ? "waiting" : "三部门同时会签（等待办理）");
        await Assertions.Expect(visit.Page.Locator(".eg-log li").First).ToBeVisibleAsync();
        Assert.DoesNotContain("Inspection1", await visit.Page.TextContentAsync(".eg-log"), StringComparison.Ordinal);
        await visit.ShootAsync("case-drawing");
        Assert.Empty(await visit.BarriersAsync());
        Assert.Empty(visit.Strays);
        Assert.Empty(visit.Complaints);
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
    }

    [BrowserFact]
    public async Task opens_in_Studios_own_viewer_and_says_nothing_of_the_applicant()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        await using var visit = await Visit.BeginAsync(office);
        await visit.SignInAsync(office, "checks", "auditor");
        await visit.Page.GotoAsync($"cases/{licence.Number}/drawing?studio=true");
        var studio = new StudioCanvas(visit.Page);
        await studio.ReadyAsync();
        await visit.ShootAsync("case-drawing-studio");
        Assert.Empty(await LatinWords.LeftAsync(studio.Inside, [.. LatinWords.OfTheItems(), licence.Number]));
        var text = await studio.Inside.EvaluateAsync<string>("document.body.innerText");
        Assert.All(["王小满", "11010519491231002X", "13800000000"], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        Assert.Empty(visit.Complaints);
    }

    [Fact]
    public async Task is_for_those_who_may_read_the_case()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        var address = $"cases/{licence.Number}/drawing";
        Assert.Equal(HttpStatusCode.NotFound, (await (await office.OfficerAsync("elsewhere", "arbitrator")).AskAsync(address)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await office.OfficerAsync("auditor", "auditor")).AskAsync("cases/no-such-case/drawing")).StatusCode);
        Assert.Equal(HttpStatusCode.Unauthorized, (await office.Citizen().AskAsync(address)).StatusCode);
        await (await office.OfficerAsync("zhao.lei", "fire")).AskAsync(address).MustAsync();
    }
}
