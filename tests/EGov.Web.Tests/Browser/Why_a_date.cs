using System.Text.Json;

namespace EGov.Web.Tests.Browser;

/// <summary>Wherever a limit is shown, its days are shown too, or a link leads to them.</summary>
public sealed class Why_a_date(PeopledOffice office) : IClassFixture<PeopledOffice>
{
    /// <summary>Chips that lead nowhere and have no days near them; the addresses of those that lead somewhere; whether days are on the page itself.</summary>
    private const string Chips = """
        () => ({
          bare: [...document.querySelectorAll('.eg-due:not(a)')].filter(chip => !chip.closest('.eg-clocks > div')?.querySelector('.eg-explain')).length,
          links: [...new Set([...document.querySelectorAll('a.eg-due')].map(link => link.getAttribute('href')))],
          days: document.querySelectorAll('.eg-cal, .eg-explain').length,
        })
        """;

    [BrowserTheory]
    [InlineData("desk-party")]
    [InlineData("lead")]
    [InlineData("lead-held")]
    [InlineData("case-form")]
    [InlineData("case-clocks")]
    [InlineData("supervision-card")]
    [InlineData("desk-card")]
    public async Task is_explained_day_by_day_wherever_it_is_shown(string page) => await HoldAsync(await office.AddressOfAsync(page));

    [BrowserFact]
    public async Task is_explained_from_the_glance_at_a_case() => await HoldAsync((await office.AddressOfAsync("case-form")).Replace("/cases/", "/desk/peek/", StringComparison.Ordinal));

    private async Task HoldAsync(string address)
    {
        await using var visit = await office.VisitAsync("en", 1440);
        Assert.Equal(200, (await visit.Page.GotoAsync(address))!.Status);
        var chips = await visit.Page.EvaluateAsync<JsonElement>(Chips);
        Assert.Equal(0, chips.GetProperty("bare").GetInt32());
        var links = chips.GetProperty("links").EnumerateArray().Select(link => link.GetString()!).ToArray();
        Assert.True(links.Length > 0 || chips.GetProperty("days").GetInt32() > 0, "No limit is shown here.");
        foreach (var link in links.Take(2))
        {
            await visit.Page.GotoAsync(link);
            Assert.True(await visit.Page.Locator(".eg-cal").CountAsync() > 0, $"{link} shows no days.");
        }
    }
}
