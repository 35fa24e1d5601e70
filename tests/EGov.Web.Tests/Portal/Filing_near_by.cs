using System.Net;

namespace EGov.Web.Tests.Portal;

/// <summary>就近申办 (M003): an item is filed at any community or street, and the units of that place handle it.</summary>
public sealed class Filing_near_by(DistrictOffice office) : IClassFixture<DistrictOffice>
{
    [Fact]
    public async Task an_elderly_card_is_taken_in_decided_and_handed_out_at_one_sitting()
    {
        var number = await office.ApplyAsync("hexin-community");
        var (window, street) = (await office.OfficerAsync("hexin", "intake@hexin-community"), await office.OfficerAsync("yunxi", "affairs@yunxi-affairs"));
        Assert.Contains(number, await DistrictOffice.InboxAsync(window));
        Assert.Equal(HttpStatusCode.OK, (await office.CompleteAsync(window, number, "Accepted")).StatusCode);
        Assert.Contains(number, await DistrictOffice.InboxAsync(street));
        Assert.Equal(HttpStatusCode.OK, (await office.CompleteAsync(street, number, "Granted")).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await office.CompleteAsync(window, number, "Done")).StatusCode);
        Assert.Equal("closed", (await window.AskAsync("api/cases/" + number).MustAsync().JsonAsync()).GetProperty("status").GetString());
    }

    [Fact]
    public async Task the_window_of_another_community_neither_sees_nor_takes_it()
    {
        var number = await office.ApplyAsync("hexin-community");
        var stranger = await office.OfficerAsync("zhuyuan", "intake@zhuyuan-community");
        Assert.DoesNotContain(number, await DistrictOffice.InboxAsync(stranger));
        Assert.Equal(HttpStatusCode.Forbidden, (await stranger.AskAsync("api/cases/" + number)).StatusCode);
        var refused = await office.CompleteAsync(stranger, number, "Accepted");
        Assert.Equal((HttpStatusCode.Forbidden, "party-missing"), (refused.StatusCode, await refused.CodeAsync()));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("nowhere")]
    [InlineData("civil-affairs")]
    public async Task a_place_that_cannot_handle_it_is_refused(string? place)
    {
        var refused = await office.Citizen().ActAsync("api/items/elderly-card/applications", DistrictOffice.Card(place));
        Assert.Equal((HttpStatusCode.BadRequest, "place-unknown"), (refused.StatusCode, await refused.CodeAsync()));
    }

    [Fact]
    public async Task what_a_window_takes_in_is_filed_there()
    {
        var window = await office.OfficerAsync("qiushi", "intake@qiushi-community");
        var number = (await window.ActAsync("api/items/elderly-card/applications", DistrictOffice.Card(null)).MustAsync(HttpStatusCode.Created).JsonAsync()).GetProperty("case").GetString()!;
        Assert.Contains(number, await DistrictOffice.InboxAsync(window));
    }

    [Fact]
    public async Task a_window_does_not_file_for_another()
    {
        var refused = await (await office.OfficerAsync("qiushi", "intake@qiushi-community")).ActAsync("api/items/elderly-card/applications", DistrictOffice.Card("hexin-community"));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
    }

    [Fact]
    public async Task everybody_may_read_who_the_office_is_made_of()
    {
        var citizen = office.Citizen();
        var district = Assert.Single((await citizen.AskAsync("api/units").MustAsync().JsonAsync()).EnumerateArray());
        Assert.Equal(48 + 6, district.GetProperty("parts").GetArrayLength());
        Assert.Equal(58, (await citizen.AskAsync("api/units?item=elderly-card").MustAsync().JsonAsync()).GetArrayLength());
        Assert.Equal("item-unknown", await (await citizen.AskAsync("api/units?item=nothing")).CodeAsync());
    }

    [Fact]
    public async Task online_the_first_question_is_where()
    {
        var citizen = office.Citizen();
        await citizen.SendFormAsync("items/elderly-card/apply", null);
        var unanswered = await citizen.SendFormAsync("items/elderly-card/apply/1", null);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unanswered.StatusCode);
        Assert.Contains("Hexin Community, Yunxi Street", await unanswered.TextAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await citizen.SendFormAsync("items/elderly-card/apply/1", null, ("choices.place", "civil-affairs"))).StatusCode);

        var steps = new (string Name, string Value)[][]
        {
            [("choices.place", "hexin-community")], [("applicantName", "王小满"), ("idType", "resident-id"), ("idNumber", "11010519491231002X"), ("mobile", "13800000000"), ("birthDate", "1949-12-31")], [("livesAt", "竹园路 1 号")],
        };
        for (var step = 0; step < steps.Length; step++) Assert.Equal(HttpStatusCode.SeeOther, (await citizen.SendFormAsync($"items/elderly-card/apply/{step + 1}", null, steps[step])).StatusCode);
        var before = (await DistrictOffice.InboxAsync(await office.OfficerAsync("hexin", "intake@hexin-community"))).Count();
        Assert.Contains("Hexin Community", await (await citizen.AskAsync("items/elderly-card/apply/check")).TextAsync(), StringComparison.Ordinal);
        Assert.Equal("/receipt", (await citizen.SendFormAsync("items/elderly-card/apply/check", null)).Headers.Location?.ToString());
        Assert.Equal(before + 1, (await DistrictOffice.InboxAsync(await office.OfficerAsync("hexin", "intake@hexin-community"))).Count());
    }
}
