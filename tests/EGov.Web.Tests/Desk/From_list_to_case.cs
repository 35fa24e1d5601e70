using System.Net;

namespace EGov.Web.Tests.Desk;

/// <summary>A case is opened from a list, and the list goes on from there.</summary>
public sealed class From_list_to_case(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task the_next_case_of_the_list_is_one_key_away_and_the_filter_is_kept()
    {
        await using var own = new Office();
        var (clerk, cases) = (await own.OfficerAsync("goes.on", "food-intake"), new List<FoodLicence>());
        for (var count = 0; count < 3; count++) cases.Add(await FoodLicence.ApplyAsync(own));
        cases.Sort((one, other) => string.CompareOrdinal(one.Number, other.Number));
        var middle = await OpenFromAsync(clerk, "/desk/party?item=food-business-licence&word=FBL-2", cases[1].Number);
        var page = await PageAsync(clerk, middle);

        var next = await clerk.AskAsync(HrefOf(page, "j"));
        var back = await clerk.AskAsync(HrefOf(page, "k"));

        Assert.StartsWith($"/cases/{cases[2].Number}?from=", $"{next.Headers.Location}", StringComparison.Ordinal);
        Assert.StartsWith($"/cases/{cases[0].Number}?from=", $"{back.Headers.Location}", StringComparison.Ordinal);
        Assert.Contains(Uri.EscapeDataString("item=food-business-licence"), $"{next.Headers.Location}", StringComparison.Ordinal);
    }

    [Fact]
    public async Task past_the_end_the_list_comes_back_and_says_so()
    {
        var (clerk, only) = (await office.OfficerAsync("comes.back", "food-intake"), await FoodLicence.ApplyAsync(office));
        var page = await PageAsync(clerk, await OpenFromAsync(clerk, "/desk/party?word=" + only.Number, only.Number));
        var end = await clerk.AskAsync(HrefOf(page, "j"));
        Assert.Equal($"/desk/party?word={only.Number}", $"{end.Headers.Location}");
    }

    [Fact]
    public async Task the_way_is_kept_through_an_act_and_leads_on_when_the_work_has_left_the_list()
    {
        var (clerk, cases) = (await office.OfficerAsync("acts.on", "food-intake"), new[] { await FoodLicence.ApplyAsync(office), await FoodLicence.ApplyAsync(office) });
        var address = await OpenFromAsync(clerk, "/desk/party", cases[0].Number);
        var done = await clerk.SendFormAsync(address, ActionOf(await PageAsync(clerk, address), "/acts/complete"), ("option", "Ready"), ("text", "x"));
        Assert.Contains("?from=", $"{done.Headers.Location}", StringComparison.Ordinal);
        var next = await clerk.AskAsync(HrefOf(await PageAsync(clerk, $"{done.Headers.Location}"), "j"));
        Assert.DoesNotContain(cases[0].Number + "?", $"{next.Headers.Location}", StringComparison.Ordinal);
    }

    [Theory, InlineData("https://evil.example/"), InlineData("//evil.example/desk"), InlineData("/desk/../sign-out"), InlineData("javascript:alert(1)"), InlineData("/desk?after=x"), InlineData("/desk\r\nSet-Cookie:a=b")]
    public async Task an_address_that_is_no_list_leads_nowhere(string from)
    {
        var (clerk, licence) = (await office.OfficerAsync("is.careful", "food-intake"), await FoodLicence.ApplyAsync(office));
        var page = await PageAsync(clerk, $"/cases/{licence.Number}?from={Uri.EscapeDataString(from)}");
        Assert.DoesNotContain("data-key=\"j\"", page, StringComparison.Ordinal);
        Assert.DoesNotContain("=\"" + from, page, StringComparison.Ordinal);
        Assert.Equal("/desk", $"{(await clerk.AskAsync("/desk/next?from=" + Uri.EscapeDataString(from))).Headers.Location}");
    }

    [Fact]
    public async Task of_an_address_only_what_a_list_knows_is_kept()
    {
        var (clerk, licence) = (await office.OfficerAsync("keeps.little", "food-intake"), await FoodLicence.ApplyAsync(office));
        var address = await OpenFromAsync(clerk, "/desk/party?word=" + licence.Number, licence.Number);
        var page = await PageAsync(clerk, address + Uri.EscapeDataString("&done=stray&x=<b>"));
        Assert.DoesNotContain("stray", HrefOf(page, "j"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_line_is_new_until_the_case_was_opened()
    {
        var (clerk, licence) = (await office.OfficerAsync("reads.once", "food-intake"), await FoodLicence.ApplyAsync(office));
        var list = "/desk/party?word=" + licence.Number;
        Assert.Contains("eg-item is-new", await PageAsync(clerk, list), StringComparison.Ordinal);
        await PageAsync(clerk, "/cases/" + licence.Number);
        Assert.DoesNotContain("eg-item is-new", await PageAsync(clerk, list), StringComparison.Ordinal);
        Assert.Contains("eg-item is-new", await PageAsync(await office.OfficerAsync("has.not.read", "food-intake"), list), StringComparison.Ordinal);

        office.Time.Advance(TimeSpan.FromMinutes(1));
        await licence.CompleteAsync("wang.fang", "food-intake", "Ready");
        Assert.Contains("eg-item is-new", await PageAsync(clerk, list), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_number_leads_to_the_case_and_a_case_of_others_is_not_found_like_one_there_is_not()
    {
        var (clerk, stranger, licence) = (await office.OfficerAsync("finds", "food-intake"), await office.OfficerAsync("far.away", "arbitrator"), await FoodLicence.ApplyAsync(office));
        Assert.Equal("/cases/" + licence.Number, $"{(await clerk.AskAsync("/desk/find?number=%20" + licence.Number.ToLowerInvariant())).Headers.Location}");
        Assert.Equal("/desk?word=" + licence.Number, $"{(await stranger.AskAsync("/desk/find?number=" + licence.Number)).Headers.Location}");
        Assert.Equal("/desk", $"{(await stranger.AskAsync("/desk/find?number=" + new string('9', 51))).Headers.Location}");
        Assert.Contains("is no case number", await PageAsync(stranger, "/desk"), StringComparison.Ordinal);
        Assert.Equal("/desk", $"{(await stranger.AskAsync("/desk/find?number=FBL%00-1")).Headers.Location}");
        Assert.Equal("/desk", $"{(await stranger.AskAsync("/desk/find?number=%20")).Headers.Location}");
        Assert.Equal("/desk?word=no-such-case", $"{(await stranger.AskAsync("/desk/find?number=no-such-case")).Headers.Location}");
    }

    /// <summary>The address that a line of a list leads to.</summary>
    private static async Task<string> OpenFromAsync(HttpClient clerk, string list, string number)
    {
        var page = await PageAsync(clerk, list);
        var from = page.IndexOf($"href=\"/cases/{number}?from=", StringComparison.Ordinal) + 6;
        return WebUtility.HtmlDecode(page[from..page.IndexOf('"', from)]);
    }

    private static string HrefOf(string page, string key) => Attribute(page, page.IndexOf($"data-key=\"{key}\"", StringComparison.Ordinal), "href=\"");

    private static string ActionOf(string page, string part) => Attribute(page, page.IndexOf(part, StringComparison.Ordinal), "action=\"");

    private static string Attribute(string page, int before, string name)
    {
        var from = page.LastIndexOf(name, before, StringComparison.Ordinal) + name.Length;
        return WebUtility.HtmlDecode(page[from..page.IndexOf('"', from)]);
    }

    private static async Task<string> PageAsync(HttpClient client, string address) => await (await client.AskAsync(address).MustAsync()).TextAsync();
}
