using System.Net;
using System.Text.RegularExpressions;
using EGov.Web.Tests.Window;

namespace EGov.Web.Tests.Administration;

/// <summary>授权登记 as pages, without script. It is Monday 2026-01-05.</summary>
public sealed class Register_of_power(DistrictOffice office) : IClassFixture<DistrictOffice>
{
    [Fact]
    public async Task an_officer_lends_his_own_power_and_takes_it_back()
    {
        await office.OfficerAsync("page-delegate", "finance");
        var owner = await Taking_in.SignedInAsync(office, "page-owner", "tax");
        var made = await owner.SendFormAsync("/account/delegations/new", null, Fields("page-delegate"));
        Assert.Equal("/account/delegations", made.Headers.Location?.ToString());
        var page = await owner.GetStringAsync(new Uri("/account/delegations", UriKind.Relative));
        Assert.Contains("in force", page, StringComparison.Ordinal);
        var revoke = Regex.Match(page, "/account/delegations/[0-9a-f]{32}/revoke").Value;
        Assert.Equal("/account/delegations", (await owner.SendFormAsync("/account/delegations", revoke)).Headers.Location?.ToString());
        page = await owner.GetStringAsync(new Uri("/account/delegations", UriKind.Relative));
        Assert.Contains("revoked", page, StringComparison.Ordinal);
        Assert.DoesNotContain("/revoke", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("delegate", "nobody", "The delegate has no such account")]
    [InlineData("until", "2025-12-31", "Give the first and the last day")]
    [InlineData("from", "soon", "Give the first and the last day")]
    [InlineData("reason", "", "Give the reason")]
    [InlineData("items", "nothing", "One of the items does not exist")]
    public async Task what_cannot_be_is_refused_in_words_and_nothing_typed_is_lost(string field, string value, string told)
    {
        await office.OfficerAsync("page-delegate", "finance");
        var owner = await Taking_in.SignedInAsync(office, "page-owner-" + Guid.NewGuid().ToString("N")[..8], "tax");
        var refused = await owner.SendFormAsync("/account/delegations/new", null, [.. Fields("page-delegate").Where(one => one.Name != field), (field, value)]);
        var page = WebUtility.HtmlDecode(await refused.TextAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains(told, page, StringComparison.Ordinal);
        Assert.Contains(field == "reason" ? "page-delegate" : "on a course", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task nobody_lends_the_power_of_another_from_his_own_page()
    {
        await office.OfficerAsync("page-delegate", "finance");
        await office.OfficerAsync("page-victim", "tax");
        var thief = await Taking_in.SignedInAsync(office, "page-thief", "commerce");
        await thief.SendFormAsync("/account/delegations/new", null, [.. Fields("page-thief"), ("owner", "page-victim")]);
        Assert.DoesNotContain("page-victim", await thief.GetStringAsync(new Uri("/account/delegations", UriKind.Relative)), StringComparison.Ordinal);
        await thief.AskAsync("/administration/delegations").MustAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task an_administrator_enters_what_an_absent_owner_asked_for_and_it_is_logged()
    {
        await office.OfficerAsync("page-delegate", "finance");
        await office.OfficerAsync("page-absent", "tax");
        var admin = await Keeping_officers.AdministratorAsync(office, "admin-lends");
        await admin.SendFormAsync("/administration/delegations/new", null, [.. Fields("page-delegate"), ("owner", "page-absent")]);
        Assert.Contains("page-absent", await admin.GetStringAsync(new Uri("/administration/delegations", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Contains("Entered a delegation", await admin.GetStringAsync(new Uri("/administration/log", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task units_are_shown_block_by_block_with_line_posts_and_duty()
    {
        var page = WebUtility.HtmlDecode(await (await Keeping_officers.AdministratorAsync(office, "admin-units")).GetStringAsync(new Uri("/administration/units", UriKind.Relative)));
        Assert.Contains("District 49, street 47, community 52", page, StringComparison.Ordinal);
        Assert.Contains("intake@hexin-community", page, StringComparison.Ordinal);
        Assert.Contains("Civil Affairs, Yunhe District", page, StringComparison.Ordinal);
        Assert.Contains("Mon–Fri 08:30–17:30", page, StringComparison.Ordinal);
    }

    private static (string Name, string Value)[] Fields(string to) => [("delegate", to), ("from", "2026-01-05"), ("until", "2026-01-09"), ("reason", "on a course")];
}
