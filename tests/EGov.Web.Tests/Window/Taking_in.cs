using System.Net;

namespace EGov.Web.Tests.Window;

/// <summary>Who takes in what, what is noted of it, and what a window may not do.</summary>
public sealed class Taking_in(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task the_case_is_the_officers_and_says_that_it_came_through_a_window()
    {
        var licence = await TakenAsync(office, "window-opens");
        var shown = await (await office.OfficerAsync("auditor", "auditor")).AskAsync(licence.Case + "/journal").MustAsync();
        var journal = await shown.TextAsync();
        Assert.Contains("\"window-opens\"", journal, StringComparison.Ordinal);
        Assert.Contains("\"window\"", journal, StringComparison.Ordinal);
        Assert.DoesNotContain("11010519491231002X", journal, StringComparison.Ordinal);
    }

    [Fact]
    public async Task what_was_looked_at_and_by_whom_is_kept_without_the_number()
    {
        var licence = await TakenAsync(office, "window-notes");
        var page = await (await office.OfficerAsync("window-notes")).GetStringAsync(new Uri($"/window/cases/{licence.Number}", UriKind.Relative));
        Assert.Contains("The applicant in person", page, StringComparison.Ordinal);
        Assert.Contains("passes its check digit", page, StringComparison.Ordinal);
        Assert.Contains("window-notes", page, StringComparison.Ordinal);
        Assert.DoesNotContain("11010519491231002X", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task an_officer_whose_post_takes_nothing_in_is_refused()
    {
        var other = await SignedInAsync(office, "window-stranger", "fire");
        Assert.Equal(HttpStatusCode.Forbidden, (await other.SendFormAsync("/window", "/window/items/food-business-licence")).StatusCode);
        Assert.Contains("takes no applications in", await other.GetStringAsync(new Uri("/window", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task another_officer_at_the_same_browser_does_not_see_what_was_begun()
    {
        var client = await SignedInAsync(office, "window-first", "food-intake");
        await BeginAsync(client);
        await office.CreateAccountAsync("window-second", 0, "food-intake");
        await SignInAsync(client, "window-second");
        Assert.Equal("/window", (await client.AskAsync("/window/items/food-business-licence/2").MustAsync(HttpStatusCode.Redirect)).Headers.Location?.ToString());
    }

    [Theory]
    [InlineData("", "yes", "Say whether")]
    [InlineData("self", "", "Look at the original")]
    [InlineData("nobody", "yes", "Say whether")]
    public async Task nothing_goes_on_before_person_and_paper_were_seen(string presence, string seen, string told)
    {
        var client = await SignedInAsync(office, "window-looks" + presence + seen, "food-intake");
        await BeginAsync(client);
        var answer = await client.SendFormAsync("/window/items/food-business-licence/identity", null, ("presence", presence), ("seen", seen));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(told, await answer.TextAsync(), StringComparison.Ordinal);
        var check = await client.SendFormAsync("/window/items/food-business-licence/check", null);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, check.StatusCode);
    }

    [Theory]
    [InlineData("floor-plan", "original", "before you hand it back")]
    [InlineData("floor-plan", "deferred", "Say how")]
    [InlineData("floor-plan", "eaten", "Say how")]
    public async Task materials_are_counted_honestly(string material, string state, string told)
    {
        var client = await SignedInAsync(office, "window-counts" + state, "food-intake");
        await BeginAsync(client);
        var answer = await client.SendFormAsync("/window/items/food-business-licence/materials", null, ("state-" + material, state), ("state-safety-rules", "deferred"), ("next", "1"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(told, await answer.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_second_click_opens_no_second_case()
    {
        var client = await SignedInAsync(office, "window-twice", "food-intake");
        await BeginAsync(client);
        await LookAsync(client);
        Assert.Equal("/window/receipt", (await client.SendFormAsync("/window/items/food-business-licence/check", null)).Headers.Location?.ToString());
        var first = await client.GetStringAsync(new Uri("/window/receipt", UriKind.Relative));
        Assert.Equal("/window/receipt", (await client.SendFormAsync("/window", "/window/items/food-business-licence/check")).Headers.Location?.ToString());
        Assert.Contains(NumberOf(first), await client.GetStringAsync(new Uri("/window", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("<span class=\"eg-small eg-dim\">1</span>", await client.GetStringAsync(new Uri("/window", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_window_does_not_refuse_even_by_the_api()
    {
        var licence = await TakenAsync(office, "window-says-no");
        await licence.CompleteAsync("window-says-no-too", "food-intake", "Refused", "not ours");
        Assert.Equal("open", (await licence.TrackedAsync()).GetProperty("status").GetString());
        await licence.WorkItemOfAsync("food-review");
    }

    [Fact]
    public async Task passing_on_needs_a_reason_and_what_was_typed_comes_back()
    {
        var licence = await TakenAsync(office, "window-why");
        var client = await SignedInAsync(office, "window-why-too", "food-intake");
        var page = $"/window/cases/{licence.Number}";
        var answer = await client.SendFormAsync(page, null, ("choice", "Refused"), ("opinion", ""));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        answer = await client.SendFormAsync(page, null, ("choice", "Granted"), ("opinion", "typed with care"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Contains("typed with care", await answer.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task who_saw_an_older_state_acts_on_nothing()
    {
        var licence = await TakenAsync(office, "window-late");
        var client = await SignedInAsync(office, "window-late-too", "food-intake");
        var answer = await client.SendFormAsync($"/window/cases/{licence.Number}", null, ("choice", "Accepted"), ("version", "1"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        await licence.WorkItemOfAsync("food-intake");
    }

    /// <summary>A case taken in at the window by this officer, with what is printed on its receipt.</summary>
    internal static async Task<FoodLicence> TakenAsync(Office office, string officer, params (string Name, string Value)[] contact)
    {
        var client = await SignedInAsync(office, officer, "food-intake");
        await BeginAsync(client, contact);
        await LookAsync(client);
        await client.SendFormAsync("/window/items/food-business-licence/check", null);
        var receipt = await client.GetStringAsync(new Uri("/window/receipt", UriKind.Relative));
        return new(office, NumberOf(receipt), System.Text.RegularExpressions.Regex.Match(receipt, "id=\"query-password\">([0-9 ]+)<").Groups[1].Value.Replace(" ", "", StringComparison.Ordinal));
    }

    /// <summary>The officer as a browser: he signs in by the page and has cookies.</summary>
    internal static async Task<HttpClient> SignedInAsync(Office office, string officer, params string[] parties)
    {
        await office.OfficerAsync(officer, parties);
        var client = office.Citizen();
        await SignInAsync(client, officer);
        return client;
    }

    private static async Task SignInAsync(HttpClient client, string officer) =>
        Assert.Contains((await client.SendFormAsync("/sign-in", null, ("userName", officer), ("password", "Only-4-tests!"))).StatusCode, new[] { HttpStatusCode.SeeOther, HttpStatusCode.OK });

    private static async Task BeginAsync(HttpClient client, params (string Name, string Value)[] contact)
    {
        const string form = "/window/items/food-business-licence";
        await client.SendFormAsync("/window", form);
        await client.SendFormAsync(form + "/1", null, [("applicantName", "王小满"), ("idType", "resident-id"), ("idNumber", "11010519491231002X"), ("mobile", "13800000000"), .. contact]);
        await client.SendFormAsync(form + "/2", null, ("businessName", "小满面馆"), ("creditCode", "91350100M000100Y43"), ("choices.businessForm", "catering"));
        await client.SendFormAsync(form + "/3", null, ("address", "海潮路 1 号"), ("areaSquareMetres", "86.5"), ("fumes", "none"));
    }

    private static async Task LookAsync(HttpClient client)
    {
        const string form = "/window/items/food-business-licence";
        await client.SendFormAsync(form + "/identity", null, ("presence", "self"), ("seen", "yes"));
        await client.SendFormAsync(form + "/materials", null, ("state-floor-plan", "copy"), ("state-safety-rules", "missing"), ("next", "1"));
    }

    private static string NumberOf(string receipt) => System.Text.RegularExpressions.Regex.Match(receipt, "id=\"case-number\">([A-Z0-9-]+)<").Groups[1].Value;
}
