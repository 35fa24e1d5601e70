using System.Collections.Concurrent;
using EGov.TestKit.Clocks;
using Microsoft.Playwright;

namespace EGov.Web.Tests.Browser;

/// <summary>One person at one screen. What his browser asks of other hosts, and what its console complains of, is noted.</summary>
internal sealed class Visit : IAsyncDisposable
{
    private readonly IBrowserContext _context;
    private readonly Uri _house;

    private Visit(IBrowserContext context, IPage page, Uri house) => (_context, Page, _house) = (context, page, house);

    public IPage Page { get; }

    /// <summary>Addresses asked for outside the house; must stay empty.</summary>
    public ConcurrentBag<string> Strays { get; } = [];

    /// <summary>Errors of the browser's console; refusals by the page's policy are among them.</summary>
    public ConcurrentBag<string> Complaints { get; } = [];

    /// <summary>Where pictures go: <c>EGOV_SCREENS</c>, or a folder beside the test results.</summary>
    public static string Screens => Environment.GetEnvironmentVariable("EGOV_SCREENS") is { Length: > 0 } folder ? folder : OfficeCalendar.PathOf("tests/EGov.Web.Tests/TestResults/screens");

    public static async Task<Visit> BeginAsync(BrowserOffice office, string language = "zh-CN", int width = 1440, int? height = null, bool script = true, string? session = null)
    {
        var browser = await Chromium.StartedAsync();
        var context = await browser.NewContextAsync(new()
        {
            BaseURL = office.Address.ToString(), Locale = language, ViewportSize = new() { Width = width, Height = height ?? (width < 600 ? 800 : 900) }, JavaScriptEnabled = script, ReducedMotion = ReducedMotion.Reduce, StorageState = session,
        });
        var visit = new Visit(context, await context.NewPageAsync(), office.Address);
        context.Request += (_, request) => visit.Note(request);
        visit.Page.Console += (_, message) => visit.Note(message);
        visit.Page.PageError += (_, error) => visit.Complaints.Add(error);
        return visit;
    }

    /// <summary>Signs in through the page.</summary>
    public async Task SignInAsync(BrowserOffice office, string name, params string[] parties)
    {
        await office.CreateAccountAsync(name, 0, parties);
        await Page.GotoAsync("sign-in");
        await Page.FillAsync("#u", name);
        await Page.FillAsync("#p", "Only-4-tests!");
        await Page.ClickAsync("button.btn-primary");
    }

    /// <summary>What another visit can begin with to be signed in already.</summary>
    public Task<string> SessionAsync() => _context.StorageStateAsync();

    /// <summary>The session ends as it does after a long lunch: the browser has no cookie of it any more.</summary>
    public Task ForgetSessionAsync() => _context.ClearCookiesAsync();

    /// <summary>A picture of the whole page, by name, language and width.</summary>
    public async Task ShootAsync(string name)
    {
        var language = await Page.EvaluateAsync<string>("document.documentElement.lang");
        var file = Path.Combine(Screens, $"{name}.{language}.{Page.ViewportSize!.Width}.png");
        Directory.CreateDirectory(Screens);
        await Page.ScreenshotAsync(new() { Path = file, FullPage = true, Animations = ScreenshotAnimations.Disabled });
    }

    /// <summary>What axe-core finds against WCAG 2.1 AA, every fold of the page open.</summary>
    public async Task<string[]> BarriersAsync()
    {
        await Page.EvaluateAsync(await File.ReadAllTextAsync(OfficeCalendar.PathOf("designer/node_modules/axe-core/axe.min.js")) + "; document.querySelectorAll('details').forEach(d => d.open = true)");
        return await Page.EvaluateAsync<string[]>(
            """
            async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa'], resultTypes: ['violations'], preload: false })).violations
              .flatMap(v => v.nodes.map(n => `${v.id}: ${n.target} ${n.failureSummary}`))
            """);
    }

    public async ValueTask DisposeAsync() => await _context.DisposeAsync();

    private void Note(IRequest request)
    {
        var address = new Uri(request.Url);
        if (address.Scheme is "http" or "https" or "ws" or "wss" && address.Authority != _house.Authority) Strays.Add(request.Url);
    }

    private void Note(IConsoleMessage message)
    {
        if (message.Type == "error") Complaints.Add(message.Text);
    }
}
