using System.Net;

namespace EGov.Web.Tests.Supervision;

public sealed class Writing_advice(Office office) : IClassFixture<Office>
{
    private static int hired;

    [Fact]
    public async Task a_letter_counts_the_cards_of_its_time_and_is_a_sheet_to_print()
    {
        var (_, card) = await office.LateAsync();
        var supervisor = await office.OfficerAsync($"writes-{Interlocked.Increment(ref hired)}", "supervisor");
        var (from, to) = (card.At.AddDays(-10).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture), card.At.AddDays(10).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        var answer = await supervisor.SendFormAsync("/supervision/letters", null, ("body", "food-intake"), ("from", from), ("to", to), ("text", "Take work in every day."));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var cards = (await office.Board().CardsAsync(new() { Parties = ["food-intake"], Severity = Engine.Supervision.Severity.Yellow, From = card.At.AddDays(-11), Before = card.At.AddDays(11) })).Total;
        var sheet = WebUtility.HtmlDecode(await (await supervisor.AskAsync(answer.Headers.Location!.ToString()).MustAsync()).TextAsync());
        Assert.Contains($"{cards} yellow cards", sheet, StringComparison.Ordinal);
        Assert.Contains("Take work in every day.", sheet, StringComparison.Ordinal);
        Assert.Contains("eg-a4", sheet, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-01-01", "2026-01-31", " ")]
    [InlineData("2026-01-31", "2026-01-01", "in order")]
    [InlineData("yesterday", "2026-01-31", "in order")]
    public async Task a_letter_with_something_wrong_comes_back_with_what_was_typed(string from, string to, string text)
    {
        var supervisor = await office.OfficerAsync($"writes-{Interlocked.Increment(ref hired)}", "supervisor");
        var before = (await office.Board().LettersAsync()).Length;
        var answer = await supervisor.SendFormAsync("/supervision/letters", null, ("body", "food-intake"), ("from", from), ("to", to), ("text", text));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($">{text}</textarea>", await answer.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(before, (await office.Board().LettersAsync()).Length);
    }

    [Fact]
    public async Task a_supervisor_who_is_shown_a_form_in_full_is_written_down()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        var supervisor = await office.OfficerAsync($"writes-{Interlocked.Increment(ref hired)}", "supervisor");
        var answer = await supervisor.SendFormAsync($"/cases/{licence.Number}?tab=form", $"/cases/{licence.Number}/reveal");
        Assert.Contains("11010519491231002X", await answer.TextAsync(), StringComparison.Ordinal);
        var admin = await office.OfficerAsync($"writes-{Interlocked.Increment(ref hired)}", "administrator");
        Assert.Contains(licence.Number, await (await admin.AskAsync("/administration/access").MustAsync()).TextAsync(), StringComparison.Ordinal);
    }
}
