using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Template;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Web.Tests.Browser;

/// <summary>Every page of the office behind the sign-in is walked through by keyboard; those that no journey passes are looked at here, in both languages, wide and narrow.</summary>
public sealed class Every_page(PeopledOffice office) : IClassFixture<PeopledOffice>
{
    public static TheoryData<string, string, int> PagesOfNoJourney
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            foreach (var page in PeopledOffice.OfNoJourney)
                foreach (var language in new[] { "zh-CN", "en" })
                    foreach (var width in new[] { 1440, 360 }) data.Add(page, language, width);
            return data;
        }
    }

    public static TheoryData<string> EveryName => [.. PeopledOffice.Pages.Keys];

    [BrowserTheory, MemberData(nameof(PagesOfNoJourney))]
    public async Task opens_without_barriers_and_fetches_nothing_from_elsewhere(string page, string language, int width)
    {
        await using var visit = await office.VisitAsync(language, width);
        var answer = await visit.Page.GotoAsync(await office.AddressOfAsync(page));
        Assert.Equal(200, answer!.Status);
        await visit.ShootAsync(page);

        Assert.Equal(1, await visit.Page.Locator("h1").CountAsync());
        Assert.Empty(await visit.BarriersAsync());
        Assert.Empty(visit.Strays);
        Assert.Empty(visit.Complaints);
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), "The page scrolls sideways.");
        if (language == "zh-CN") Assert.Empty(await LatinWords.LeftAsync(visit.Page.MainFrame, [.. LatinWords.OfTheItems(), "everybody", "wang.fang", "FBL"]));
    }

    [BrowserTheory, MemberData(nameof(EveryName))]
    public async Task is_walked_through_by_keyboard_and_shows_where_one_stands(string page)
    {
        await using var visit = await office.VisitAsync("zh-CN", 1440);
        await visit.Page.GotoAsync(await office.AddressOfAsync(page));
        Assert.Empty(await KeyboardWalk.BarriersAsync(visit.Page));
    }

    [Fact]
    public void is_among_those_that_are_looked_at()
    {
        var looked = PeopledOffice.Pages.Values.Select(address => address.Split('?')[0]).ToArray();
        var pages = office.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(door => door.Metadata.GetMetadata<HttpMethodMetadata>()?.HttpMethods.Contains("GET") ?? false).Select(door => "/" + door.RoutePattern.RawText!.Trim('/'))
            .Where(pattern => PeopledOffice.Rooms.Any(room => pattern == room || pattern.StartsWith(room + "/", StringComparison.Ordinal)) && !PeopledOffice.NoPages.Contains(pattern)).Distinct();
        Assert.All(pages, pattern => Assert.Contains(looked, address => new TemplateMatcher(TemplateParser.Parse(pattern.TrimStart('/')), []).TryMatch(address, [])));
    }
}
