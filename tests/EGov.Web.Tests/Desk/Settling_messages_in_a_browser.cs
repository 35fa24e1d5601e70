using EGov.Runtime.Outbox;
using EGov.Web.Tests.Browser;

namespace EGov.Web.Tests.Desk;

public sealed class Settling_messages_in_a_browser(UnreachedInBrowser office) : IClassFixture<UnreachedInBrowser>
{
    private const string Page = "/desk/unsettled";

    [BrowserTheory, InlineData("zh-CN", 1440), InlineData("zh-CN", 360), InlineData("en", 1440)]
    public async Task is_done_without_script_on_a_page_without_barriers(string language, int width)
    {
        var (_, message) = await office.UntoldAsync();
        await using var visit = await Visit.BeginAsync(office, language, width);
        await visit.SignInAsync(office, $"settles-{language}-{width}", "food-intake");
        await visit.Page.GotoAsync(Page);
        var form = visit.Page.Locator($"form[action='{Page}/{message.Case}/{message.EventNumber}']");
        await visit.Page.Locator($"#h-{message.Case}-{message.EventNumber}").ClickAsync();
        await visit.ShootAsync("desk-unsettled-open");
        Assert.Empty(await visit.BarriersAsync());
        await form.Locator("input[value=left]").CheckAsync();
        await form.Locator("textarea").FillAsync("申请人已到窗口");
        await form.Locator("button.btn-primary").ClickAsync();
        Assert.Equal(OutboxState.Settled, (await office.AgainAsync(message)).State);
        await visit.Page.GotoAsync("/desk");
        await visit.ShootAsync("desk-with-unsettled");
        Assert.Empty(await visit.BarriersAsync());
    }
}
