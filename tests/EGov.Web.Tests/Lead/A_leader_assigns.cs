using EGov.Web.Tests.Browser;
using static Microsoft.Playwright.Assertions;

namespace EGov.Web.Tests.Lead;

public sealed class A_leader_assigns(BrowserOffice office) : IClassFixture<BrowserOffice>
{
    [BrowserFact]
    public async Task the_officer_hears_of_it_at_once_answers_and_the_leader_reads_it()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        await using var officer = await Visit.BeginAsync(office, "en");
        await officer.Page.Clock.InstallAsync();
        await officer.SignInAsync(office, "does-it", "food-intake");
        await using var leader = await Visit.BeginAsync(office, "en");
        await office.CreateAccountAsync("wants-it", 0, [], ["lead"]);
        await leader.Page.GotoAsync("sign-in?back=%2Flead");
        await leader.Page.FillAsync("#u", "wants-it");
        await leader.Page.FillAsync("#p", "Only-4-tests!");
        await leader.Page.ClickAsync("button.btn-primary");

        await leader.Page.FillAsync("#number", licence.Number);
        await leader.Page.Locator("#number").PressAsync("Enter");
        await leader.Page.FillAsync("#to", "does-it");
        await leader.Page.FillAsync("#text", "Please see to this today.");
        await leader.Page.FillAsync("#due", "2026-01-09");
        await leader.Page.Locator("#text").PressAsync("Control+Enter");
        await Expect(leader.Page.GetByText("no answer yet")).ToBeVisibleAsync();

        await officer.Page.Clock.FastForwardAsync("00:31");
        await Expect(officer.Page.Locator("#bell")).ToHaveAttributeAsync("aria-label", "1 unread notices");
        await officer.Page.ClickAsync("#bell");
        await officer.Page.ClickAsync(".eg-notice-list button");
        await officer.Page.FillAsync("textarea", "Done by noon.");
        await officer.Page.Locator("textarea").PressAsync("Control+Enter");
        await Expect(officer.Page.GetByText("the leader gets a notice")).ToBeVisibleAsync();

        await leader.Page.GotoAsync("lead");
        await Expect(leader.Page.GetByText("Done by noon.")).ToBeVisibleAsync();
        await leader.ShootAsync("lead-answered");
        Assert.Empty(leader.Complaints);
        Assert.Empty(officer.Complaints);
    }
}
