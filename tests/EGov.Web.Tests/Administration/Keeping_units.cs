using System.Net;
using System.Text.RegularExpressions;
using EGov.Runtime.Organisation;
using EGov.Runtime.People;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Web.Tests.Administration;

/// <summary>机构与岗位 as administrators keep them, in the demonstration district.</summary>
public sealed class Keeping_units(DistrictOffice office) : IClassFixture<DistrictOffice>
{
    private const string Import = "/administration/units/import";

    [Fact]
    public async Task a_unit_is_added_with_a_post_that_an_officer_can_then_hold()
    {
        var admin = await Keeping_officers.AdministratorAsync(office, "admin-adds-unit");
        var answer = await admin.SendFormAsync("/administration/units/new", null, Fields("new-community", block: "yunxi-street", role: "advice"));
        Assert.Equal("/administration/units/new-community", answer.Headers.Location?.ToString());
        Assert.Contains("Nobody holds it", await admin.GetStringAsync(new Uri("/administration/units/new-community", UriKind.Relative)), StringComparison.Ordinal);
        await office.CreateAccountAsync("adviser", 0, "advice@new-community");
        var page = await admin.GetStringAsync(new Uri("/administration/units/new-community", UriKind.Relative));
        Assert.Contains("/administration/officers/adviser", page, StringComparison.Ordinal);
        Assert.Contains("Unit added", await admin.GetStringAsync(new Uri("/administration/log", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_unit_whose_posts_are_held_is_closed_only_when_it_is_said_that_they_finish_there()
    {
        var (admin, page) = (await Keeping_officers.AdministratorAsync(office, "admin-closes-held"), "/administration/units/held-community");
        await admin.SendFormAsync("/administration/units/new", null, Fields("held-community", block: "yunxi-street", role: "advice"));
        await office.CreateAccountAsync("stays-there", 0, "advice@held-community");
        var refused = await admin.SendFormAsync(page, null, Fields("held-community", "yunxi-street", closedOn: "2026-01-06", role: "advice"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Officers hold posts here: stays-there", await refused.TextAsync(), StringComparison.Ordinal);

        var closed = await admin.SendFormAsync(page, null, [.. Fields("held-community", "yunxi-street", closedOn: "2026-01-06", role: "advice"), ("sure", "yes")]);
        Assert.Equal(page, closed.Headers.Location?.ToString());
    }

    [Fact]
    public async Task a_unit_that_is_closed_hands_its_officers_to_the_one_that_takes_them_over_in_the_same_act()
    {
        var (admin, page) = (await Keeping_officers.AdministratorAsync(office, "admin-hands-over"), "/administration/units/leaves-community");
        await admin.SendFormAsync("/administration/units/new", null, Fields("leaves-community", block: "yunxi-street", role: "advice"));
        await admin.SendFormAsync("/administration/units/new", null, Fields("takes-community", block: "yunxi-street", role: "advice"));
        await office.CreateAccountAsync("moves-over", 0, "advice@leaves-community", "fire");

        var answer = await admin.SendFormAsync(page, null, [.. Fields("leaves-community", "yunxi-street", closedOn: "2026-01-06", role: "advice"), ("takenOverBy", "takes-community")]);

        Assert.Equal((HttpStatusCode.SeeOther, page), (answer.StatusCode, $"{answer.Headers.Location}"));
        Assert.Equal("advice@takes-community fire", await PostsAsync("moves-over"));
        Assert.Contains("moves-over", await admin.GetStringAsync(new Uri("/administration/units/takes-community", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task whoever_still_has_open_work_at_the_closed_unit_keeps_that_post_beside_the_new_one()
    {
        var (community, other) = (await PlaceAsync(2), await PlaceAsync(3));
        var keeper = await office.OfficerAsync("keeps-both", "intake@" + community);
        var number = await office.ApplyAsync(community);
        var admin = await Keeping_officers.AdministratorAsync(office, "admin-keeps-both");
        var answer = await CloseAsync(admin, community, other);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        Assert.Equal(string.Join(' ', new[] { "intake@" + community, "intake@" + other }.Order(StringComparer.Ordinal)), await PostsAsync("keeps-both"));
        Assert.Contains(number, await DistrictOffice.InboxAsync(keeper));
    }

    [Fact]
    public async Task a_unit_is_not_taken_over_when_open_work_would_be_left_with_nobody_and_nothing_is_changed()
    {
        var (community, other) = (await PlaceAsync(4), await PlaceAsync(5));
        await office.ApplyAsync(community);
        var admin = await Keeping_officers.AdministratorAsync(office, "admin-orphans");
        var answer = await CloseAsync(admin, community, other);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"Work at the post “intake@{community}” is still open and nobody holds it", WebUtility.HtmlDecode(await answer.TextAsync()), StringComparison.Ordinal);
        Assert.Null((await office.Services.GetRequiredService<UnitRegister>().AllAsync()).Single(unit => unit.Id == community).ClosedOn);
    }

    [Theory]
    [InlineData("nowhere", "cannot take them over")]
    [InlineData("stays-community", "cannot take them over")]
    [InlineData("hexin-community", "has no post")]
    public async Task a_unit_that_cannot_take_the_officers_over_is_refused_and_they_stay(string heir, string told)
    {
        var (admin, page) = (await Keeping_officers.AdministratorAsync(office, "admin-" + Guid.NewGuid().ToString("N")[..8]), "/administration/units/stays-community");
        await admin.SendFormAsync("/administration/units/new", null, Fields("stays-community", block: "yunxi-street", role: "advice"));
        await office.CreateAccountAsync("stays-" + heir, 0, "advice@stays-community");
        var answer = await admin.SendFormAsync(page, null, [.. Fields("stays-community", "yunxi-street", closedOn: "2026-01-06", role: "advice"), ("takenOverBy", heir)]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(told, WebUtility.HtmlDecode(await answer.TextAsync()), StringComparison.Ordinal);
        Assert.Equal("advice@stays-community", await PostsAsync("stays-" + heir));
    }

    [Fact]
    public async Task the_exported_file_brought_in_again_changes_nothing_and_taking_it_away_is_written_down()
    {
        var admin = await Keeping_officers.AdministratorAsync(office, "admin-exports");
        var file = (await (await admin.AskAsync("/administration/units/export").MustAsync()).TextAsync()).TrimStart('\uFEFF');
        Assert.StartsWith("unit,role,level,name,name_en,block,line,closed_on,seat,grade,duty\r\n", file, StringComparison.Ordinal);
        var report = await office.Services.GetRequiredService<UnitImport>().TryAsync(file);
        Assert.InRange(report.Length, 100, UnitImport.MostLines);
        Assert.All(report, line => Assert.True(line.Outcome == ImportOutcome.Same, line.ToString()));
        Assert.Contains("Units exported", await admin.GetStringAsync(new Uri("/administration/log", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Not An Id", "yunxi-street", "", "", "", "cannot be an id")]
    [InlineData("no-block", "", "", "", "", "There is one district")]
    [InlineData("no-line", "yunxi-street", "moon", "", "", "no body of the district")]
    [InlineData("no-day", "yunxi-street", "", "soon", "", "is no day")]
    [InlineData("no-rota", "yunxi-street", "", "", "whenever", "is no rota")]
    public async Task what_makes_no_district_is_refused_in_words_and_comes_back_as_typed(string id, string block, string line, string closedOn, string duty, string told)
    {
        var admin = await Keeping_officers.AdministratorAsync(office, "admin-" + Guid.NewGuid().ToString("N")[..8]);
        var answer = await admin.SendFormAsync("/administration/units/new", null, Fields(id, block, line: line, closedOn: closedOn, role: "advice", duty: duty));
        var page = WebUtility.HtmlDecode(await answer.TextAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(told, page, StringComparison.Ordinal);
        Assert.Contains("value=\"新社区\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_unit_with_open_cases_is_not_removed_but_closed_and_then_nothing_new_is_filed_there()
    {
        var community = await PlaceAsync(0);
        await office.ApplyAsync(community);
        var (admin, page) = (await Keeping_officers.AdministratorAsync(office, "admin-closes"), "/administration/units/" + community);
        var refused = await admin.SendFormAsync(page, page + "/remove");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("Cases filed here are still open", await refused.TextAsync(), StringComparison.Ordinal);

        var closed = await SendAsync(admin, $"unit,closed_on\n{community},2026-01-05\n", "/do");
        Assert.Contains("Imported.", await closed.TextAsync(), StringComparison.Ordinal);
        await office.Citizen().ActAsync("api/items/elderly-card/applications", DistrictOffice.Card(community)).MustAsync(HttpStatusCode.BadRequest);
        Assert.DoesNotContain($"\"{community}\"", await office.Citizen().GetStringAsync(new Uri("api/units?item=elderly-card", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_street_whose_communities_have_open_cases_keeps_the_posts_they_will_come_to()
    {
        var community = await PlaceAsync(1);
        await office.ApplyAsync(community);
        var admin = await Keeping_officers.AdministratorAsync(office, "admin-street");
        var street = Regex.Match(await admin.GetStringAsync(new Uri("/administration/units/" + community, UriKind.Relative)), "<option value=\"([a-z]+)-street\" selected").Groups[1].Value;
        var answer = await SendAsync(admin, $"unit,role,remove\n{street}-affairs,affairs,yes\n", "/do");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains("will yet come to the post", await answer.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_post_that_is_held_is_taken_away_only_after_its_officer_has_another()
    {
        var admin = await Keeping_officers.AdministratorAsync(office, "admin-held");
        await admin.SendFormAsync("/administration/units/new", null, Fields("held-community", block: "yunxi-street", role: "advice"));
        await office.CreateAccountAsync("holder", 0, "advice@held-community");
        var page = "/administration/units/held-community";
        Assert.Contains("Officers hold the post, such as holder", await (await admin.SendFormAsync(page, page + "/remove")).TextAsync(), StringComparison.Ordinal);
        await admin.SendFormAsync("/administration/officers/holder", null, ("displayName", "甲"), ("displayNameEn", "A"), ("posts", ""));
        Assert.Equal("/administration/units", (await admin.SendFormAsync(page, page + "/remove")).Headers.Location?.ToString());
    }

    [Fact]
    public async Task a_file_is_tried_first_then_done_and_changes_nothing_the_second_time()
    {
        var admin = await Keeping_officers.AdministratorAsync(office, "admin-unit-file");
        const string File = "unit,role,level,name,name_en,block,line,duty\nfrom-file,,community,文件社区,File Community,yunxi-street,civil-affairs,\nfrom-file,advice,,咨询岗,advice,,,Mon-Fri 08:30-17:30\n";
        Assert.Contains("2 new, 0 changed, 0 same, 0 wrong", await (await SendAsync(admin, File, "")).TextAsync(), StringComparison.Ordinal);
        await admin.AskAsync("/administration/units/from-file").MustAsync(HttpStatusCode.NotFound);
        await SendAsync(admin, File, "/do");
        await admin.AskAsync("/administration/units/from-file").MustAsync();
        Assert.Contains("0 new, 0 changed, 2 same, 0 wrong", await (await SendAsync(admin, File, "")).TextAsync(), StringComparison.Ordinal);
        Assert.Contains("1 removed", await (await SendAsync(admin, "unit,remove\nfrom-file,yes\n", "")).TextAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("good,,community,好社区,Good,yunxi-street,\nbad,,community,坏社区,Bad,moon,\n", "Line 3: There is no unit “moon”")]
    [InlineData("good,,moonbase,好社区,Good,yunxi-street,\n", "Line 2: There is no level “moonbase”")]
    [InlineData("good,advice,,岗,post,,\n", "Line 2: There is no unit “good”")]
    [InlineData("good,,community,,Good,yunxi-street,\n", "Line 2: Give the name of “good”")]
    [InlineData("good,,community,好,Good,yunxi-street,\ngood,,community,好,Good,yunxi-street,\n", "Line 3: “good” is in the file twice")]
    [InlineData("yunxi-street,,,,,,yes\n", "Line 2: ")]
    public async Task a_file_is_told_what_is_wrong_by_line_and_then_nothing_is_changed(string lines, string told)
    {
        var admin = await Keeping_officers.AdministratorAsync(office, "admin-" + Guid.NewGuid().ToString("N")[..8]);
        var answer = await SendAsync(admin, "unit,role,level,name,name_en,block,remove\n" + lines, "/do");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(told, WebUtility.HtmlDecode(await answer.TextAsync()), StringComparison.Ordinal);
        await admin.AskAsync("/administration/units/good").MustAsync(HttpStatusCode.NotFound);
        await admin.AskAsync("/administration/units/yunxi-street").MustAsync();
    }

    /// <summary>Closes a unit of the demonstration as its form shows it, and names who takes it over.</summary>
    private async Task<HttpResponseMessage> CloseAsync(HttpClient admin, string id, string heir)
    {
        var unit = (await office.Services.GetRequiredService<UnitRegister>().AllAsync()).Single(one => one.Id == id);
        IEnumerable<KeyValuePair<string, string>> Many(string name, Func<Post, string> value) => unit.Posts.Select(post => KeyValuePair.Create(name, value(post)));
        return await admin.SendFormAsync(
            "/administration/units/" + id, null,
            [.. Many("role", post => post.Role), .. Many("seat", post => post.Seat.Value), .. Many("postName", post => post.Name), .. Many("postNameEn", post => post.NameEn), .. Many("grade", post => $"{post.Grade}"), .. Many("duty", post => string.Join("; ", post.Duty))],
            ("level", $"{unit.Level}"), ("name", unit.Name), ("nameEn", unit.NameEn), ("block", unit.Block ?? ""), ("line", unit.Line ?? ""), ("closedOn", "2026-01-06"), ("takenOverBy", heir));
    }

    private async Task<string> PostsAsync(string officer)
    {
        await using var scope = office.Services.CreateAsyncScope();
        var entry = await scope.ServiceProvider.GetRequiredService<OfficerRegister>().ReadAsync(officer);
        return string.Join(' ', entry!.Parties.Select(party => party.Value).Order(StringComparer.Ordinal));
    }

    private static Task<HttpResponseMessage> SendAsync(HttpClient admin, string file, string how) => admin.SendFormAsync(Import, Import + how, ("text", file));

    private async Task<string> PlaceAsync(int number) =>
        (await office.Citizen().AskAsync("api/units?item=elderly-card").MustAsync().JsonAsync()).EnumerateArray().Select(unit => unit.GetProperty("id").GetString()!).Where(id => !id.EndsWith("-street", StringComparison.Ordinal)).ElementAt(number);

    private static (string Name, string Value)[] Fields(string id, string block, string line = "", string closedOn = "", string role = "", string duty = "") =>
    [
        ("id", id), ("level", "Community"), ("name", "新社区"), ("nameEn", "New Community"), ("block", block), ("line", line), ("closedOn", closedOn),
        ("role", role), ("seat", ""), ("postName", "咨询岗"), ("postNameEn", "advice"), ("grade", ""), ("duty", duty),
    ];
}
