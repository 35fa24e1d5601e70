namespace EGov.Web.Tests.Browser;

public sealed class Confirmations(BrowserOffice office) : IClassFixture<BrowserOffice>
{
    [BrowserTheory]
    [InlineData("zh-CN", 1440, true)]
    [InlineData("zh-CN", 360, true)]
    [InlineData("en", 1440, true)]
    [InlineData("en", 360, false)]
    public async Task are_seen_without_barriers_and_can_be_sent_away(string language, int width, bool script)
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        await using var visit = await Visit.BeginAsync(office, language, width, script: script);
        await visit.SignInAsync(office, $"confirms-{language}-{width}", "fire");
        await visit.Page.GotoAsync("/cases/" + licence.Number);
        await visit.Page.Locator("form[action$='/acts/claim'] button").First.ClickAsync();
        await visit.Page.WaitForURLAsync("**/cases/" + licence.Number);
        var told = visit.Page.Locator("[role=status][data-told]");
        Assert.Contains(licence.Number, await told.InnerTextAsync(), StringComparison.Ordinal);
        if (script) await visit.ShootAsync("case-told");
        if (script) Assert.Empty(await visit.BarriersAsync());
        // Looking for barriers opens every fold, and the user's menu lies over the line.
        await visit.Page.EvaluateAsync("document.querySelectorAll('details').forEach(fold => fold.open = false)");

        await told.GetByRole(Microsoft.Playwright.AriaRole.Link).ClickAsync();
        await Microsoft.Playwright.Assertions.Expect(told).ToHaveCountAsync(0);
        Assert.EndsWith("/cases/" + licence.Number, visit.Page.Url, StringComparison.Ordinal);
    }
}
