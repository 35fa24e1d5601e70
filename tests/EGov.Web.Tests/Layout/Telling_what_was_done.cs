using System.Net;
using System.Text.RegularExpressions;

namespace EGov.Web.Tests.Layout;

public sealed partial class Telling_what_was_done(Office office) : IClassFixture<Office>
{
    [Theory]
    [InlineData("en", "Claimed: ")]
    [InlineData("zh-CN", "已签收“")]
    public async Task an_act_is_confirmed_once_on_the_page_that_follows_in_the_readers_language(string language, string words)
    {
        var (fire, licence) = (await office.OfficerAsync("is-told-" + language, "fire"), await FoodLicence.AcceptedAsync(office));
        var answer = await ClaimAsync(fire, licence, language);
        Assert.Equal((HttpStatusCode.SeeOther, $"/cases/{licence.Number}"), (answer.StatusCode, $"{answer.Headers.Location}"));

        var told = ToldOn(await PageAsync(fire, $"{answer.Headers.Location}?culture={language}"));
        Assert.StartsWith(words, told, StringComparison.Ordinal);
        Assert.Contains(licence.Number, told, StringComparison.Ordinal);
        Assert.Null(ToldOn(await PageAsync(fire, $"/cases/{licence.Number}")));
    }

    [Theory]
    [InlineData("en", "Accepted ")]
    [InlineData("zh-CN", "已受理 ")]
    public async Task taking_a_case_in_says_accepted_and_names_the_case(string language, string words)
    {
        var (clerk, licence) = (await office.OfficerAsync("accepts-" + language, "food-intake"), await FoodLicence.ApplyAsync(office));
        await licence.CompleteAsync("wang.fang", "food-intake", "Ready");
        var page = $"/cases/{licence.Number}";
        await clerk.SendFormAsync(page, page + "/acts/complete", ("work", $"{await licence.WorkItemOfAsync("food-intake")}"), ("option", "Accepted"), ("sure", "true"));
        Assert.StartsWith(words + licence.Number, ToldOn(await PageAsync(clerk, page + "?culture=" + language)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task parts_fetched_into_an_open_page_do_not_take_the_confirmation_away()
    {
        var (fire, licence) = (await office.OfficerAsync("has.two.pages", "fire"), await FoodLicence.AcceptedAsync(office));
        await ClaimAsync(fire, licence, "en");
        using var part = new HttpRequestMessage(HttpMethod.Get, "/notices/bell");
        part.Headers.Add("HX-Request", "true");
        await fire.SendAsync(part);
        Assert.NotNull(ToldOn(await PageAsync(fire, "/desk")));
    }

    [Fact]
    public async Task what_was_refused_confirms_nothing()
    {
        var (fire, licence) = (await office.OfficerAsync("is.refused", "fire"), await FoodLicence.AcceptedAsync(office));
        var page = $"/cases/{licence.Number}";
        var refused = await fire.SendFormAsync(page, page + "/acts/return", ("work", $"{await licence.WorkItemOfAsync("fire")}"), ("sure", "true"));
        Assert.Equal(HttpStatusCode.Conflict, refused.StatusCode);
        Assert.Null(ToldOn(await refused.TextAsync()));
        Assert.Null(ToldOn(await PageAsync(fire, page)));
    }

    [Theory]
    [InlineData("/desk?done=act-claim", null)]
    [InlineData("/desk", "egov-told=W251bGxd")]
    [InlineData("/desk", "egov-told=[\"act-claim\"]")]
    public async Task an_address_or_a_cookie_made_up_by_somebody_confirms_nothing(string address, string? cookie)
    {
        var fire = await office.OfficerAsync("is.not.fooled", "fire");
        using var request = new HttpRequestMessage(HttpMethod.Get, address);
        if (cookie is not null) request.Headers.Add("Cookie", cookie);
        Assert.Null(ToldOn(await (await fire.SendAsync(request)).TextAsync()));
    }

    [Theory]
    [InlineData("/language?to=en&back=%2Fdesk%3Fdone%3Dact-claim")]
    [InlineData("/desk/next?from=%2Fdesk%3Fdone%3Dact-claim")]
    public async Task an_address_to_return_to_confirms_nothing_either(string link)
    {
        var fire = await office.OfficerAsync("is.sent.a.link", "fire");
        Assert.Equal(HttpStatusCode.Redirect, (await fire.AskAsync(link)).StatusCode);
        Assert.Null(ToldOn(await PageAsync(fire, "/desk")));
    }

    [Fact]
    public async Task a_form_that_says_where_to_return_to_confirms_its_own_act_and_no_other()
    {
        var (fire, licence) = (await office.OfficerAsync("is.led.back", "fire"), await FoodLicence.AcceptedAsync(office));
        var answer = await fire.SendFormAsync($"/cases/{licence.Number}?culture=en", $"/cases/{licence.Number}/watch", ("back", "/desk?done=act-claim"));
        Assert.Equal((HttpStatusCode.SeeOther, "/desk?done=act-claim"), (answer.StatusCode, $"{answer.Headers.Location}"));
        Assert.Equal("You now watch this case; it is in Watched.", ToldOn(await PageAsync(fire, "/desk?culture=en&done=act-claim")));
        Assert.Null(ToldOn(await PageAsync(fire, "/desk?done=act-claim")));
    }

    private static async Task<HttpResponseMessage> ClaimAsync(HttpClient fire, FoodLicence licence, string language)
    {
        var page = $"/cases/{licence.Number}";
        return await fire.SendFormAsync(page + "?culture=" + language, page + "/acts/claim", ("work", $"{await licence.WorkItemOfAsync("fire")}"));
    }

    private static async Task<string> PageAsync(HttpClient client, string address) => await (await client.AskAsync(address).MustAsync()).TextAsync();

    private static string? ToldOn(string page) => Status().Match(page) is { Success: true } found ? WebUtility.HtmlDecode(found.Groups[1].Value) : null;

    [GeneratedRegex("role=\"status\" data-told[^>]*>.*?<span>(.*?)</span>")]
    private static partial Regex Status();
}
