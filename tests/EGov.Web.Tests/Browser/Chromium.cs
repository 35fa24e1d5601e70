using EGov.TestKit;
using EGov.TestKit.Clocks;
using Microsoft.Playwright;

namespace EGov.Web.Tests.Browser;

/// <summary>Debian's Chromium, started once for all tests of the process.</summary>
internal static class Chromium
{
    private static readonly Lazy<Task<IBrowser>> Running = new(async () =>
    {
        Assertions.SetDefaultExpectTimeout(30_000); // as long as every other wait: a machine that runs two tests at once may be late
        var playwright = await Playwright.CreateAsync();
        return await playwright.Chromium.LaunchAsync(new()
        {
            ExecutablePath = ChromiumProgram.Path,
            Args = ["--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking", "--disable-component-update", "--disable-sync"],
        });
    });

    /// <summary>Why no browser can be driven here; null when one can.</summary>
    public static string? WhyNot =>
        !File.Exists(ChromiumProgram.Path) ? $"there is no {ChromiumProgram.Path}; tests/run.sh installs it"
        : !Directory.Exists(OfficeCalendar.PathOf("designer/node_modules")) ? "the browser packages are not installed; build with Node 18 or later"
        : null;

    public static Task<IBrowser> StartedAsync() => Running.Value;
}
