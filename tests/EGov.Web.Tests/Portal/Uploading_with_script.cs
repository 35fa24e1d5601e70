using EGov.Web.Tests.Browser;

namespace EGov.Web.Tests.Portal;

public sealed class Uploading_with_script(BrowserOffice office) : IClassFixture<BrowserOffice>
{
    [BrowserFact]
    public async Task shows_how_far_it_has_come_and_tells_what_is_wrong()
    {
        await using var visit = await Visit.BeginAsync(office);
        var page = visit.Page;
        await page.GotoAsync("/items/food-business-licence/apply");
        await page.ClickAsync("main form button");
        await page.GotoAsync("/items/food-business-licence/apply/materials");
        await page.SetInputFilesAsync("#f-floor-plan", new Microsoft.Playwright.FilePayload { Name = "plan.pdf", MimeType = "application/pdf", Buffer = "MZ no plan"u8.ToArray() });
        await page.ClickAsync("form:has(#f-floor-plan) button");
        await page.WaitForSelectorAsync(".eg-errsum");

        await page.GotoAsync("/items/food-business-licence/apply/materials");
        await page.SetInputFilesAsync("#f-floor-plan", new Microsoft.Playwright.FilePayload { Name = "plan.pdf", MimeType = "application/pdf", Buffer = [.. "%PDF-1.7 "u8, .. new byte[3_000_000]] });
        await page.ClickAsync("form:has(#f-floor-plan) button");
        await page.WaitForSelectorAsync(".eg-file");
        Assert.DoesNotContain(visit.Complaints, complaint => !complaint.Contains("422", StringComparison.Ordinal));
    }
}
