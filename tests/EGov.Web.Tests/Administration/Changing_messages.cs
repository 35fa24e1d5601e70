using System.Net;
using EGov.Engine;
using EGov.Runtime.Outbox;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Web.Tests.Administration;

public sealed class Changing_messages(Office office) : IClassFixture<Office>
{
    private const string Page = "/administration/messages/food-business-licence/application-accepted";

    private static readonly Dictionary<string, string> NoArguments = [];

    [Fact]
    public async Task new_words_are_sent_from_now_on_and_the_items_own_can_come_back()
    {
        var admin = await Keeping_officers.AdministratorAsync(office, "admin-words");
        var before = Written();
        Assert.Equal("/administration/messages", (await admin.SendFormAsync(Page, null, ("chinese", "您的{item}已受理：{caseNumber}"), ("english", "{item} accepted: {caseNumber}"), ("act", "save"))).Headers.Location?.ToString());
        Assert.Equal("您的食品经营许可已受理：FBL-1", Written());
        Assert.Contains("Version 1", await admin.GetStringAsync(new Uri(Page, UriKind.Relative)), StringComparison.OrdinalIgnoreCase);
        await admin.SendFormAsync(Page, null, ("act", "restore"));
        Assert.Equal(before, Written());
        Assert.Contains("Message changed", await admin.GetStringAsync(new Uri("/administration/log", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{item}{applicantName}", "There is no place “applicantName”")]
    [InlineData("{item", "Braces are not paired")]
    [InlineData("", "Both languages need words")]
    public async Task words_that_could_not_be_filled_are_refused_and_come_back(string chinese, string told)
    {
        var admin = await Keeping_officers.AdministratorAsync(office, "admin-" + Guid.NewGuid().ToString("N")[..8]);
        var before = Written();
        var answer = await admin.SendFormAsync(Page, null, ("chinese", chinese), ("english", "kept as typed"), ("act", "save"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.TextAsync());
        Assert.Contains(told, page, StringComparison.Ordinal);
        Assert.Contains("kept as typed", page, StringComparison.Ordinal);
        Assert.Equal(before, Written());
    }

    [Fact]
    public async Task a_preview_shows_examples_and_counts_parts_and_saves_nothing()
    {
        var admin = await Keeping_officers.AdministratorAsync(office, "admin-previews");
        var answer = await admin.SendFormAsync(Page, null, ("chinese", new string('长', 71)), ("english", "{item}!"), ("act", "preview"));
        var page = WebUtility.HtmlDecode(await answer.TextAsync());
        Assert.Contains("71 characters, 2 message(s)", page, StringComparison.Ordinal);
        Assert.Contains("Food business licence!", page, StringComparison.Ordinal);
        Assert.DoesNotContain(new string('长', 71), Written(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task that_are_urgent_or_rather_sent_twice_are_treated_so_and_the_history_says_why()
    {
        var (admin, templates) = (await Keeping_officers.AdministratorAsync(office, "admin-traits"), office.Services.GetRequiredService<MessageTemplates>());
        const string Decided = "/administration/messages/food-business-licence/decision-made";
        await admin.SendFormAsync(Decided, null, ("chinese", "{caseNumber}：{decision}"), ("english", "{caseNumber}: {decision}"), ("urgent", "true"), ("resend", "true"), ("reason", "people waited too long"), ("act", "save"));
        Assert.Equal(new MessageTraits(Urgent: true, Resend: true), templates.TraitsOf("food-business-licence", "decision-made"));
        var page = await admin.GetStringAsync(new Uri(Decided, UriKind.Relative));
        Assert.Contains("Why: people waited too long", page, StringComparison.Ordinal);
        Assert.Equal(3, page.Split("twice is better than never", StringSplitOptions.None).Length + page.Split("Twice is better than never", StringSplitOptions.None).Length - 1);
        await admin.SendFormAsync(Decided, null, ("act", "restore"));
        Assert.Equal(default, templates.TraitsOf("food-business-licence", "decision-made"));
    }

    [Fact]
    public async Task a_reason_that_is_too_long_is_refused()
    {
        var admin = await Keeping_officers.AdministratorAsync(office, "admin-reasons");
        var answer = await admin.SendFormAsync(Page, null, ("chinese", "{item}好了"), ("english", "{item} done"), ("reason", new string('x', MessageTemplates.LongestReason + 1)), ("act", "save"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("The reason has at most 200 characters", await answer.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public void the_longest_example_is_never_shorter_than_the_first()
    {
        var words = office.Services.GetRequiredService<MessageWords>();
        foreach (var place in new[] { "party", "document", "decision", "clock", "due", "kind", "item", "caseNumber" })
            foreach (var culture in new[] { "zh-CN", "en" })
                Assert.InRange(words.Preview("food-business-licence", "{" + place + "}", culture, longest: true).Length, words.Preview("food-business-licence", "{" + place + "}", culture).Length, 500);
        Assert.Equal("Market Supervision, licensing section", words.Preview("food-business-licence", "{party}", "en", longest: true));
    }

    [Theory]
    [InlineData(0, 1)]
    [InlineData(70, 1)]
    [InlineData(71, 2)]
    [InlineData(134, 2)]
    [InlineData(135, 3)]
    public void parts_are_counted_as_gateways_do(int characters, int parts) => Assert.Equal(parts, MessageTemplates.PartsOf(new string('字', characters)));

    private string Written() => office.Services.GetRequiredService<MessageWords>().Write("food-business-licence", new CaseId("FBL-1"), "application-accepted", NoArguments, "zh-CN");
}
