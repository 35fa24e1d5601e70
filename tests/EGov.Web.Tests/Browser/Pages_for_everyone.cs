namespace EGov.Web.Tests.Browser;

public sealed class Pages_for_everyone(BrowserOffice office) : IClassFixture<BrowserOffice>
{
    public static TheoryData<string, string, int> EveryPublicPage
    {
        get
        {
            var data = new TheoryData<string, string, int>();
            foreach (var page in new[] { "home:/", "catalogue:/items?q=面馆", "guide:/items/food-business-licence", "publication:/publication", "verify:/verify", "sign-in:/sign-in", "trouble:/nowhere" })
                foreach (var language in new[] { "zh-CN", "en" })
                    foreach (var width in new[] { 1440, 360 }) data.Add(page, language, width);
            return data;
        }
    }

    [BrowserTheory, MemberData(nameof(EveryPublicPage))]
    public async Task open_without_barriers_and_fetch_nothing_from_elsewhere(string page, string language, int width)
    {
        await using var visit = await Visit.BeginAsync(office, language, width);
        var (name, address) = (page.Split(':')[0], page.Split(':')[1]);
        await visit.Page.GotoAsync(address);
        await visit.ShootAsync(name);

        Assert.Empty(await visit.BarriersAsync());
        Assert.Empty(visit.Strays);
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
    }

    [BrowserFact]
    public async Task an_officer_signs_in_comes_back_to_where_he_was_and_signs_out()
    {
        await using var visit = await Visit.BeginAsync(office, script: false);
        await office.CreateAccountAsync("comes-back", 0, "window");
        await visit.Page.GotoAsync("sign-in?back=%2F%3Ffrom%3Dhere");
        await visit.Page.FillAsync("#u", "comes-back");
        await visit.Page.FillAsync("#p", "Only-4-tests!");
        await visit.Page.ClickAsync("button.btn-primary");
        Assert.EndsWith("/?from=here", visit.Page.Url, StringComparison.Ordinal);
    }
}
