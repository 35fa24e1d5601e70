using System.Net;
using EGov.Web.Tests.Window;

namespace EGov.Web.Tests.Administration;

public sealed class Keeping_officers(Office office) : IClassFixture<Office>
{
    private const string New = "/administration/officers/new";

    [Fact]
    public async Task an_administrator_adds_an_officer_who_can_sign_in_and_act()
    {
        var admin = await AdministratorAsync(office, "admin-adds");
        var answer = await admin.SendFormAsync(New, null, Fields("added", "fire"));
        Assert.Equal("/administration/officers", answer.Headers.Location?.ToString());

        var added = office.Citizen();
        await added.SendFormAsync("/sign-in", null, ("userName", "added"), ("password", "Brand-new-2026"));
        await added.SendFormAsync("/account", "/account/password", ("current", "Brand-new-2026"), ("password", "Of-my-own-2026"), ("again", "Of-my-own-2026"));
        Assert.Equal("fire", (await added.AskAsync("api/me").MustAsync().JsonAsync()).GetProperty("parties")[0].GetString());
        Assert.Contains("added", await admin.GetStringAsync(new Uri("/administration/officers?q=adde", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("userName", "a b", "cannot be a user name")]
    [InlineData("userName", "system", "cannot be a user name")]
    [InlineData("displayName", "", "Give the name in Chinese and in English")]
    [InlineData("grade", "12", "A grade is 0 to 9")]
    [InlineData("grade", "high", "A grade is 0 to 9")]
    [InlineData("posts", "fire\nnobody", "There is no post “nobody”")]
    [InlineData("roles", "emperor", "There is no role “emperor”")]
    [InlineData("phone", "call me", "5 to 20 digits")]
    [InlineData("password", "weak", "Too weak")]
    public async Task what_cannot_be_is_refused_in_words_and_comes_back_as_typed(string field, string value, string told)
    {
        var name = "refused-" + Guid.NewGuid().ToString("N")[..8];
        var admin = await AdministratorAsync(office, "admin-" + name);
        (string Name, string Value)[] fields = [.. Fields(name, "fire").Where(one => one.Name != field), (field, value)];
        var answer = await admin.SendFormAsync(New, null, fields);
        var page = WebUtility.HtmlDecode(await answer.TextAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(told, page, StringComparison.Ordinal);
        if (field is not "password" and not "displayName" and not "roles") Assert.Contains(value.Split('\n')[0], page, StringComparison.Ordinal);
        await admin.AskAsync("/administration/officers/" + name).MustAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task a_post_taken_away_is_taken_away_at_the_next_request()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        var officer = await office.OfficerAsync("loses-post", "fire");
        await officer.AskAsync(licence.Case).MustAsync();
        var admin = await AdministratorAsync(office, "admin-takes");
        await admin.SendFormAsync("/administration/officers/loses-post", null, Fields("loses-post", "tax"));
        await officer.AskAsync(licence.Case).MustAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task an_administrator_can_neither_drop_his_own_role_nor_lock_himself()
    {
        var admin = await AdministratorAsync(office, "admin-himself");
        var page = "/administration/officers/admin-himself";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.SendFormAsync(page, null, Fields("admin-himself", "fire"))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.SendFormAsync(page, page + "/lock")).StatusCode);
        await admin.AskAsync("/administration/officers").MustAsync();
    }

    [Fact]
    public async Task a_locked_account_is_out_at_once_and_back_when_it_is_unlocked()
    {
        var officer = await office.OfficerAsync("locked-one", "fire");
        var (admin, page) = (await AdministratorAsync(office, "admin-locks"), "/administration/officers/locked-one");
        await admin.SendFormAsync(page, page + "/lock");
        await officer.AskAsync("api/me").MustAsync(HttpStatusCode.Unauthorized);
        Assert.Contains("An administrator has locked", await (await office.Citizen().SendFormAsync("/sign-in", null, ("userName", "locked-one"), ("password", "Only-4-tests!"))).TextAsync(), StringComparison.Ordinal);
        await admin.SendFormAsync(page, page + "/unlock");
        Assert.Equal(HttpStatusCode.SeeOther, (await office.Citizen().SendFormAsync("/sign-in", null, ("userName", "locked-one"), ("password", "Only-4-tests!"))).StatusCode);
    }

    [Fact]
    public async Task a_new_password_ends_what_was_opened_with_the_old_one()
    {
        var officer = await office.OfficerAsync("forgetful", "fire");
        var (admin, page) = (await AdministratorAsync(office, "admin-resets"), "/administration/officers/forgetful");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await admin.SendFormAsync(page, page + "/password", ("password", "weak"))).StatusCode);
        await officer.AskAsync("api/me").MustAsync();
        await admin.SendFormAsync(page, page + "/password", ("password", "Brand-new-2026"));
        await officer.AskAsync("api/me").MustAsync(HttpStatusCode.Unauthorized);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.Citizen().SendFormAsync("/sign-in", null, ("userName", "forgetful"), ("password", "Brand-new-2026"))).StatusCode);
    }

    [Fact]
    public async Task every_change_is_in_the_log_without_what_it_was_changed_to()
    {
        var admin = await AdministratorAsync(office, "admin-logged");
        await admin.SendFormAsync(New, null, [.. Fields("logged", "fire"), ("phone", "13812345678")]);
        await admin.SendFormAsync("/administration/officers/logged", null, [.. Fields("logged", "tax"), ("displayName", "秘密姓名"), ("phone", "13912345678")]);
        var log = await admin.GetStringAsync(new Uri("/administration/log", UriKind.Relative));
        Assert.Contains("&#x2B;tax -fire phone", log, StringComparison.Ordinal);
        Assert.Contains("admin-logged", log, StringComparison.Ordinal);
        Assert.DoesNotContain("13912345678", log, StringComparison.Ordinal);
        Assert.DoesNotContain("秘密姓名", log, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/administration/officers")]
    [InlineData("/administration/officers/new")]
    [InlineData("/administration/units/new")]
    [InlineData("/administration/units/import")]
    [InlineData("/administration/sessions")]
    [InlineData("/administration/import")]
    [InlineData("/administration/phrases")]
    [InlineData("/administration/access")]
    [InlineData("/administration/calendar")]
    [InlineData("/administration/messages")]
    [InlineData("/administration/log")]
    public async Task nobody_else_comes_in(string page)
    {
        await (await office.OfficerAsync("admin-not", "fire")).AskAsync(page).MustAsync(HttpStatusCode.Forbidden);
        await office.Citizen().AskAsync(page).MustAsync(HttpStatusCode.Unauthorized);
    }

    internal static Task<HttpClient> AdministratorAsync(Office office, string name) => Taking_in.SignedInAsync(office, name, "administrator");

    private static (string Name, string Value)[] Fields(string name, string posts) =>
        [("userName", name), ("displayName", "新同事"), ("displayNameEn", "New colleague"), ("grade", "3"), ("posts", posts), ("password", "Brand-new-2026")];
}
