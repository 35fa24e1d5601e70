using System.Net;
using EGov.Runtime.Supervision;

namespace EGov.Web.Tests.Supervision;

public sealed class Answering_cards(Office office) : IClassFixture<Office>
{
    private static int hired;

    [Fact]
    public async Task the_body_hears_of_a_card_answers_and_hears_what_became_of_it()
    {
        var (number, card) = await office.LateAsync();
        var (officer, supervisor) = (await HireAsync("food-intake"), await HireAsync("supervisor"));
        Assert.Contains($"Case {number} was given a yellow card", await ReadAsync(officer, "/notices"), StringComparison.Ordinal);
        Assert.Equal("/desk/cards/" + card.Number, (await officer.SendFormAsync("/notices", "/notices/open", ("id", "card:" + card.Number))).Headers.Location?.ToString());

        var page = "/desk/cards/" + card.Number;
        Assert.Equal(HttpStatusCode.SeeOther, (await officer.SendFormAsync(page, page + "/answer", ("text", "our system was down"))).StatusCode);
        Assert.Contains("our system was down", await ReadAsync(supervisor, "/supervision/cards/" + card.Number), StringComparison.Ordinal);
        await supervisor.SendFormAsync("/supervision/cards/" + card.Number, $"/supervision/cards/{card.Number}/settle", ("how", "lift"), ("text", "down it was"));
        Assert.Contains($"lifted a card about case {number}", await ReadAsync(officer, "/notices"), StringComparison.Ordinal);
        var after = await ReadAsync(officer, page);
        Assert.Contains("down it was", after, StringComparison.Ordinal);
        Assert.DoesNotContain("text-answer", after, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_card_is_told_once_however_often_supervision_looks()
    {
        var (number, _) = await office.LateAsync();
        await office.SuperviseAsync();
        var cards = (await office.Board().CardsAsync(new() { Case = new(number) })).Total;
        Assert.Equal(cards + 1, (await ReadAsync(await HireAsync("food-intake"), "/notices")).Split($"Case {number} was given").Length);
    }

    [Fact]
    public async Task another_body_neither_sees_nor_answers_it()
    {
        var (number, card) = await office.LateAsync();
        var other = await HireAsync("arbitrator");
        Assert.DoesNotContain(number, await ReadAsync(other, "/notices"), StringComparison.Ordinal);
        Assert.DoesNotContain(card.Number, await ReadAsync(other, "/desk/cards"), StringComparison.Ordinal);
        await other.AskAsync("/desk/cards/" + card.Number).MustAsync(HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, (await other.SendFormAsync("/desk/filters?keep=%2Fdesk", $"/desk/cards/{card.Number}/answer", ("text", "x"), ("click", "x"))).StatusCode);
        Assert.Empty((await office.Board().CardAsync(card.Number))!.Acts);
    }

    [Theory]
    [InlineData("auditor")]
    [InlineData("administrator")]
    [InlineData("supervisor")]
    public async Task whoever_reads_all_answers_for_nobody(string role)
    {
        var (_, card) = await office.LateAsync();
        var reader = await HireAsync(role);
        Assert.DoesNotContain("text-answer", await ReadAsync(reader, "/desk/cards/" + card.Number), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await reader.SendFormAsync("/desk/filters?keep=%2Fdesk", $"/desk/cards/{card.Number}/answer", ("text", "x"), ("click", "x"))).StatusCode);
        Assert.Equal(CardState.Open, (await office.Board().CardAsync(card.Number))!.Card.State);
    }

    [Fact]
    public async Task an_answer_without_words_comes_back_and_changes_nothing()
    {
        var (_, card) = await office.LateAsync();
        var page = "/desk/cards/" + card.Number;
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await (await HireAsync("food-intake")).SendFormAsync(page, page + "/answer", ("text", "  "))).StatusCode);
        Assert.Equal(CardState.Open, (await office.Board().CardAsync(card.Number))!.Card.State);
    }

    [Fact]
    public async Task an_order_reaches_the_body_is_replied_to_once_and_closed_by_supervision()
    {
        var (number, card) = await office.LateAsync();
        var (officer, other, supervisor) = (await HireAsync("food-intake"), await HireAsync("arbitrator"), await HireAsync("supervisor"));
        var due = office.Time.GetUtcNow().AddDays(5).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await supervisor.SendFormAsync("/supervision/cards/" + card.Number, $"/supervision/cards/{card.Number}/order", ("text", "take it and say so"), ("dueOn", due));
        var order = Assert.Single((await office.Board().CardAsync(card.Number))!.Orders).Id;

        Assert.Contains($"An order was issued about case {number}", await ReadAsync(officer, "/notices"), StringComparison.Ordinal);
        Assert.Contains("take it and say so", await ReadAsync(officer, "/desk/cards"), StringComparison.Ordinal);
        await other.AskAsync("/desk/orders/" + order).MustAsync(HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, (await other.SendFormAsync("/desk/filters?keep=%2Fdesk", $"/desk/orders/{order}/reply", ("text", "x"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.SendFormAsync("/desk/orders/" + order, $"/desk/orders/{order}/reply", ("text", " "))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await officer.SendFormAsync("/desk/orders/" + order, $"/desk/orders/{order}/reply", ("text", "taken today"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.SendFormAsync("/desk/filters?keep=%2Fdesk", $"/desk/orders/{order}/reply", ("text", "and again"))).StatusCode);

        Assert.Contains("taken today", await ReadAsync(supervisor, "/supervision/orders/" + order), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.SendFormAsync("/desk/filters?keep=%2Fdesk", $"/supervision/orders/{order}/close")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await supervisor.SendFormAsync("/supervision/orders/" + order, $"/supervision/orders/{order}/close")).StatusCode);
        Assert.DoesNotContain("/supervision/orders/" + order, await ReadAsync(supervisor, "/supervision/orders"), StringComparison.Ordinal);
        Assert.Contains("/supervision/orders/" + order, await ReadAsync(supervisor, "/supervision/orders?state=all"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_rules_stand_there_word_for_word_with_what_each_raised()
    {
        var (_, card) = await office.LateAsync();
        var page = await ReadAsync(await HireAsync("supervisor"), "/supervision/rules");
        Assert.All(office.Board().Rules, rule => Assert.Contains(rule.Text.English, page, StringComparison.Ordinal));
        var raised = (await office.Board().CardsAsync(new() { Rule = card.Rule })).Total;
        Assert.Contains($"Rule {card.Rule}: {raised} raised", page, StringComparison.Ordinal);
    }

    private Task<HttpClient> HireAsync(string role) => office.OfficerAsync($"answers-{Interlocked.Increment(ref hired)}", role);

    private static async Task<string> ReadAsync(HttpClient officer, string address) => WebUtility.HtmlDecode(await (await officer.AskAsync(address).MustAsync()).TextAsync());
}
