using System.Text.Json;
using EGov.Runtime.Catalog;
using EGov.Web.Tests.Browser;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Playwright;

namespace EGov.Web.Tests.Redesign;

/// <summary>What an analyst does in Elsa Studio, with the mouse, in Chinese.</summary>
public sealed class Redesigning_a_licence(BrowserOffice office) : IClassFixture<BrowserOffice>
{
    private const string Item = "food-business-licence";

    [BrowserFact]
    public async Task a_third_sign_off_is_drawn_checked_published_and_taken_by_new_cases_only()
    {
        var older = await FoodLicence.AcceptedAsync(office);
        await using var visit = await Visit.BeginAsync(office, width: 1920, height: 1080);
        await visit.SignInAsync(office, "li.hua", "analyst");
        await visit.Page.GotoAsync("designer");
        await visit.ShootAsync("redesign-1-shelf");

        await visit.Page.GotoAsync($"designer/{Item}");
        var studio = new StudioCanvas(visit.Page);
        await studio.ReadyAsync();
        Assert.Equal(["受理", "办理", "时限", "结果", "通知"], (await studio.GroupsAsync())[..5]);
        await visit.ShootAsync("redesign-2-open");

        var box = await studio.DropAsync("办理", "并联会签", below: "SiteInspection1", right: 100, down: 120);
        await studio.ConnectAsync("Accept1", "Accepted", box);
        await studio.ConnectAsync(box, "Approved", "Join1");
        await studio.SelectAsync(box);
        foreach (var party in new[] { "(food-head)", "(service-centre)", "(fire)" }) await studio.TickAsync(party);
        await studio.ChooseAsync("通过规则", "一个同意");
        await visit.ShootAsync("redesign-3-drawn");
        Assert.Empty(await LatinWords.LeftAsync(studio.Inside, Written));
        Assert.Empty(await LatinWords.LeftAsync(visit.Page.MainFrame, Written));

        var problems = visit.Page.Locator("#problems .eg-feed > li");
        await Assertions.Expect(problems).ToHaveCountAsync(1);
        await Assertions.Expect(problems).ToContainTextAsync("不同意");
        await visit.Page.ClickAsync("#publish-button a");
        await visit.Page.FillAsync("#reason", "消防、服务中心和分管负责人一家同意即可，不再逐家跑");
        await visit.Page.ClickAsync("button.btn-primary");
        await Assertions.Expect(visit.Page.Locator(".eg-errsum")).ToContainTextAsync("不同意");
        Assert.Equal(2, office.Services.GetRequiredService<WorkflowCatalog>().Published(Item)!.Version);
        await visit.ShootAsync("redesign-4-refused");

        await visit.Page.ClickAsync(".eg-errsum a");
        await studio.ReadyAsync();
        await studio.ConnectAsync(box, "Rejected", "Join1");
        await Assertions.Expect(problems).ToHaveCountAsync(0);
        await visit.ShootAsync("redesign-5-mended");
        await visit.Page.ClickAsync("#publish-button a");
        await visit.Page.FillAsync("#reason", "消防、服务中心和分管负责人一家同意即可，不再逐家跑");
        await visit.Page.ClickAsync("button.btn-primary");
        await visit.Page.WaitForURLAsync("**/designer");
        await visit.ShootAsync("redesign-6-published");

        var newer = await FoodLicence.AcceptedAsync(office);
        Assert.Equal(["fire", "food-head", "food-inspection", "food-review", "service-centre", "urban-management"], (await OpenPartiesAsync(newer)).Distinct());
        Assert.Equal(["fire", "food-inspection", "food-review", "urban-management"], await OpenPartiesAsync(older));
        await visit.Page.GotoAsync($"designer/{Item}/compare/2/3");
        await Assertions.Expect(visit.Page.Locator("svg.eg-flow .new .sign").First).ToBeVisibleAsync();
        Assert.Empty(await LatinWords.LeftAsync(visit.Page.MainFrame, Written));
        await visit.ShootAsync("redesign-7-compared");

        await FinishAsync(older);
        Assert.Equal("closed", (await older.TrackedAsync()).GetProperty("status").GetString());

        Assert.Empty(visit.Strays);
        Assert.All(visit.Complaints, complaint => Assert.Contains("409", complaint, StringComparison.Ordinal)); // the refused publishing
    }

    [BrowserFact]
    public async Task a_session_that_ends_in_the_middle_takes_no_draft_with_it()
    {
        await using var visit = await Visit.BeginAsync(office, width: 1920, height: 1080);
        await visit.SignInAsync(office, "li.gui", "analyst");
        await visit.Page.GotoAsync("designer/labour-arbitration");
        var studio = new StudioCanvas(visit.Page);
        await studio.ReadyAsync();
        await visit.ForgetSessionAsync();
        var box = await studio.TryDropAsync("通知", "短信");
        await Assertions.Expect(visit.Page.Locator("#notice-ended")).ToBeVisibleAsync();
        await visit.ShootAsync("redesign-session-ended");

        var other = await visit.Page.RunAndWaitForPopupAsync(() => visit.Page.ClickAsync("#notice-ended a"));
        await other.FillAsync("#u", "li.gui");
        await other.FillAsync("#p", "Only-4-tests!");
        await other.ClickAsync("button.btn-primary");
        await Assertions.Expect(visit.Page.Locator("#notice-ended")).ToHaveCountAsync(0);
        await Assertions.Expect(visit.Page.Locator("#draft-line")).ToContainTextAsync("第 3 版");
        var stored = await (await office.OfficerAsync("li.zhi", "analyst")).AskAsync("elsa/api/workflow-definitions/by-definition-id/labour-arbitration?versionOptions=Latest").MustAsync().JsonAsync();
        Assert.Contains(box, stored.GetProperty("root").GetRawText(), StringComparison.Ordinal);
    }

    private static readonly string[] Written = [.. LatinWords.OfTheItems(), "li.hua", "SignOff2"];

    private static async Task FinishAsync(FoodLicence licence)
    {
        foreach (var (officer, party, choice) in new[]
        {
            ("li.na", "food-review", "Approved"), ("zhao.lei", "fire", "Approved"), ("sun.yan", "urban-management", "Approved"), ("chen.bo", "food-inspection", "Passed"),
            ("zhou.min", "food-decision", "Granted"), ("wang.fang", "food-intake", "Done"),
        })
            await licence.CompleteAsync(officer, party, choice);
    }

    private async Task<string[]> OpenPartiesAsync(FoodLicence licence)
    {
        var shown = await (await office.OfficerAsync("auditor", "auditor")).AskAsync(licence.Case).MustAsync().JsonAsync();
        return
        [
            .. shown.GetProperty("workItems").EnumerateArray().Where(item => item.GetProperty("completedBy").ValueKind == JsonValueKind.Null)
                .Select(item => item.GetProperty("party").GetString()!).Order(StringComparer.Ordinal),
        ];
    }
}
