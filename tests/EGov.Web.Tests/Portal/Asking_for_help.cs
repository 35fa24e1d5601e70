using System.Net;
using EGov.Web.Tests.Browser;

namespace EGov.Web.Tests.Portal;

public sealed class Asking_for_help(BrowserOffice office) : IClassFixture<BrowserOffice>
{
    [Theory]
    [InlineData("zh-CN", "怎么投诉")]
    [InlineData("en", "Complaining")]
    public async Task leads_from_the_foot_of_every_page_to_the_ways_there_are(string language, string told)
    {
        var citizen = office.Citizen(language);
        Assert.Contains("href=\"/help\"", await citizen.GetStringAsync(new Uri("/items", UriKind.Relative)), StringComparison.Ordinal);
        var page = WebUtility.HtmlDecode(await citizen.GetStringAsync(new Uri("/help", UriKind.Relative)));
        Assert.Contains(told, page, StringComparison.Ordinal);
        Assert.DoesNotContain("help-", page.Replace("href=\"/help\"", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [BrowserTheory]
    [InlineData("zh-CN", 1440)]
    [InlineData("en", 360)]
    public async Task opens_without_barriers(string language, int width)
    {
        await using var visit = await Visit.BeginAsync(office, language, width);
        await visit.Page.GotoAsync("/help");
        await visit.ShootAsync("help");
        Assert.Empty(await visit.BarriersAsync());
        Assert.Empty(visit.Complaints);
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
    }
}
