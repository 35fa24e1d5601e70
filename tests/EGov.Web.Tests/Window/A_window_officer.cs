using System.Text;
using System.Text.RegularExpressions;
using EGov.Web.Tests.Browser;
using Microsoft.Playwright;

namespace EGov.Web.Tests.Window;

/// <summary>A paper application at the window, in a real browser: taken in with a scan, receipt and letter printed, and never refused.</summary>
public sealed partial class A_window_officer(BrowserOffice office) : IClassFixture<BrowserOffice>
{
    private static readonly FilePayload Scan = new() { Name = "布局图.jpg", MimeType = "image/jpeg", Buffer = [0xFF, 0xD8, 0xFF, 0xE0, .. "a scan of the floor plan"u8] };
    private static readonly FilePayload Program = new() { Name = "布局图.jpg", MimeType = "image/jpeg", Buffer = "MZ not what its name says"u8.ToArray() };

    [BrowserTheory]
    [InlineData("zh-CN", 1440, false)]
    [InlineData("zh-CN", 360, true)]
    [InlineData("en", 1440, true)]
    [InlineData("en", 360, false)]
    public async Task takes_a_paper_application_in_and_prints_its_receipt_and_acceptance(string language, int width, bool script)
    {
        await using var visit = await Visit.BeginAsync(office, language, width, script: script);
        await using var glass = await Visit.BeginAsync(office, language, width);
        var (page, window) = (visit.Page, $"window-{language}-{width}");
        await visit.SignInAsync(office, window, "food-intake");

        await page.GotoAsync("/window");
        await LooksAsync("window-today");
        await page.ClickAsync("form[action='/window/items/food-business-licence'] button");
        await FillsInAsync(page);
        await LooksAsync("window-identity");
        await page.CheckAsync("[name=presence][value=self]");
        await GoesOnAsync(page);
        await LooksAsync("window-identity-wrong");
        await page.CheckAsync("[name=seen]");
        await GoesOnAsync(page);

        await page.CheckAsync("[name=state-floor-plan][value=original]");
        await page.CheckAsync("[name=state-safety-rules][value=missing]");
        await page.SetInputFilesAsync("[name=file-floor-plan]", Program);
        await GoesOnAsync(page);
        await page.WaitForSelectorAsync(".eg-errsum");
        Assert.True(await page.IsCheckedAsync("[name=state-safety-rules][value=missing]"));
        await LooksAsync("window-materials-wrong");
        await page.SetInputFilesAsync("[name=file-floor-plan]", Scan);
        await page.ClickAsync("button[name=upload][value=floor-plan]");
        await page.WaitForSelectorAsync(".eg-file");
        await LooksAsync("window-materials");
        await GoesOnAsync(page);
        await page.WaitForURLAsync("**/check");
        await LooksAsync("window-check");
        await GoesOnAsync(page);

        await page.WaitForURLAsync("**/window/receipt");
        var (number, password) = (await page.TextContentAsync("#case-number"), await page.TextContentAsync("#query-password"));
        await LooksAsync("letter-receipt");
        if (script) await PrintsOnOneSheetAsync(page);
        await page.GotoAsync($"/window/cases/{number}");
        await LooksAsync("window-case");
        Assert.Equal(["Accepted", "Supplement", "Refused"], await page.EvalOnSelectorAllAsync<string[]>("button[name=choice]", "all => all.map(one => one.value)"));
        await page.ClickAsync("button[name=choice][value=Accepted]");
        await page.ClickAsync("a[href$='/letters/acceptance']");
        await LooksAsync("letter-acceptance");
        if (script) await PrintsOnOneSheetAsync(page);

        await FollowsAsync(language, width, number!, password!);
        Assert.Empty(visit.Strays.Concat(glass.Strays));
        Assert.DoesNotContain(visit.Complaints, complaint => !complaint.Contains("422", StringComparison.Ordinal));

        // The page as it is, looked at by another browser that runs scripts: axe-core is one.
        async Task LooksAsync(string name)
        {
            await visit.ShootAsync(name);
            Assert.True(await page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), name);
            var (address, shown) = (page.Url.Split('#')[0], await page.ContentAsync());
            await glass.Page.RouteAsync(address, route => route.FulfillAsync(new() { Body = shown, ContentType = "text/html; charset=utf-8" }));
            await glass.Page.GotoAsync(address);
            Assert.Empty(await glass.BarriersAsync());
            await glass.Page.UnrouteAsync(address);
        }
    }

    [BrowserFact]
    public async Task cannot_refuse_what_he_would_refuse_is_decided_by_the_back_office_and_told_in_a_letter()
    {
        await using var visit = await Visit.BeginAsync(office, script: false);
        await visit.SignInAsync(office, "window-refuses", "food-intake");
        var licence = await Taking_in.TakenAsync(office, "window-refuses-too");
        await visit.Page.GotoAsync($"/window/cases/{licence.Number}");
        await visit.Page.FillAsync("textarea[name=opinion]", "不属于本部门职权，请向综合执法局申请");
        await visit.Page.ClickAsync("button[name=choice][value=Refused]");
        await visit.ShootAsync("window-passed-on");
        Assert.Equal("open", (await licence.TrackedAsync()).GetProperty("status").GetString());
        Assert.Equal(0, await visit.Page.Locator("a[href$='/letters/not-accepted']").CountAsync());

        await licence.CompleteAsync("back-office", "food-review", "Refused", "不属于本部门职权，请向综合执法局申请");
        await visit.Page.GotoAsync($"/cases/{licence.Number}/letters/not-accepted");
        Assert.Contains("请向综合执法局申请", await visit.Page.TextContentAsync("main"), StringComparison.Ordinal);
        Assert.Contains("行政复议", await visit.Page.TextContentAsync("main"), StringComparison.Ordinal);
        await visit.ShootAsync("letter-not-accepted");
        await PrintsOnOneSheetAsync(visit.Page);
    }

    private static async Task FillsInAsync(IPage page)
    {
        await page.FillAsync("[name=applicantName]", "王小满");
        await page.CheckAsync("[name=idType][value=resident-id]");
        await page.FillAsync("[name=idNumber]", "110105194912310021");
        await page.FillAsync("[name=mobile]", "13800000000");
        await GoesOnAsync(page);
        await Assertions.Expect(page.Locator(".eg-errsum li")).ToHaveCountAsync(1);
        await page.FillAsync("[name=idNumber]", "11010519491231002X");
        await GoesOnAsync(page);
        await page.FillAsync("[name=businessName]", "小满面馆");
        await page.FillAsync("[name=creditCode]", "91350100M000100Y43");
        await page.CheckAsync("[name='choices.businessForm'][value=catering]");
        await GoesOnAsync(page);
        await page.FillAsync("[name=address]", "海潮路 1 号");
        await page.FillAsync("[name=areaSquareMetres]", "86.5");
        await page.CheckAsync("[name=fumes][value=none]");
        await GoesOnAsync(page);
    }

    private static Task GoesOnAsync(IPage page) => page.ClickAsync("main form button.btn-primary");

    /// <summary>The person goes home, opens the case with what is printed on his receipt, and reads the letter.</summary>
    private async Task FollowsAsync(string language, int width, string number, string password)
    {
        await using var home = await Visit.BeginAsync(office, language, width, script: false);
        await home.Page.GotoAsync($"/track?number={number}");
        await home.Page.FillAsync("[name=password]", password);
        await home.Page.ClickAsync("main form button");
        await home.Page.ClickAsync("a[href='/track/case/letters/acceptance']");
        Assert.Contains("王小满", await home.Page.TextContentAsync("main"), StringComparison.Ordinal);
    }

    private static async Task PrintsOnOneSheetAsync(IPage page)
    {
        var pdf = Encoding.Latin1.GetString(await page.PdfAsync(new() { PreferCSSPageSize = true, PrintBackground = true }));
        Assert.Single(SheetOf().Matches(pdf));
        var size = SizeOf().Match(pdf);
        Assert.Equal((595, 842), ((int)Math.Round(double.Parse(size.Groups[1].Value, System.Globalization.CultureInfo.InvariantCulture)), (int)Math.Round(double.Parse(size.Groups[2].Value, System.Globalization.CultureInfo.InvariantCulture))));
    }

    [GeneratedRegex(@"/Type\s*/Page\b(?!s)")]
    private static partial Regex SheetOf();

    [GeneratedRegex(@"/MediaBox\s*\[0 0 ([0-9.]+) ([0-9.]+)\]")]
    private static partial Regex SizeOf();
}
