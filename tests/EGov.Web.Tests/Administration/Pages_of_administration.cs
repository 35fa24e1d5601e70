using EGov.Web.Tests.Browser;

namespace EGov.Web.Tests.Administration;

/// <summary>The administrators' room and everybody's own account in a real browser, in both languages, wide and narrow.</summary>
public sealed class Pages_of_administration(DistrictInBrowser office) : IClassFixture<DistrictInBrowser>
{
    private static readonly string[] Pages = ["officers", "officers/new", "officers/table-officer", "import", "calendar", "messages", "messages/food-business-licence/decision-made", "sessions", "log", "phrases", "access", "units", "units/new", "units/yunxi-street", "units/yunxi-affairs", "units/import", "delegations", "delegations/new"];

    [BrowserTheory]
    [InlineData("zh-CN", 1440)]
    [InlineData("zh-CN", 360)]
    [InlineData("en", 1440)]
    [InlineData("en", 360)]
    public async Task open_without_barriers(string language, int width)
    {
        await using var visit = await Visit.BeginAsync(office, language, width);
        await office.OfficerAsync("table-officer", "fire");
        await (await office.OfficerAsync("lender", "tax")).ActAsync("api/delegations", new { @delegate = "table-officer", from = "2026-01-05", until = "2026-01-09", reason = "外出培训", items = new[] { "elderly-card" } }, "once").MustAsync();
        await visit.SignInAsync(office, $"admin-{language}-{width}", "administrator");
        foreach (var page in Pages.Select(page => "/administration/" + page).Append("/account").Append("/account/delegations").Append("/account/delegations/new"))
        {
            await visit.Page.GotoAsync(page);
            await visit.ShootAsync(page[1..].Replace('/', '-'));
            Assert.Empty(await visit.BarriersAsync());
            Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), page);
        }

        Assert.Empty(visit.Strays);
        Assert.Empty(visit.Complaints);
    }
}
