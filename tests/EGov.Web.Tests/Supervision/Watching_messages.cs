using System.Net;
using EGov.Web.Tests.Browser;
using EGov.Web.Tests.Desk;

namespace EGov.Web.Tests.Supervision;

public sealed class Watching_messages(UnreachedInBrowser office) : IClassFixture<UnreachedInBrowser>
{
    private const string Page = "/supervision/messages";

    [Fact]
    public async Task a_supervisor_sees_what_became_of_each_message_and_no_number_in_full()
    {
        var (licence, message) = await office.UntoldAsync();
        var supervisor = await office.OfficerAsync("sun.ba", "supervisor");
        var page = await ReadAsync(supervisor, Page + "?state=clerk");
        Assert.Contains(licence.Number, page, StringComparison.Ordinal);
        Assert.Contains("138****0000", page, StringComparison.Ordinal);
        Assert.Contains("Given to", page, StringComparison.Ordinal);
        Assert.Contains("Tried 1 times", page, StringComparison.Ordinal);
        Assert.DoesNotContain("13800000000", page, StringComparison.Ordinal);
        Assert.DoesNotContain("王小满", page, StringComparison.Ordinal);

        var clerk = await office.OfficerAsync("wang.fang", "food-intake");
        await clerk.SendFormAsync("/desk/unsettled", $"/desk/unsettled/{message.Case}/{message.EventNumber}", ("how", "left"), ("note", "came to the window"));
        Assert.Contains("Send nothing more: wang.fang", await ReadAsync(supervisor, Page + "?state=settled"), StringComparison.Ordinal);
        Assert.DoesNotContain("came to the window", await ReadAsync(supervisor, Page + "?state=settled"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?state=clerk", true)]
    [InlineData("?state=delivered", false)]
    [InlineData("?day=2026-01-05", true)]
    [InlineData("?day=2026-01-04", false)]
    [InlineData("?body=fire", true)]
    [InlineData("?body=tax", false)]
    [InlineData("?way=Kannel", true)]
    [InlineData("?way=Mail", false)]
    [InlineData("?state=nonsense&day=yesterday&skip=-5", true)]
    public async Task is_asked_by_state_day_body_and_channel(string question, bool isFound)
    {
        var (licence, _) = await office.UntoldAsync();
        var page = await ReadAsync(await office.OfficerAsync("asks", "supervisor"), Page + question);
        Assert.Equal(isFound, page.Contains(licence.Number, StringComparison.Ordinal));
    }

    [BrowserTheory, InlineData("zh-CN", 1440), InlineData("zh-CN", 360), InlineData("en", 1440), InlineData("en", 360)]
    public async Task on_a_page_without_barriers(string language, int width)
    {
        await office.UntoldAsync();
        await using var visit = await Visit.BeginAsync(office, language, width);
        await visit.SignInAsync(office, $"watches-{language}-{width}", "supervisor");
        await visit.Page.GotoAsync(Page);
        await visit.Page.Locator("details.eg-more").First.ClickAsync();
        await visit.ShootAsync("supervision-messages-full");
        Assert.Empty(await visit.BarriersAsync());
        Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"));
    }

    private static async Task<string> ReadAsync(HttpClient officer, string address) => WebUtility.HtmlDecode(await (await officer.AskAsync(address).MustAsync()).TextAsync());
}
