using System.Net;

namespace EGov.Web.Tests.Desk;

public sealed class Being_told(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task work_that_is_given_to_an_officer_rings_his_bell_and_only_his()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        var (giver, taker, other) = (await office.OfficerAsync("giver", "food-intake"), await office.OfficerAsync("taker", "food-intake"), await office.OfficerAsync("bystander", "food-intake"));
        await giver.ActAsync($"{licence.Case}/work-items/1/claim").MustAsync();
        await giver.ActAsync($"{licence.Case}/work-items/1/transfer", new { to = "taker", reason = "ill" }).MustAsync();

        Assert.Contains($"giver transferred case {licence.Number} to you", await PageAsync(taker, "/notices"), StringComparison.Ordinal);
        Assert.Contains("1 unread notices", await PageAsync(taker, "/desk"), StringComparison.Ordinal);
        Assert.DoesNotContain(licence.Number, await PageAsync(other, "/notices"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task who_urges_reaches_whoever_holds_the_work_or_else_the_whole_party()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        var (holder, other) = (await office.OfficerAsync("holder", "food-intake"), await office.OfficerAsync("idle", "food-intake"));
        await holder.ActAsync($"{licence.Case}/work-items/1/claim").MustAsync();
        await other.ActAsync($"{licence.Case}/work-items/1/urge").MustAsync();
        Assert.Contains(licence.Number, await PageAsync(holder, "/notices"), StringComparison.Ordinal);
        Assert.DoesNotContain(licence.Number, await PageAsync(other, "/notices"), StringComparison.Ordinal);

        var unheld = await FoodLicence.ApplyAsync(office);
        await holder.ActAsync($"{unheld.Case}/work-items/1/urge").MustAsync();
        Assert.Contains(unheld.Number, await PageAsync(other, "/notices"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_bell_that_shows_the_right_number_is_told_nothing_and_falls_silent_when_all_is_read()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        var (giver, taker) = (await office.OfficerAsync("ringer", "food-intake"), await office.OfficerAsync("listener", "food-intake"));
        await giver.ActAsync($"{licence.Case}/work-items/1/claim").MustAsync();
        await giver.ActAsync($"{licence.Case}/work-items/1/transfer", new { to = "listener", reason = "ill" }).MustAsync();
        Assert.Equal(HttpStatusCode.OK, (await BellAsync(taker, 0)).StatusCode);
        Assert.Equal(HttpStatusCode.NoContent, (await BellAsync(taker, 1)).StatusCode);

        Assert.Equal("/cases/" + licence.Number, (await taker.SendFormAsync("/notices", "/notices/open")).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.NoContent, (await BellAsync(taker, 0)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await giver.SendFormAsync("/desk/filters?keep=%2Fdesk", "/notices/read")).StatusCode);
    }

    [Fact]
    public async Task somebody_elses_notice_is_not_opened()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        var giver = await office.OfficerAsync("sender", "food-intake");
        await giver.SendFormAsync($"/cases/{licence.Number}/copy", null, ("to", "auditor"), ("click", "mine"));
        Assert.Equal(HttpStatusCode.NotFound, (await giver.SendFormAsync("/desk/filters?keep=%2Fdesk", "/notices/open", ("id", "copy:sender:mine"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await giver.SendFormAsync("/desk/filters?keep=%2Fdesk", "/notices/open")).StatusCode);
    }

    [Fact]
    public async Task a_copy_is_a_notice_with_its_note_and_a_watched_case_and_two_clicks_are_one()
    {
        var (licence, from) = (await FoodLicence.ApplyAsync(office), await office.OfficerAsync("copier", "food-intake"));
        var to = await office.OfficerAsync("copied", "fire");
        for (var click = 0; click < 2; click++)
            Assert.Equal(HttpStatusCode.SeeOther, (await from.SendFormAsync($"/cases/{licence.Number}/copy", null, ("to", "copied"), ("text", "please look"), ("click", "once"))).StatusCode);
        var page = await PageAsync(to, "/notices");
        Assert.Equal(2, page.Split("please look").Length);
        Assert.Contains($"row-{licence.Number}", await PageAsync(to, "/desk/watched"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody-at-all", "x", "no such account")]
    [InlineData("", "x", "no such account")]
    [InlineData("copier-too", "x", "to yourself")]
    [InlineData("not-of-food", "x", "may not read")]
    public async Task a_copy_to_the_wrong_person_is_refused_and_what_was_typed_is_kept(string to, string text, string told)
    {
        var (licence, from) = (await FoodLicence.ApplyAsync(office), await office.OfficerAsync("copier-too", "food-intake"));
        await office.OfficerAsync("not-of-food", "arbitrator");
        var answer = await from.SendFormAsync($"/cases/{licence.Number}/copy", null, ("to", to), ("text", text));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.TextAsync();
        Assert.Contains(told, page, StringComparison.Ordinal);
        Assert.Contains($">{text}</textarea>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task who_may_not_read_a_case_copies_it_to_nobody()
    {
        var (licence, stranger) = (await FoodLicence.ApplyAsync(office), await office.OfficerAsync("copy-stranger", "arbitrator"));
        await stranger.AskAsync($"/cases/{licence.Number}/copy").MustAsync(HttpStatusCode.NotFound);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.SendFormAsync("/desk/filters?keep=%2Fdesk", $"/cases/{licence.Number}/copy", ("to", "auditor"), ("click", "x"))).StatusCode);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("food-business-licence", true)]
    [InlineData("elderly-card", false)]
    public async Task who_was_lent_power_hears_what_the_owners_party_is_told_as_far_as_it_reaches(string item, bool isTold)
    {
        var name = "lent-bell-" + (item.Length == 0 ? "all" : item);
        var (owner, heir) = (await office.OfficerAsync(name + ".owner", "fire"), await office.OfficerAsync(name, "arbitrator"));
        await owner.ActAsync("api/delegations", new { @delegate = name, from = "2026-01-05", until = "2026-01-09", reason = "培训", items = item.Length == 0 ? Array.Empty<string>() : [item] }).MustAsync();
        var licence = await FoodLicence.AcceptedAsync(office);
        await owner.ActAsync($"{licence.Case}/work-items/{await licence.WorkItemOfAsync("fire")}/urge").MustAsync();

        Assert.Equal(isTold ? HttpStatusCode.OK : HttpStatusCode.NoContent, (await BellAsync(heir, 0)).StatusCode);
        Assert.Equal(isTold, (await PageAsync(heir, "/notices")).Contains(licence.Number, StringComparison.Ordinal));
    }

    private static async Task<HttpResponseMessage> BellAsync(HttpClient officer, int seen)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/notices/bell?seen={seen}");
        request.Headers.Add("HX-Request", "true");
        return await officer.SendAsync(request);
    }

    private static async Task<string> PageAsync(HttpClient officer, string address) => WebUtility.HtmlDecode(await (await officer.AskAsync(address).MustAsync()).TextAsync());
}
