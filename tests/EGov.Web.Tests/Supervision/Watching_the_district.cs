using System.Net;
using System.Text.RegularExpressions;

namespace EGov.Web.Tests.Supervision;

/// <summary>The clock of the office only goes on here; nobody else may use it.</summary>
public sealed partial class Watching_the_district(WatchedOffice office) : IClassFixture<WatchedOffice>
{
    private static int hired;

    [Fact]
    public async Task the_board_counts_a_card_by_body_item_and_place_and_leads_to_it()
    {
        var (number, card) = await office.LateAsync();
        var page = await ReadAsync(await SupervisorAsync(), "/supervision");
        Assert.Contains($"id=\"card-{card.Number}\" href=\"/supervision/cards/{card.Number}\"", page, StringComparison.Ordinal);
        foreach (var line in new[] { "body-food-intake", "item-food-business-licence", "street-" }) Assert.Contains($"id=\"{line}\"", page, StringComparison.Ordinal);
        var unsettled = (await office.Board().CardsAsync(new() { IsSettled = false })).Total;
        Assert.Contains($"All {unsettled} unsettled", page, StringComparison.Ordinal);
        Assert.Contains(number, await ReadAsync(await SupervisorAsync(), "/supervision/cards?state=unsettled&body=food-intake"), StringComparison.Ordinal);
        Assert.DoesNotContain("王小满", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_board_that_stands_open_is_told_nothing_until_something_happens()
    {
        await office.FirstAsync();
        var supervisor = await SupervisorAsync();
        var seen = Seen().Match(await ReadAsync(supervisor, "/supervision")).Groups[1].Value;
        Assert.Equal(HttpStatusCode.NoContent, (await PartAsync(supervisor, seen)).StatusCode);
        await FoodLicence.ApplyAsync(office);
        var part = await PartAsync(supervisor, seen);
        Assert.Equal(HttpStatusCode.OK, part.StatusCode);
        var html = await part.TextAsync();
        Assert.DoesNotContain("<html", html, StringComparison.Ordinal);
        Assert.NotEqual(seen, Seen().Match(html).Groups[1].Value);
    }

    [Theory]
    [InlineData("?state=unsettled", true)]
    [InlineData("?state=open", true)]
    [InlineData("?state=answered", false)]
    [InlineData("?state=upheld", false)]
    [InlineData("?severity=yellow", true)]
    [InlineData("?severity=red", false)]
    [InlineData("?rule=S18", true)]
    [InlineData("?rule=S01", false)]
    [InlineData("?body=food-intake", true)]
    [InlineData("?body=fire", false)]
    [InlineData("?item=food-business-licence", true)]
    [InlineData("?item=elderly-card", false)]
    [InlineData("?street=none", true)]
    [InlineData("?street=yunxi", false)]
    [InlineData("?state=9&severity=0&skip=-7", true)]
    [InlineData("?skip=900000", false)]
    public async Task cards_are_asked_for_by_state_colour_rule_body_item_and_street(string question, bool isFound)
    {
        var (number, _) = await office.FirstAsync();
        Assert.Equal(isFound, (await ReadAsync(await SupervisorAsync(), "/supervision/cards" + question + (question.Contains("skip=9", StringComparison.Ordinal) ? "" : "&case=" + number))).Contains(number + "</a>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task a_card_shows_its_fields_and_its_rule_in_the_reader_s_language()
    {
        var (number, card) = await office.FirstAsync();
        var page = await ReadAsync(await SupervisorAsync(), "/supervision/cards/" + card.Number);
        foreach (var part in new[] { card.Number, number, "Rule S18, version 1", "Nobody had taken it" }) Assert.Contains(part, page, StringComparison.Ordinal);
        var rule = office.Board().Rules.Single(one => one.Id == Supervised.Untaken);
        Assert.Contains(rule.Text.English, page, StringComparison.Ordinal);
        Assert.DoesNotContain(rule.Text.Chinese, page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.NotFound, (await (await SupervisorAsync()).AskAsync("/supervision/cards/20260101-000000000000")).StatusCode);
    }

    [Theory]
    [InlineData("uphold", "true enough", HttpStatusCode.SeeOther, "Upheld")]
    [InlineData("lift", "the system was down", HttpStatusCode.SeeOther, "Lifted")]
    [InlineData("lift", " ", HttpStatusCode.UnprocessableEntity, "Open")]
    [InlineData("forget", "please", HttpStatusCode.UnprocessableEntity, "Open")]
    public async Task a_card_is_settled_with_a_reason_or_not_at_all(string how, string why, HttpStatusCode answered, string becomes)
    {
        var (_, card) = await office.LateAsync();
        var answer = await (await SupervisorAsync()).SendFormAsync("/supervision/cards/" + card.Number, $"/supervision/cards/{card.Number}/settle", ("how", how), ("text", why));
        Assert.Equal(answered, answer.StatusCode);
        Assert.Equal(becomes, (await office.Board().CardAsync(card.Number))!.Card.State.ToString());
    }

    [Fact]
    public async Task a_card_is_settled_once()
    {
        var (_, card) = await office.LateAsync();
        var supervisor = await SupervisorAsync();
        await supervisor.SendFormAsync("/supervision/cards/" + card.Number, $"/supervision/cards/{card.Number}/settle", ("how", "uphold"), ("text", "so it is"));
        var second = await supervisor.SendFormAsync("/supervision/cards?state=unsettled", $"/supervision/cards/{card.Number}/settle", ("how", "lift"), ("text", "changed my mind"));
        Assert.Contains(second.StatusCode, new[] { HttpStatusCode.UnprocessableEntity, HttpStatusCode.BadRequest });
        Assert.Equal("Upheld", (await office.Board().CardAsync(card.Number))!.Card.State.ToString());
    }

    [Theory]
    [InlineData("finish it", 3, HttpStatusCode.SeeOther)]
    [InlineData("finish it", -1, HttpStatusCode.UnprocessableEntity)]
    [InlineData("finish it", 900, HttpStatusCode.UnprocessableEntity)]
    [InlineData("", 3, HttpStatusCode.UnprocessableEntity)]
    public async Task an_order_needs_words_and_a_day(string text, int days, HttpStatusCode answered)
    {
        var (_, card) = await office.LateAsync();
        var due = office.Time.GetUtcNow().AddDays(days).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        var answer = await (await SupervisorAsync()).SendFormAsync("/supervision/cards/" + card.Number, $"/supervision/cards/{card.Number}/order", ("text", text), ("dueOn", due));
        Assert.Equal(answered, answer.StatusCode);
        Assert.Equal(answered == HttpStatusCode.SeeOther ? 1 : 0, (await office.Board().CardAsync(card.Number))!.Orders.Length);
    }

    [Fact]
    public async Task nobody_else_comes_into_the_room()
    {
        var (_, card) = await office.FirstAsync();
        foreach (var role in new[] { "lead", "auditor", "administrator", "analyst", "food-intake" })
            foreach (var page in new[] { "/supervision", "/supervision/cards", "/supervision/cards/" + card.Number })
                await (await HireAsync(role)).AskAsync(page).MustAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task a_supervisor_reads_any_case_masked_and_acts_in_none()
    {
        var (number, _) = await office.FirstAsync();
        var page = await ReadAsync(await SupervisorAsync(), $"/cases/{number}?tab=form");
        Assert.DoesNotContain("11010519491231002X", page, StringComparison.Ordinal);
        Assert.DoesNotContain("王小满", page, StringComparison.Ordinal);
        Assert.DoesNotContain("name=\"choice\"", page, StringComparison.Ordinal);
    }

    /// <summary>Sessions end while the clock moves, so each comes in anew.</summary>
    private Task<HttpClient> SupervisorAsync() => HireAsync("supervisor");

    private Task<HttpClient> HireAsync(string role) => office.OfficerAsync($"sees-{Interlocked.Increment(ref hired)}", role);

    private static async Task<HttpResponseMessage> PartAsync(HttpClient officer, string seen)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/supervision?seen=" + seen);
        request.Headers.Add("HX-Request", "true");
        return await officer.SendAsync(request);
    }

    private static async Task<string> ReadAsync(HttpClient officer, string address) => WebUtility.HtmlDecode(await (await officer.AskAsync(address).MustAsync()).TextAsync());

    [GeneratedRegex("seen=([0-9a-f]{16})")]
    private static partial Regex Seen();
}

/// <summary>An office with one case that lies where it came.</summary>
public sealed class WatchedOffice : Office
{
    private readonly Lazy<Task<(string Number, EGov.Runtime.Supervision.CardEntry Card)>> first;

    public WatchedOffice() => first = new(this.LateAsync);

    /// <summary>The case and its card, never touched by any test.</summary>
    internal Task<(string Number, EGov.Runtime.Supervision.CardEntry Card)> FirstAsync() => first.Value;
}
