using EGov.Web.Tests.Browser;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;

namespace EGov.Web.Tests.Desk;

public sealed class A_clerks_morning(BrowserOffice office) : IClassFixture<BrowserOffice>
{
    [BrowserFact]
    public async Task from_sign_in_to_finished_work_without_a_mouse()
    {
        await using var own = new BrowserOffice();
        var licences = new[] { await FoodLicence.ApplyAsync(own), await FoodLicence.ApplyAsync(own) }.OrderBy(licence => licence.Number, StringComparer.Ordinal).ToArray();
        await using var visit = await Visit.BeginAsync(own, "en");
        await own.CreateAccountAsync("early", 0, "food-intake");
        var (page, keys) = (visit.Page, visit.Page.Keyboard);
        await page.GotoAsync("sign-in");
        await page.Locator("#u").FocusAsync();
        await keys.TypeAsync("early");
        await keys.PressAsync("Tab");
        await keys.TypeAsync("Only-4-tests!");
        await keys.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("My work");

        // The second tray; the first line; the preview follows; claim it.
        await keys.PressAsync("2");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("To be claimed");
        await keys.PressAsync("j");
        await Expect(page.Locator("#peek")).ToContainTextAsync(licences[0].Number);
        await visit.ShootAsync("desk-party");
        await keys.PressAsync("a");
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Claimed");
        await Expect(page.Locator($"#row-{licences[0].Number}-1")).ToHaveCountAsync(0);

        // The other by the batch.
        await keys.PressAsync("j");
        await keys.PressAsync("x");
        await Expect(page.Locator("#batch strong")).ToContainTextAsync("1 selected");
        await page.Locator("#batch [formaction]").PressAsync("Enter");
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(0);
        await keys.PressAsync("g");
        await keys.PressAsync("i");
        await Expect(page.Locator("[data-row]")).ToHaveCountAsync(2);

        // Both are alike and finished together, once a page has asked how.
        await keys.PressAsync("j");
        await keys.PressAsync("x");
        await keys.PressAsync("j");
        await keys.PressAsync("x");
        await page.Locator("[data-batch-like]").PressAsync("Enter");
        await page.GetByLabel("Ready", new() { Exact = true }).PressAsync("Space");
        await page.Locator("#opinion").PressAsync("Control+Enter");
        await Expect(page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync("2 of 2 completed");
        Assert.Equal(2, await licences[1].WorkItemOfAsync("food-intake"));
        Assert.Empty(visit.Complaints);
    }

    [BrowserFact]
    public async Task from_the_list_to_the_opinion_the_decision_and_the_next_case_without_a_mouse()
    {
        await using var own = new BrowserOffice();
        var licences = new[] { await FoodLicence.AcceptedAsync(own), await FoodLicence.AcceptedAsync(own) }.OrderBy(licence => licence.Number, StringComparer.Ordinal).ToArray();
        await using var visit = await Visit.BeginAsync(own, "en");
        await visit.SignInAsync(own, "by-keys", "fire", "lead");
        var (page, keys) = (visit.Page, visit.Page.Keyboard);
        await page.GotoAsync("desk/party");
        await Expect(page.Locator(".eg-item.is-new")).ToHaveCountAsync(2);
        await visit.ShootAsync("desk-unread");
        await keys.PressAsync("j");
        await keys.PressAsync("e");
        await Expect(page.Locator("textarea[name=text]")).ToBeFocusedAsync();
        await keys.TypeAsync("疏散通道、灭火器符合。");
        await TabToAsync(page, "button[name=option][value=Approved]");
        await keys.PressAsync("Enter");
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("Done: Three bodies sign in parallel");

        // The next case of the list; watched, looked up, copied and assigned by keys as well.
        await keys.PressAsync("j");
        await page.WaitForURLAsync($"**/cases/{licences[1].Number}?from=*");
        await visit.ShootAsync("desk-case-doors");
        await keys.PressAsync("w");
        await Expect(page.GetByRole(AriaRole.Status).First).ToContainTextAsync("You now watch this case");
        await keys.PressAsync("c");
        await page.WaitForURLAsync("**/copy?from=*");
        await page.GoBackAsync();
        await keys.PressAsync("d");
        await page.WaitForURLAsync("**/lead/assign/*");
        await keys.PressAsync("/");
        await keys.TypeAsync(licences[0].Number);
        await keys.PressAsync("Enter");
        await page.WaitForURLAsync($"**/cases/{licences[0].Number}");
        await keys.PressAsync("?");
        await Expect(page.Locator("#keys")).ToContainTextAsync("Copy to an officer");
        Assert.Empty(visit.Complaints);
    }

    [BrowserFact]
    public async Task a_list_that_stands_open_changes_by_itself_and_can_be_paused()
    {
        await using var visit = await Visit.BeginAsync(office, "en");
        await visit.Page.Clock.InstallAsync();
        await visit.SignInAsync(office, "waits-for-work", "food-intake");
        await visit.Page.GotoAsync("desk/party");
        var first = await FoodLicence.ApplyAsync(office);
        await visit.Page.Clock.FastForwardAsync("00:31");
        await Expect(visit.Page.Locator($"#row-{first.Number}-1")).ToBeVisibleAsync();

        await visit.Page.GetByText("Pause updates").ClickAsync();
        var asked = 0;
        visit.Page.Request += (_, _) => asked++;
        var second = await FoodLicence.ApplyAsync(office);
        await visit.Page.Clock.FastForwardAsync("00:31");
        await Expect(visit.Page.Locator($"#row-{second.Number}-1")).ToHaveCountAsync(0);
        Assert.Equal(0, asked);
        await visit.Page.ReloadAsync();
        await Expect(visit.Page.Locator($"#row-{second.Number}-1")).ToBeVisibleAsync();
    }

    [BrowserFact]
    public async Task filters_survive_reloading_and_are_kept_under_a_name()
    {
        await FoodLicence.ApplyAsync(office);
        await using var visit = await Visit.BeginAsync(office, "en");
        await visit.SignInAsync(office, "keeps-filters", "food-intake");
        var page = visit.Page;
        await page.GotoAsync("desk/party");
        await page.Locator("select[name=due]").SelectOptionAsync("soon");
        await page.WaitForURLAsync("**/desk/party?*due=soon*");
        await page.ReloadAsync();
        await Expect(page.Locator("select[name=due]")).ToHaveValueAsync("soon");
        await page.GetByRole(AriaRole.Link, new() { Name = "Saved filters" }).ClickAsync();
        await page.FillAsync("#name", "Soon");
        await page.Locator("#name").PressAsync("Enter");
        await page.GotoAsync("desk");
        await page.GetByRole(AriaRole.Link, new() { Name = "Soon", Exact = true }).ClickAsync();
        await Expect(page.Locator("select[name=due]")).ToHaveValueAsync("soon");
    }

    [BrowserFact]
    public async Task a_key_that_is_off_does_nothing_and_none_acts_while_somebody_types()
    {
        await FoodLicence.ApplyAsync(office);
        await using var visit = await Visit.BeginAsync(office, "en");
        await visit.SignInAsync(office, "types", "food-intake");
        var page = visit.Page;
        await page.GotoAsync("desk/party");
        await page.Keyboard.PressAsync("/");
        await page.Keyboard.TypeAsync("jax?");
        await Expect(page.Locator("input[name=word]")).ToHaveValueAsync("jax?");
        await Expect(page.Locator(".is-here")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("Escape");
        await page.Keyboard.PressAsync("?");
        await Expect(page.Locator("#keys")).ToBeVisibleAsync();

        await page.GotoAsync("desk/settings");
        await page.Locator("input[value=j]").UncheckAsync();
        await page.GetByRole(AriaRole.Button, new() { Name = "Save" }).ClickAsync();
        await page.GotoAsync("desk/party");
        await page.Keyboard.PressAsync("j");
        await Expect(page.Locator(".is-here")).ToHaveCountAsync(0);
        await page.Keyboard.PressAsync("k");
        await Expect(page.Locator(".is-here")).ToHaveCountAsync(1);
    }

    [BrowserTheory]
    [InlineData("zh-CN", 1440)]
    [InlineData("zh-CN", 360)]
    [InlineData("en", 1440)]
    [InlineData("en", 360)]
    public async Task every_page_of_the_desk_is_open_to_everyone(string language, int width)
    {
        await FoodLicence.ApplyAsync(office);
        await using var visit = await Visit.BeginAsync(office, language, width);
        await office.CreateAccountAsync($"walker-{language}-{width}", 0, ["food-intake"], ["lead"]);
        await visit.Page.GotoAsync("sign-in");
        await visit.Page.FillAsync("#u", $"walker-{language}-{width}");
        await visit.Page.FillAsync("#p", "Only-4-tests!");
        await visit.Page.ClickAsync("button.btn-primary");
        foreach (var (name, address) in new[] { ("desk", "desk/party"), ("desk-empty", "desk"), ("desk-done", "desk/done"), ("desk-filters", "desk/filters?keep=%2Fdesk"), ("desk-settings", "desk/settings"), ("notices", "notices"), ("assignments", "desk/assignments"), ("lead", "lead"), ("lead-held", "lead/held?party=food-intake") })
        {
            await visit.Page.GotoAsync(address);
            await visit.ShootAsync(name);
            Assert.Empty(await visit.BarriersAsync());
            Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), name);
        }

        Assert.Empty(visit.Strays);
    }

    private static async Task TabToAsync(IPage page, string wanted)
    {
        for (var step = 0; step < 60 && !await page.EvaluateAsync<bool>("wanted => document.activeElement.matches(wanted)", wanted); step++) await page.Keyboard.PressAsync("Tab");
    }
}
