using EGov.Web.Tests.Browser;

namespace EGov.Web.Tests.Redesign;

public sealed class Comparing_versions_in_a_browser(BrowserOffice office) : IClassFixture<BrowserOffice>
{
    public static TheoryData<string, string, int> EveryScreen
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            foreach (var item in new[] { "food-business-licence", "enterprise-registration", "labour-arbitration" })
                foreach (var language in new[] { "zh-CN", "en" })
                    foreach (var width in new[] { 1440, 360 }) data.Add(item, language, width);
            return data;
        }
    }

    [BrowserTheory, MemberData(nameof(EveryScreen))]
    public async Task shows_both_without_barriers_and_fetches_nothing_from_elsewhere(string item, string language, int width)
    {
        await using var visit = await Visit.BeginAsync(office, language, width);
        await visit.SignInAsync(office, $"{item[0]}{language}{width}", "food-intake");
        await visit.Page.GotoAsync($"designer/{item}/compare/1/2");
        await visit.ShootAsync("compare-" + item);

        Assert.Empty(await visit.BarriersAsync());
        Assert.Empty(visit.Strays);
        Assert.Empty(visit.Complaints);
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
        Assert.Equal(0, await visit.Page.EvaluateAsync<int>(
            """
            [...document.querySelectorAll('svg.eg-flow')].flatMap(svg => {
              const boxes = [...svg.querySelectorAll('.node > .box')].map(box => box.getBBox());
              return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b => a.x < b.x + b.width && b.x < a.x + a.width && a.y < b.y + b.height && b.y < a.y + a.height));
            }).length
            """));
    }

    [BrowserFact]
    public async Task a_line_of_the_list_leads_to_the_box_in_the_picture()
    {
        await using var visit = await Visit.BeginAsync(office, script: false);
        await visit.SignInAsync(office, "follows-links", "food-intake");
        await visit.Page.GotoAsync("designer/food-business-licence/compare/1/2");
        await visit.Page.ClickAsync("#changes >> xpath=../.. >> a >> text=网上预受理");

        Assert.Equal("网上预受理（新加）", await visit.Page.TextContentAsync("g:target > title"));
    }
}
