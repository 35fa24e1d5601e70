using EGov.Web.Tests.Browser;

namespace EGov.Web.Tests.Portal;

public sealed class The_days_of_a_case(BrowserOffice office) : IClassFixture<BrowserOffice>
{
    private static readonly (string, string)[] Times = [("zh-CN", "1440"), ("zh-CN", "360"), ("en", "1440"), ("en", "360")];

    [BrowserFact]
    public async Task are_shown_one_by_one()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        await licence.CompleteAsync("chen.bo", "food-inspection", "Passed");
        office.Time.Advance(TimeSpan.FromDays(4));
        foreach (var (language, width) in Times)
        {
            await using var visit = await Visit.BeginAsync(office, language, int.Parse(width, System.Globalization.CultureInfo.InvariantCulture));
            await visit.Page.GotoAsync("/track?number=" + licence.Number);
            await visit.Page.FillAsync("#password", licence.Password);
            await visit.Page.ClickAsync("main form button");
            await visit.ShootAsync("portal-case-days");
            Assert.Empty(await visit.BarriersAsync());
            Assert.Equal(4, await visit.Page.Locator(".eg-day.is-used").CountAsync());
            Assert.Equal(5, await visit.Page.Locator(".eg-day.is-left").CountAsync());
            Assert.Equal(1, await visit.Page.Locator(".eg-day.is-due").CountAsync());
        }
    }

    [BrowserFact]
    public async Task every_page_of_an_application_can_be_walked_by_keyboard()
    {
        await using var visit = await Visit.BeginAsync(office, script: false);
        await visit.Page.GotoAsync("/items/labour-arbitration/apply");
        await WalkAsync(visit, "main form button");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/apply/1");
        await WalkAsync(visit, "[name=applicantName]");
        await visit.Page.Keyboard.TypeAsync("李雷");
        await WalkAsync(visit, "[name=idType]");
        await visit.Page.Keyboard.PressAsync("Space");
        await WalkAsync(visit, "[name=idNumber]");
        await visit.Page.Keyboard.TypeAsync("11010519491231002X");
        await WalkAsync(visit, "[name=mobile]");
        await visit.Page.Keyboard.TypeAsync("13800000000");
        await visit.Page.Keyboard.PressAsync("Enter");
        await visit.Page.WaitForURLAsync("**/apply/2");
    }

    /// <summary>Presses Tab until the focus is where it should come; it must come there before thirty presses.</summary>
    private static async Task WalkAsync(Visit visit, string to)
    {
        for (var press = 0; press < 30; press++)
        {
            await visit.Page.Keyboard.PressAsync("Tab");
            if (await visit.Page.EvaluateAsync<bool>("to => document.activeElement.matches(to)", to)) return;
        }

        Assert.Fail($"The focus does not come to {to}.");
    }
}
