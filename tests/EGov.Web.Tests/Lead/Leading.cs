using System.Net;

namespace EGov.Web.Tests.Lead;

public sealed class Leading(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task a_leader_assigns_the_officer_answers_and_each_is_told()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        var (leader, officer) = (await office.OfficerAsync("assigner", "lead"), await office.OfficerAsync("assignee", "food-intake"));
        // The leader of the district has no post of his own.
        var chief = await ChiefAsync("chief-one");
        Assert.Equal(HttpStatusCode.SeeOther, (await chief.SendFormAsync($"/lead/assign/{licence.Number}", null, ("to", "assignee"), ("text", "see to it"), ("dueOn", "2026-01-09"))).StatusCode);
        Assert.Contains("see to it", await PageAsync(officer, "/desk/assignments"), StringComparison.Ordinal);
        Assert.Contains($"assigned {licence.Number} to you", await PageAsync(officer, "/notices"), StringComparison.Ordinal);

        Assert.Equal(HttpStatusCode.SeeOther, (await officer.SendFormAsync("/desk/assignments", "/desk/assignments/reply", ("text", "it is done"))).StatusCode);
        Assert.Contains("it is done", await PageAsync(chief, "/lead"), StringComparison.Ordinal);
        Assert.Contains($"answered about {licence.Number}", await PageAsync(chief, "/notices"), StringComparison.Ordinal);
        Assert.DoesNotContain("it is done", await PageAsync(leader, "/lead"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("assignee-two", "", "2026-01-09", "Say what")]
    [InlineData("assignee-two", "typed", "2026-01-04", "date from today")]
    [InlineData("assignee-two", "typed", "never", "date from today")]
    [InlineData("assignee-two", "typed", "2036-01-04", "date from today")]
    [InlineData("nobody-here", "typed", "2026-01-09", "no such account")]
    [InlineData("outsider", "typed", "2026-01-09", "may not read")]
    [InlineData("chief-two", "typed", "2026-01-09", "to yourself")]
    public async Task an_assignment_with_something_wrong_comes_back_with_what_was_typed(string to, string text, string due, string told)
    {
        var (licence, chief) = (await FoodLicence.ApplyAsync(office), await ChiefAsync("chief-two"));
        await office.OfficerAsync("assignee-two", "food-intake");
        await office.OfficerAsync("outsider", "arbitrator");
        var answer = await chief.SendFormAsync($"/lead/assign/{licence.Number}", null, ("to", to), ("text", text), ("dueOn", due));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.TextAsync();
        Assert.Contains(told, page, StringComparison.Ordinal);
        Assert.Contains($">{text}</textarea>", page, StringComparison.Ordinal);
        Assert.DoesNotContain(licence.Number, await PageAsync(await office.OfficerAsync("assignee-two", "food-intake"), "/desk/assignments"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task nobody_but_a_leader_assigns_or_sees_the_board()
    {
        var (licence, officer) = (await FoodLicence.ApplyAsync(office), await office.OfficerAsync("no-leader", "food-intake"));
        foreach (var page in new[] { "/lead", "/lead/held?party=food-intake", $"/lead/assign/{licence.Number}" }) await officer.AskAsync(page).MustAsync(HttpStatusCode.Forbidden);
        Assert.Equal(HttpStatusCode.Forbidden, (await officer.SendFormAsync("/desk/filters?keep=%2Fdesk", $"/lead/assign/{licence.Number}", ("to", "auditor"), ("text", "x"), ("dueOn", "2026-01-09"), ("click", "x"))).StatusCode);
    }

    [Fact]
    public async Task a_leader_of_one_unit_neither_reads_nor_assigns_nor_counts_what_is_another_units()
    {
        var (licence, leader) = (await FoodLicence.ApplyAsync(office), await office.OfficerAsync("arbitration-head", "lead", "arbitrator"));
        await leader.AskAsync($"/lead/assign/{licence.Number}").MustAsync(HttpStatusCode.NotFound);
        await leader.AskAsync("/lead/held?party=food-intake").MustAsync(HttpStatusCode.NotFound);
        Assert.DoesNotContain("food-intake", await PageAsync(leader, "/lead"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task the_board_tells_who_holds_how_much_and_leads_to_it()
    {
        var (licence, leader) = (await FoodLicence.ApplyAsync(office), await office.OfficerAsync("food-chief", "lead", "food-intake"));
        await (await office.OfficerAsync("busy", "food-intake")).ActAsync($"{licence.Case}/work-items/1/claim").MustAsync();
        foreach (var sort in new[] { "", "party", "holder", "open", "late", "due", "nonsense" })
            Assert.Contains("/lead/held?party=food-intake&holder=busy", await PageAsync(leader, "/lead?sort=" + sort), StringComparison.Ordinal);
        Assert.Contains(licence.Number, await PageAsync(leader, "/lead/held?party=food-intake&holder=busy"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_answer_is_given_once_and_by_whoever_was_asked()
    {
        var (licence, chief) = (await FoodLicence.ApplyAsync(office), await ChiefAsync("chief-three"));
        var (asked, other) = (await office.OfficerAsync("asked", "food-intake"), await office.OfficerAsync("not-asked", "food-intake"));
        await chief.SendFormAsync($"/lead/assign/{licence.Number}", null, ("to", "asked"), ("text", "see to it"), ("dueOn", "2026-01-09"));
        var id = System.Text.RegularExpressions.Regex.Match(await PageAsync(asked, "/desk/assignments"), "name=\"id\" value=\"([0-9a-f]+)\"").Groups[1].Value;
        foreach (var (who, text) in new[] { (other, "not mine"), (asked, "  ") })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await who.SendFormAsync("/desk/filters?keep=%2Fdesk", "/desk/assignments/reply", ("id", id), ("text", text))).StatusCode);
        await asked.SendFormAsync("/desk/assignments", "/desk/assignments/reply", ("text", "first"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await asked.SendFormAsync("/desk/filters?keep=%2Fdesk", "/desk/assignments/reply", ("id", id), ("text", "second"))).StatusCode);
        Assert.DoesNotContain("second", await PageAsync(chief, "/lead"), StringComparison.Ordinal);
    }

    private Task<HttpClient> ChiefAsync(string name) => office.ChiefAsync(name);

    private static async Task<string> PageAsync(HttpClient officer, string address) => WebUtility.HtmlDecode(await (await officer.AskAsync(address).MustAsync()).TextAsync());
}
