using EGov.Runtime.Outbox;
using EGov.Web.Tests.Browser;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Web.Tests.Administration;

/// <summary>The template editor in a real browser: what is typed is counted and judged while it is typed.</summary>
public sealed class Typing_a_message(BrowserOffice office) : IClassFixture<BrowserOffice>
{
    private const string Address = "/administration/messages/food-business-licence/party-finished";

    [BrowserTheory, InlineData(1440), InlineData(360)]
    public async Task shows_its_length_and_parts_and_what_is_wrong_before_it_is_saved(int width)
    {
        await using var visit = await Visit.BeginAsync(office, "en", width);
        await visit.SignInAsync(office, $"types-{width}", "administrator");
        await visit.Page.GotoAsync(Address);
        await visit.Page.FillAsync("#chinese", new string('字', 70));
        await visit.Page.GetByText("Example: 70 characters, 1 message(s)").WaitForAsync();
        await visit.Page.Locator("#chinese").PressSequentiallyAsync("字");
        await visit.Page.GetByText("Example: 71 characters, 2 message(s)").WaitForAsync();
        await visit.Page.FillAsync("#chinese", "{party}办完了，{applicantName}");
        await visit.Page.Locator("#reads .eg-err").GetByText("There is no place “applicantName”").WaitForAsync();
        await visit.ShootAsync("administration-message-typing");
        Assert.Empty(await visit.BarriersAsync());

        await visit.Page.ClickAsync("button[value=save]");
        await visit.Page.Locator(".eg-errsum").GetByText("There is no place “applicantName”").WaitForAsync();
        Assert.Equal("{party}办完了，{applicantName}", await visit.Page.InputValueAsync("#chinese"));
        Assert.Null(office.Services.GetRequiredService<MessageTemplates>().Find("food-business-licence", "party-finished"));
        Assert.Empty(visit.Strays);
    }

    [BrowserFact]
    public async Task without_script_is_judged_by_the_button()
    {
        await using var visit = await Visit.BeginAsync(office, "zh-CN", 1440, script: false);
        await visit.SignInAsync(office, "types-plainly", "administrator");
        await visit.Page.GotoAsync(Address);
        await visit.Page.FillAsync("#english", "{nobody} is done");
        await visit.Page.ClickAsync("button[value=preview]");
        Assert.Contains("nobody", await visit.Page.InnerTextAsync("#reads .eg-err"), StringComparison.Ordinal);
        await visit.ShootAsync("administration-message-plain");
    }
}
