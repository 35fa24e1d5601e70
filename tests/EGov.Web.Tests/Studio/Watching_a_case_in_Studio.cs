using EGov.Web.Tests.Browser;
using Microsoft.Playwright;

namespace EGov.Web.Tests.Studio;

/// <summary>Studio's own viewer, in a real browser.</summary>
public sealed class Watching_a_case_in_Studio(BrowserOffice office) : IClassFixture<BrowserOffice>
{
    [BrowserFact]
    public async Task shows_where_it_stands_and_follows_what_officers_do()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        await using var visit = await Visit.BeginAsync(office);
        await visit.SignInAsync(office, "watcher", "auditor");
        await visit.Page.GotoAsync($"designer/studio/index.html?show=viewer&id={licence.Number}", new() { Timeout = 120_000 });
        var boxes = visit.Page.Locator(".x6-node");
        await Assertions.Expect(boxes).ToHaveCountAsync(16, new() { Timeout = 120_000 });
        await Assertions.Expect(BadgeOf(visit, "Accept1")).ToHaveTextAsync("1");
        await Assertions.Expect(BadgeOf(visit, "SiteInspection1")).ToHaveTextAsync("0");
        await visit.ShootAsync("studio-viewer");

        await licence.CompleteAsync("chen.bo", "food-inspection", "Passed");
        await Assertions.Expect(BadgeOf(visit, "SiteInspection1")).ToHaveTextAsync("1", new() { Timeout = 30_000 });
        await visit.Page.EvaluateAsync("window.postMessage({ kind: 'show', activity: 'SignOff1' }, location.origin)");
        await Assertions.Expect(visit.Page.GetByText("Workflow1:Flowchart1:SignOff1", new() { Exact = true }).First).ToBeVisibleAsync(new() { Timeout = 30_000 });
        await visit.ShootAsync("studio-viewer-box");
        Assert.Empty(visit.Complaints);
        Assert.Empty(visit.Strays);
    }

    private static ILocator BadgeOf(Visit visit, string box) => visit.Page.Locator($".x6-node[data-cell-id='{box}'] .mud-badge");
}
