using System.Net;
using System.Text.Json;

namespace EGov.Web.Tests.Desk;

public sealed class Several_at_once(Office office) : IClassFixture<Office>
{
    private const string Form = "/desk/filters?keep=%2Fdesk";

    [Fact]
    public async Task what_is_picked_is_claimed_and_what_somebody_else_holds_is_told_and_left_as_it_is()
    {
        var (first, second) = (await FoodLicence.ApplyAsync(office), await FoodLicence.ApplyAsync(office));
        await (await office.OfficerAsync("faster", "food-intake")).ActAsync($"{second.Case}/work-items/1/claim").MustAsync();
        var before = await second.VersionAsync();
        var answer = await SendAsync("claimer", "claim", [first, second]);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        var page = await answer.TextAsync();
        Assert.Contains("1 of 2 claimed", page, StringComparison.Ordinal);
        Assert.Contains("Another officer holds", page, StringComparison.Ordinal);
        Assert.Equal("claimer", await HolderOfAsync(first));
        Assert.Equal((before, "faster"), (await second.VersionAsync(), await HolderOfAsync(second)));
    }

    [Fact]
    public async Task the_same_click_twice_is_one_claim()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        await SendAsync("twice", "claim", [licence], ("click", "one"));
        var version = await licence.VersionAsync();
        Assert.Equal(HttpStatusCode.SeeOther, (await SendAsync("twice", "claim", [licence], ("click", "one"))).StatusCode);
        Assert.Equal(version, await licence.VersionAsync());
    }

    [Fact]
    public async Task like_work_is_finished_together_after_a_page_has_asked_how()
    {
        var (first, second) = (await FoodLicence.ApplyAsync(office), await FoodLicence.ApplyAsync(office));
        var asked = await (await SendAsync("finisher", "ask", [first, second])).TextAsync();
        Assert.Contains("value=\"Ready\"", asked, StringComparison.Ordinal);
        Assert.Equal(1, await first.WorkItemOfAsync("food-intake"));

        var answer = await SendAsync("finisher", "complete", [first, second], ("choice", "Ready"), ("opinion", "complete"));
        Assert.Contains("2 of 2 completed", await answer.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(2, await first.WorkItemOfAsync("food-intake"));
        Assert.Equal(2, await second.WorkItemOfAsync("food-intake"));
    }

    [Fact]
    public async Task a_delegate_finishes_the_work_of_his_owner_together()
    {
        var (first, second) = (await FoodLicence.ApplyAsync(office), await FoodLicence.ApplyAsync(office));
        await office.OfficerAsync("stands-in", "commerce");
        await (await office.OfficerAsync("away", "food-intake")).ActAsync("api/delegations", new { @delegate = "stands-in", from = "2026-01-05", until = "2026-01-09", reason = "培训" }).MustAsync();
        Assert.Contains("value=\"Ready\"", await (await SendAsync("stands-in", "commerce", "ask", [first, second])).TextAsync(), StringComparison.Ordinal);
        var answer = await SendAsync("stands-in", "commerce", "complete", [first, second], ("choice", "Ready"));
        Assert.Contains("2 of 2 completed", await answer.TextAsync(), StringComparison.Ordinal);
        Assert.Equal((2, 2), (await first.WorkItemOfAsync("food-intake"), await second.WorkItemOfAsync("food-intake")));
    }

    [Fact]
    public async Task unlike_work_cannot_be_finished_together()
    {
        var (first, second) = (await FoodLicence.ApplyAsync(office), await FoodLicence.ApplyAsync(office));
        await first.CompleteAsync("unlike", "food-intake", "Ready");
        var answer = await SendAsync("unlike", "ask", [first, second]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("different items or steps", await answer.TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "typed with care", "Choose one.")]
    [InlineData("NoSuchChoice", "typed with care", "typed with care")]
    [InlineData("NotReady", "", "reason")]
    public async Task a_form_with_something_missing_comes_back_with_what_was_typed_and_changes_nothing(string choice, string opinion, string told)
    {
        var licence = await FoodLicence.ApplyAsync(office);
        var before = await licence.VersionAsync();
        var answer = await SendAsync("forgetful", "complete", [licence], ("choice", choice), ("opinion", opinion));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.TextAsync();
        Assert.Contains(told, page, StringComparison.OrdinalIgnoreCase);
        Assert.Contains(opinion, page, StringComparison.Ordinal);
        Assert.Equal(before, await licence.VersionAsync());
    }

    [Fact]
    public async Task a_stranger_finishes_and_claims_nothing_and_is_told_nothing_of_the_applicant()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        var before = await licence.VersionAsync();
        foreach (var act in new[] { "claim", "ask", "complete" })
        {
            var page = await (await SendAsync("far-away", "arbitrator", act, [licence], ("choice", "Ready"))).TextAsync();
            Assert.DoesNotContain("王", page, StringComparison.Ordinal);
        }

        Assert.Equal(before, await licence.VersionAsync());
    }

    [Theory]
    [InlineData("claim")]
    [InlineData("ask")]
    [InlineData("complete")]
    public async Task nothing_picked_or_nonsense_changes_nothing_and_says_so(string act)
    {
        var officer = await office.OfficerAsync("empty-handed", "food-intake");
        foreach (var pick in new[] { "", "x", "x/y", "/1", "FBL-1/1/1" })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await officer.SendFormAsync(Form, "/desk/batch/" + act, ("pick", pick), ("choice", "Ready"))).StatusCode);
    }

    [Fact]
    public async Task a_case_can_be_peeked_into_by_whoever_may_read_it()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        var (reader, stranger) = (await office.OfficerAsync("peeker", "food-intake"), await office.OfficerAsync("far-away", "arbitrator"));
        Assert.Contains("王**", await (await PeekAsync(reader, licence).MustAsync()).TextAsync(), StringComparison.Ordinal);
        await PeekAsync(stranger, licence).MustAsync(HttpStatusCode.NotFound);
        Assert.EndsWith("/cases/" + licence.Number, (await reader.AskAsync("/desk/peek/" + licence.Number).MustAsync(HttpStatusCode.Redirect)).Headers.Location?.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task keys_are_switched_off_one_by_one()
    {
        var officer = await office.OfficerAsync("one-handed", "food-intake");
        var answer = await officer.SendFormAsync("/desk/settings", null, ("on", "j"));
        Assert.Contains(answer.Headers.GetValues("Set-Cookie"), cookie => cookie.StartsWith("egov-keys-off=", StringComparison.Ordinal) && Uri.UnescapeDataString(cookie).Contains("k,x", StringComparison.Ordinal));
        var page = await (await officer.AskAsync("/desk/settings")).TextAsync();
        Assert.Contains("value=\"j\" checked", page, StringComparison.Ordinal);
        Assert.DoesNotContain("value=\"k\" checked", page, StringComparison.Ordinal);
    }

    private static Task<HttpResponseMessage> PeekAsync(HttpClient officer, FoodLicence licence)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "/desk/peek/" + licence.Number);
        request.Headers.Add("HX-Request", "true");
        return officer.SendAsync(request);
    }

    private Task<HttpResponseMessage> SendAsync(string officer, string act, FoodLicence[] picked, params (string Name, string Value)[] fields) => SendAsync(officer, "food-intake", act, picked, fields);

    private async Task<HttpResponseMessage> SendAsync(string officer, string party, string act, FoodLicence[] picked, params (string Name, string Value)[] fields)
    {
        var client = await office.OfficerAsync(officer, party);
        var works = new List<KeyValuePair<string, string>>();
        foreach (var licence in picked) works.Add(new("pick", $"{licence.Number}/{await licence.WorkItemOfAsync("food-intake")}"));
        return await client.SendFormAsync(Form, "/desk/batch/" + act, works, fields);
    }

    private async Task<string?> HolderOfAsync(FoodLicence licence) =>
        (await (await office.OfficerAsync("auditor", "auditor")).AskAsync(licence.Case).MustAsync().JsonAsync()).GetProperty("workItems").EnumerateArray()
            .Where(item => item.GetProperty("holder").ValueKind != JsonValueKind.Null).Select(item => item.GetProperty("holder").GetString()).LastOrDefault();
}
