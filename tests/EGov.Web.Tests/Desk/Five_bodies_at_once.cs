using System.Net;
using EGov.Engine;
using EGov.Runtime.Audit;
using EGov.Runtime.Outbox;
using EGov.Web.Tests.Browser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace EGov.Web.Tests.Desk;

/// <summary>One case, five bodies, each officer at a screen of his own.</summary>
public sealed class Five_bodies_at_once(BrowserOffice office) : IClassFixture<BrowserOffice>
{
    [BrowserFact]
    public async Task finish_one_case_in_parallel_although_one_returns_it_and_one_delegates()
    {
        var registration = await AcceptedAsync();
        await using var tax = await SitDownAsync("tax.officer", "tax");
        await using var commerce = await SitDownAsync("commerce.officer", "commerce");
        await using var finance = await SitDownAsync("finance.officer", "finance");
        await using var helper = await SitDownAsync("finance.helper", "finance");
        await using var investment = await SitDownAsync("investment.officer", "investment-centre");
        await using var planning = await SitDownAsync("planning.officer", "planning");

        await ReturnsAsync(tax, registration, "住所证明与申请不一致，请窗口核对。");
        await registration.CompleteAsync("registrar.one", "registrar", "Accepted", "已核对。");
        await AddsSignerAsync(commerce, registration, "planning");
        await DelegatesAsync(finance, registration, "finance.helper");
        await ApprovesAsync(helper, registration, "代办：出资情况符合。");
        await Task.WhenAll(
            ApprovesAsync(tax, registration, "无欠税记录。"), ApprovesAsync(commerce, registration, "同意。"), ApprovesAsync(finance, registration, "同意经办意见。"),
            ApprovesAsync(investment, registration, "同意。"), ApprovesAsync(planning, registration, "用途符合规划。"));

        await commerce.Page.GotoAsync($"cases/{registration.Number}");
        await Assertions.Expect(commerce.Page.Locator(".eg-sign .is-done")).ToHaveCountAsync(5);
        await Assertions.Expect(commerce.Page.Locator(".eg-tl").First).ToContainTextAsync("用途符合规划");
        await commerce.ShootAsync("desk-case-five-bodies");
        Assert.NotEqual(0, await registration.WorkItemOfAsync("registration-head"));
        var told = (await office.Services.GetRequiredService<MessageBoard>().OfCaseAsync(new CaseId(registration.Number))).Where(message => message.Template == "party-finished").Select(message => message.Arguments["party"]);
        Assert.Equal(["commerce", "finance", "investment-centre", "planning", "tax"], told.Order(StringComparer.Ordinal));
        Assert.Null((await office.Services.GetRequiredService<Verification>().RunAsync(new CaseId(registration.Number))).Difference);
        Assert.All([tax, commerce, finance, helper, investment, planning], visit => Assert.Empty(visit.Complaints));
    }

    [BrowserFact]
    public async Task are_reached_by_keys_and_a_draft_outlives_the_session()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        await using var visit = await SitDownAsync("types.fast", "fire");
        var page = visit.Page;
        await page.GotoAsync($"cases/{licence.Number}");
        await page.Keyboard.PressAsync("a");
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("已签收");
        await page.Keyboard.PressAsync("e");
        await page.Keyboard.TypeAsync("rust 拟同意 s");
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("s");
        await Assertions.Expect(page.Locator("[role=status]")).ToContainTextAsync("拟办意见已保存");
        await visit.ForgetSessionAsync();
        await page.GotoAsync($"cases/{licence.Number}");
        await page.FillAsync("#u", "types.fast");
        await page.FillAsync("#p", "Only-4-tests!");
        await page.ClickAsync("button.btn-primary");
        await Assertions.Expect(page.Locator("textarea[name=text]")).ToHaveValueAsync("rust 拟同意 s");
        await page.Keyboard.PressAsync("r");
        await Assertions.Expect(page.Locator("h1")).ToHaveTextAsync("退回");
        Assert.Empty(visit.Complaints);
    }

    private async Task<FoodLicence> AcceptedAsync()
    {
        var form = new { applicantName = "王小满", idType = "resident-id", idNumber = "11010519491231002X", mobile = "13800000000", companyName = "味小满餐饮有限公司", address = "海潮路 1 号", scope = "餐饮服务" };
        var receipt = await office.Citizen().ActAsync("api/items/enterprise-registration/applications", new { form, choices = new { changeType = "new" } }).MustAsync(HttpStatusCode.Created).JsonAsync();
        var registration = new FoodLicence(office, receipt.GetProperty("case").GetString()!, receipt.GetProperty("queryPassword").GetString()!);
        await registration.CompleteAsync("registrar.one", "registrar", "Accepted");
        return registration;
    }

    private async Task<Visit> SitDownAsync(string name, string party)
    {
        var visit = await Visit.BeginAsync(office);
        await visit.SignInAsync(office, name, party);
        return visit;
    }

    private static async Task ApprovesAsync(Visit visit, FoodLicence registration, string opinion)
    {
        await visit.Page.GotoAsync($"cases/{registration.Number}");
        await visit.Page.FillAsync("textarea[name=text]", opinion);
        await visit.Page.ClickAsync("button[name=option][value=Approved]");
        await Assertions.Expect(visit.Page.Locator("[role=status]")).ToContainTextAsync("已办理");
    }

    private static async Task ReturnsAsync(Visit visit, FoodLicence registration, string reason)
    {
        await visit.Page.GotoAsync($"cases/{registration.Number}");
        await visit.Page.ClickAsync("a[href*='/acts/return']");
        await visit.Page.CheckAsync("[name=option][value=Accept1]");
        await SaysSoAsync(visit, reason, "已退回");
    }

    private static async Task AddsSignerAsync(Visit visit, FoodLicence registration, string party)
    {
        await visit.Page.GotoAsync($"cases/{registration.Number}");
        await visit.Page.ClickAsync(".eg-act details > summary");
        await visit.Page.ClickAsync("a[href*='/acts/add-signer']");
        await visit.Page.CheckAsync($"[name=option][value={party}]");
        await SaysSoAsync(visit, "经营场所改变用途，请规划部门一并会签。", "已加签");
    }

    private static async Task DelegatesAsync(Visit visit, FoodLicence registration, string colleague)
    {
        await visit.Page.GotoAsync($"cases/{registration.Number}");
        await visit.Page.ClickAsync(".eg-act details > summary");
        await visit.Page.ClickAsync("a[href*='/acts/delegate']");
        await visit.Page.SelectOptionAsync("#to", colleague);
        await SaysSoAsync(visit, "出差，请代办。", "已委派");
    }

    private static async Task SaysSoAsync(Visit visit, string text, string toast)
    {
        await visit.Page.FillAsync("#text", text);
        await visit.Page.ClickAsync("#do");
        await Assertions.Expect(visit.Page.Locator("[role=status]")).ToContainTextAsync(toast);
    }
}
