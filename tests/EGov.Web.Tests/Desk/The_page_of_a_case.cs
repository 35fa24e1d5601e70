using System.Net;
using EGov.Web.Tests.Browser;
using Microsoft.Playwright;

namespace EGov.Web.Tests.Desk;

public sealed class The_page_of_a_case(BrowserOffice office) : IClassFixture<BrowserOffice>
{
    [BrowserTheory, InlineData("zh-CN", 1440), InlineData("zh-CN", 360), InlineData("en", 1440), InlineData("en", 360)]
    public async Task shows_form_materials_limits_and_what_happened(string language, int width)
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        await licence.FileAsync("wang.fang", "food-intake", "floor-plan", Files.Png);
        await licence.FileAsync("wang.fang", "food-intake", "safety-rules", Files.Pdf);
        await licence.CompleteAsync("li.na", "food-review", "Approved", "材料齐全，场所布局符合要求。");
        await licence.CompleteAsync("chen.bo", "food-inspection", "Rectify", "洗消间缺少挡水板，请装好后重新拍照提交。");
        await using var visit = await Visit.BeginAsync(office, language, width);
        await visit.SignInAsync(office, $"handles-{language}-{width}", "fire");
        foreach (var tab in new[] { "form", "materials", "clocks", "drawing" })
        {
            await visit.Page.GotoAsync($"cases/{licence.Number}?tab={tab}");
            await visit.ShootAsync("desk-case-" + tab);
            Assert.Empty(await visit.BarriersAsync());
            Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), tab);
        }

        await visit.Page.GotoAsync($"cases/{licence.Number}?tab=materials");
        await visit.Page.ClickAsync(".eg-viewer [data-key=']']");
        await Assertions.Expect(visit.Page.Locator(".eg-viewer iframe")).ToBeVisibleAsync();
        await visit.ShootAsync("desk-case-paper");
        Assert.Empty(visit.Strays);
        Assert.Empty(visit.Complaints);
    }

    [BrowserFact]
    public async Task lets_an_officer_claim_return_and_finish_without_script()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        await using var visit = await Visit.BeginAsync(office, script: false);
        var page = visit.Page;
        await visit.SignInAsync(office, "works-without-script", "fire");
        await page.GotoAsync($"cases/{licence.Number}");
        await page.ClickAsync("form[action$='/acts/claim'] button");
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("已签收");
        await page.ClickAsync("a[href*='/acts/return']");
        await visit.ShootAsync("desk-act-return");
        await page.CheckAsync("[name=option][value=Accept1]");
        await page.FillAsync("#text", "场所图缺消防通道，请窗口核对。");
        await page.ClickAsync("#do");
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("已退回");
        await Assertions.Expect(page.Locator(".eg-tl")).ToContainTextAsync("场所图缺消防通道");
        await licence.CompleteAsync("wang.fang", "food-intake", "Accepted");
        await page.GotoAsync($"cases/{licence.Number}");
        await page.FillAsync("textarea[name=text]", "疏散通道、灭火器符合。");
        await page.ClickAsync("button[name=option][value=Approved]");
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("已办理");
        await Assertions.Expect(page.Locator(".eg-sign .is-done")).ToContainTextAsync("同意");
    }

    [Fact]
    public async Task is_not_there_for_whoever_may_not_read_the_case()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        Assert.Equal(HttpStatusCode.NotFound, (await (await office.OfficerAsync("far.away", "arbitrator")).AskAsync($"cases/{licence.Number}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await office.OfficerAsync("auditor", "auditor")).AskAsync("cases/no-such-case")).StatusCode);
        await (await office.OfficerAsync("auditor", "auditor")).AskAsync($"cases/{licence.Number}").MustAsync();
    }
}
