using EGov.Web.Tests.Browser;
using Microsoft.Playwright;

namespace EGov.Web.Tests.Portal;

/// <summary>What an applicant does on the portal, page by page; every page is photographed, searched for barriers and, narrow, walked through by keyboard.</summary>
/// <param name="visit">His browser, which runs no script.</param>
/// <param name="glass">Another one that does, to look for barriers in what he was shown: axe-core is a script.</param>
internal sealed class Applicant(Visit visit, Visit glass)
{
    private readonly IPage page = visit.Page;

    public async Task BeginsAsync(string item)
    {
        await page.GotoAsync("/");
        await page.FillAsync("#q", "面馆");
        await page.ClickAsync(".eg-search button");
        await page.ClickAsync($".eg-found a[href='/items/{item}']");
        await page.GotoAsync($"/items/{item}/apply");
        await LooksAsync("apply-begin");
        await page.ClickAsync("main form button");
        await LooksAsync("apply-who");
    }

    public async Task SaysWhoHeIsAsync()
    {
        await page.FillAsync("[name=applicantName]", "王小满");
        await page.CheckAsync("[name=idType][value=resident-id]");
        await page.FillAsync("[name=idNumber]", "110105194912310021");
        await page.FillAsync("[name=mobile]", "１３８００００００００");
        await GoesOnAsync();
        await LooksAsync("apply-who-wrong");
        Assert.Equal("true", await page.GetAttributeAsync("[name=idNumber]", "aria-invalid"));
        Assert.Equal(1, await page.Locator(".eg-errsum li").CountAsync());
        await page.FillAsync("[name=idNumber]", "11010519491231002x");
        await GoesOnAsync();
        Assert.EndsWith("/apply/2", page.Url, StringComparison.Ordinal);
    }

    public async Task DescribesTheBusinessAsync()
    {
        await page.FillAsync("[name=businessName]", "小满面馆");
        await page.FillAsync("[name=creditCode]", "91350100M000100Y43");
        await page.CheckAsync("[name='choices.businessForm'][value=catering]");
        await GoesOnAsync();
        await page.FillAsync("[name=address]", "海潮路 1 号");
        await page.FillAsync("[name=areaSquareMetres]", "约八十六");
        await page.CheckAsync("[name=fumes][value=not-yet-purified]");
        await GoesOnAsync();
        await LooksAsync("apply-premises-wrong");
        await page.FillAsync("[name=areaSquareMetres]", "86.5");
        await GoesOnAsync();
        await page.FillAsync("[name=purifierBy]", "2026-01-20");
        await GoesOnAsync();
        Assert.EndsWith("/apply/materials", page.Url, StringComparison.Ordinal);
    }

    public async Task UploadsAsync(FilePayload wrong, FilePayload right)
    {
        await page.SetInputFilesAsync("#f-floor-plan", wrong);
        await page.ClickAsync("form:has(#f-floor-plan) button");
        await LooksAsync("apply-materials-wrong");
        await page.SetInputFilesAsync("#f-floor-plan", right);
        await page.ClickAsync("form:has(#f-floor-plan) button");
        Assert.Equal(1, await page.Locator(".eg-file").CountAsync());
        await LooksAsync("apply-materials");
        await page.ClickAsync("button[name=later]");
        await LooksAsync("apply-saved");
        var code = await page.TextContentAsync(".eg-done dd");
        await page.ClickAsync("main form button");
        await page.GotoAsync("/resume");
        await LooksAsync("apply-resume");
        await page.FillAsync("#code", code!.ToLowerInvariant());
        await page.ClickAsync("main form button");
        await page.ClickAsync("main form a.btn-primary");
        await GoesOnAsync();
    }

    public async Task<FoodLicence> HandsInAsync(Office office)
    {
        await LooksAsync("apply-check");
        await GoesOnAsync();
        await LooksAsync("apply-receipt");
        var (number, password) = (await page.TextContentAsync("#case-number"), await page.TextContentAsync("#query-password"));
        Assert.DoesNotContain(number!, page.Url, StringComparison.Ordinal);
        await page.ClickAsync("main form button");
        return new(office, number!, password!.Replace(" ", "", StringComparison.Ordinal));
    }

    public async Task EntersAsync(FoodLicence licence)
    {
        await page.GotoAsync("/track/case");
        Assert.EndsWith("/track", page.Url, StringComparison.Ordinal);
        await page.FillAsync("#number", licence.Number.ToLowerInvariant());
        await page.FillAsync("#password", "00000000");
        await GoesOnAsync();
        await LooksAsync("track-wrong");
        await page.FillAsync("#password", licence.Password);
        await GoesOnAsync();
        Assert.EndsWith("/track/case", page.Url, StringComparison.Ordinal);
        Assert.Contains("布局图缺库房", await page.ContentAsync(), StringComparison.Ordinal);
        await LooksAsync("case-asked");
    }

    public async Task SuppliesAsync(FilePayload document)
    {
        await page.ClickAsync("a[href='/track/case/supply']");
        await page.SelectOptionAsync("#material", "floor-plan");
        await page.SetInputFilesAsync("#file", document);
        await page.ClickAsync("form:has(#file) button");
        await LooksAsync("case-supply");
        await GoesOnAsync();
        await LooksAsync("case-supplied");
        Assert.Equal(0, await page.Locator("a[href='/track/case/supply']").CountAsync());
    }

    public async Task WritesAsync(FoodLicence licence, Office office)
    {
        await page.ClickAsync("a[href='/track/case/messages']");
        await page.FillAsync("#text", "图纸可以手绘吗？");
        await GoesOnAsync();
        var officer = await office.OfficerAsync("wang.fang", "food-intake");
        await officer.ActAsync($"{licence.Case}/messages", new { text = "可以，标明尺寸就行。" }).MustAsync(System.Net.HttpStatusCode.NoContent);
        await page.GotoAsync("/track/case");
        Assert.Equal(1, await page.Locator("aside li strong").CountAsync());
        await page.ClickAsync("a[href='/track/case/messages']");
        await LooksAsync("case-messages");
        Assert.Contains("标明尺寸", await page.ContentAsync(), StringComparison.Ordinal);
        Assert.DoesNotContain("wang.fang", await page.ContentAsync(), StringComparison.Ordinal);
        await page.GotoAsync("/track/case/contact");
        await LooksAsync("case-contact");
        await page.GotoAsync("/track/case/withdraw");
        await LooksAsync("case-withdraw");
    }

    public async Task DownloadsAsync(string content)
    {
        await page.GotoAsync("/track/case");
        await LooksAsync("case-closed");
        var download = await page.RunAndWaitForDownloadAsync(() => page.ClickAsync("main a.btn-primary[href*='/documents/']"));
        Assert.Equal(content, await File.ReadAllTextAsync(await download.PathAsync()));
    }

    public async Task RatesAsync(int grade, string text)
    {
        await page.ClickAsync("a[href='/track/case/rate']");
        await page.CheckAsync($"[name=grade][value='{grade}']");
        await GoesOnAsync();
        await LooksAsync("case-rate");
        await page.FillAsync("#text", text);
        await GoesOnAsync();
        await page.GotoAsync("/track/case/rate");
        Assert.EndsWith("/track/case", page.Url, StringComparison.Ordinal);
    }

    public async Task RatesAgainAsync(int grade)
    {
        await page.GotoAsync("/track/case");
        await page.ClickAsync("a[href='/track/case/rate']");
        await LooksAsync("case-rate-again");
        await page.CheckAsync($"[name=grade][value='{grade}']");
        await GoesOnAsync();
        await LooksAsync("case-rated");
        Assert.Equal(0, await page.Locator("a[href='/track/case/rate']").CountAsync());
    }

    /// <summary>The page as it is: a picture, no barrier, nothing that runs off its side.</summary>
    public async Task LooksAsync(string name)
    {
        await visit.ShootAsync("portal-" + name);
        Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), name);
        var (address, shown) = (page.Url.Split('#')[0], await page.ContentAsync());
        await glass.Page.RouteAsync(address, route => route.FulfillAsync(new() { Body = shown, ContentType = "text/html; charset=utf-8" }));
        await glass.Page.GotoAsync(address);
        Assert.Empty(await glass.BarriersAsync());
        if (page.ViewportSize!.Width == 360) Assert.Empty(await KeyboardWalk.BarriersAsync(glass.Page));
        await glass.Page.UnrouteAsync(address);
    }

    private Task GoesOnAsync() => page.ClickAsync("main form button.btn-primary");
}
