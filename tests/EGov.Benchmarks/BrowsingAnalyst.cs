using System.Diagnostics;
using EGov.TestKit;
using Microsoft.Playwright;

namespace EGov.Benchmarks;

/// <summary>An analyst at Debian's Chromium, whose cache is empty when he comes and stays his afterwards.</summary>
internal sealed class BrowsingAnalyst : IAsyncDisposable
{
    private readonly IPlaywright _playwright;
    private readonly IBrowser _browser;
    private readonly IBrowserContext _context;

    private BrowsingAnalyst(IPlaywright playwright, IBrowser browser, IBrowserContext context) => (_playwright, _browser, _context) = (playwright, browser, context);

    public static async Task<BrowsingAnalyst> SignInAsync(Uri address)
    {
        var playwright = await Playwright.CreateAsync();
        var browser = await playwright.Chromium.LaunchAsync(new() { ExecutablePath = ChromiumProgram.Path, Args = ["--no-sandbox", "--disable-gpu"] });
        var context = await browser.NewContextAsync(new() { BaseURL = address.ToString(), Locale = "zh-CN", ViewportSize = new() { Width = 1440, Height = 900 } });
        var page = await context.NewPageAsync();
        await page.GotoAsync("sign-in");
        await page.FillAsync("#u", "analyst");
        await page.FillAsync("#p", "Demo-2026!");
        await page.ClickAsync("button.btn-primary");
        await page.CloseAsync();
        return new(playwright, browser, context);
    }

    /// <summary>Opens the food licence in a new tab.</summary>
    /// <returns>Bytes that came over the line, headers included, and the time until the first box can be touched.</returns>
    public async Task<(long Bytes, TimeSpan UntilCanvas)> OpenDesignerAsync()
    {
        var page = await _context.NewPageAsync();
        var line = await _context.NewCDPSessionAsync(page);
        var bytes = 0L;
        line.Event("Network.loadingFinished").OnEvent += (_, data) => Interlocked.Add(ref bytes, (long)(data?.GetProperty("encodedDataLength").GetDouble() ?? 0));
        await line.SendAsync("Network.enable");
        var begun = Stopwatch.GetTimestamp();
        await page.GotoAsync("designer/food-business-licence");
        await page.FrameLocator("#studio").Locator(".x6-node .elsa-activity").First.WaitForAsync(new() { Timeout = 120_000 });
        var until = Stopwatch.GetElapsedTime(begun);
        await page.WaitForLoadStateAsync(LoadState.NetworkIdle);
        await page.CloseAsync();
        return (Interlocked.Read(ref bytes), until);
    }

    public async ValueTask DisposeAsync()
    {
        await _browser.DisposeAsync();
        _playwright.Dispose();
    }
}
