using System.Net;

namespace EGov.Web.Tests.Desk;

public sealed class Choosing_work(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task work_lies_in_the_partys_tray_until_it_is_claimed_and_then_on_ones_own_desk()
    {
        var (licence, officer) = (await FoodLicence.ApplyAsync(office), await office.OfficerAsync("chooser", "food-intake"));
        Assert.Contains(licence.Number, await PageAsync(officer, "/desk/party?word=" + licence.Number), StringComparison.Ordinal);
        Assert.DoesNotContain(licence.Number, await PageAsync(officer, "/desk"), StringComparison.Ordinal);

        await officer.ActAsync($"{licence.Case}/work-items/{await licence.WorkItemOfAsync("food-intake")}/claim").MustAsync();
        Assert.Contains(licence.Number, await PageAsync(officer, "/desk"), StringComparison.Ordinal);
        Assert.DoesNotContain($"row-{licence.Number}", await PageAsync(officer, "/desk/party?word=" + licence.Number), StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_applicants_name_is_masked_in_every_tray()
    {
        await FoodLicence.ApplyAsync(office);
        var page = await PageAsync(await office.OfficerAsync("masked", "food-intake"), "/desk/party");
        Assert.Contains("王**", page, StringComparison.Ordinal);
        Assert.DoesNotContain("王小满", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task another_bodys_work_is_not_shown_whatever_is_asked()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        var stranger = await office.OfficerAsync("stranger-to-food", "arbitrator");
        foreach (var page in new[] { "/desk", "/desk/party", "/desk/done", "/desk/watched", "/desk/party?holder=chooser", "/desk/party?item=food-business-licence" })
            Assert.DoesNotContain($"row-{licence.Number}", await PageAsync(stranger, page), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_page_that_shows_what_there_is_is_told_nothing()
    {
        var (licence, officer) = (await FoodLicence.ApplyAsync(office), await office.OfficerAsync("refresher", "food-intake"));
        var address = "/desk/party?word=" + licence.Number;
        var seen = SeenIn(await PageAsync(officer, address));
        Assert.Equal(HttpStatusCode.NoContent, (await PartAsync(officer, $"{address}&seen={seen}")).StatusCode);

        await officer.ActAsync($"{licence.Case}/work-items/{await licence.WorkItemOfAsync("food-intake")}/claim").MustAsync();
        var part = await PartAsync(officer, $"{address}&seen={seen}");
        Assert.Equal(HttpStatusCode.OK, part.StatusCode);
        Assert.DoesNotContain("<html", await part.TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("after=nonsense")]
    [InlineData("after=99999999.99999999999999999.1.x")]
    [InlineData("before=20260105.1.1.%00")]
    [InlineData("step=food-business-licence")]
    [InlineData("step=/////")]
    [InlineData("due=never")]
    [InlineData("word=%25_%27%22%3Cscript%3E")]
    public async Task an_address_somebody_made_up_shows_a_page_all_the_same(string query) =>
        await (await office.OfficerAsync("curious", "food-intake")).AskAsync("/desk/party?" + query).MustAsync();

    [Fact]
    public async Task a_filter_is_kept_under_its_name_and_forgotten()
    {
        var officer = await office.OfficerAsync("keeper", "food-intake");
        Assert.Equal(HttpStatusCode.SeeOther, (await officer.SendFormAsync("/desk/filters?keep=%2Fdesk%2Fparty%3Fdue%3Dsoon", "/desk/filters", ("name", "Soon"))).StatusCode);
        Assert.Contains("href=\"/desk/party?due=soon\"", await PageAsync(officer, "/desk"), StringComparison.Ordinal);
        await officer.SendFormAsync("/desk/filters", "/desk/filters/forget", ("name", "Soon"));
        Assert.DoesNotContain("href=\"/desk/party?due=soon\"", await PageAsync(officer, "/desk"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "/desk")]
    [InlineData("A name that is much longer than any name should be", "/desk")]
    [InlineData("Fine", "https://elsewhere.example/desk")]
    [InlineData("Fine", "//elsewhere.example/desk")]
    public async Task a_filter_without_a_name_or_for_elsewhere_is_not_kept(string name, string address)
    {
        var officer = await office.OfficerAsync("careless", "food-intake");
        var answer = await officer.SendFormAsync("/desk/filters?keep=%2Fdesk", "/desk/filters", ("name", name), ("address", address));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(WebUtility.HtmlEncode(name), await answer.TextAsync(), StringComparison.Ordinal);
        Assert.Contains("No saved filters yet", await PageAsync(officer, "/desk/filters"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_case_is_watched_by_whoever_may_read_it()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        var watcher = await office.OfficerAsync("watcher", "fire");
        Assert.Equal(HttpStatusCode.SeeOther, (await watcher.SendFormAsync("/desk/filters?keep=%2Fdesk", $"/cases/{licence.Number}/watch")).StatusCode);
        Assert.Contains($"row-{licence.Number}", await PageAsync(watcher, "/desk/watched"), StringComparison.Ordinal);
        await watcher.SendFormAsync("/desk/filters?keep=%2Fdesk", $"/cases/{licence.Number}/unwatch");
        Assert.DoesNotContain($"row-{licence.Number}", await PageAsync(watcher, "/desk/watched"), StringComparison.Ordinal);

        var stranger = await office.OfficerAsync("nosy", "arbitrator");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.SendFormAsync("/desk/filters?keep=%2Fdesk", $"/cases/{licence.Number}/watch")).StatusCode);
    }

    [Fact]
    public async Task a_page_asks_the_database_a_handful_of_questions_however_much_lies_there()
    {
        await using var counted = new Counted();
        var officer = await counted.OfficerAsync("counter", "food-intake");
        await FoodLicence.ApplyAsync(counted);
        var few = QueriesOf(await officer.AskAsync("/desk/party").MustAsync());
        for (var more = 0; more < 5; more++) await FoodLicence.ApplyAsync(counted);
        var many = QueriesOf(await officer.AskAsync("/desk/party").MustAsync());
        Assert.Equal(few, many);
        Assert.InRange(many, 1, 8);
    }

    private static int QueriesOf(HttpResponseMessage answer) => int.Parse(answer.Headers.GetValues("Server-Timing").Single().Split('"')[1], System.Globalization.CultureInfo.InvariantCulture);

    private static string SeenIn(string page) => System.Text.RegularExpressions.Regex.Match(page, "seen=([0-9a-f]{16})").Groups[1].Value;

    private static async Task<string> PageAsync(HttpClient officer, string address) => WebUtility.HtmlDecode(await (await officer.AskAsync(address).MustAsync()).TextAsync());

    private static async Task<HttpResponseMessage> PartAsync(HttpClient officer, string address)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        request.Headers.Add("HX-Request", "true");
        return await officer.SendAsync(request);
    }

    private sealed class Counted : Office
    {
        protected override IEnumerable<(string Key, string Value)> Settings => base.Settings.Append(("CountQueries", "true"));
    }
}
