using System.Net;
using System.Text.RegularExpressions;

namespace EGov.Web.Tests.Administration;

/// <summary>首次登录改密: a password somebody else knows opens nothing but its own change.</summary>
public sealed class Choosing_a_first_password(Office office) : IClassFixture<Office>
{
    private const string Given = "Brand-new-2026";
    private const string Chosen = "Of-my-own-2026";

    [Fact]
    public async Task nothing_opens_before_it_is_changed_and_everything_afterwards()
    {
        await AddAsync("first-one");
        var officer = await EnterAsync("first-one", Given);
        Assert.Equal("password-change-needed", await (await officer.AskAsync("api/me").MustAsync(HttpStatusCode.Forbidden)).CodeAsync());
        foreach (var page in new[] { "/desk", "/desk/phrases", "/notices", "/account/delegations", "/designer" })
        {
            using var asked = new HttpRequestMessage(HttpMethod.Get, page);
            asked.Headers.Accept.ParseAdd("text/html");
            Assert.Equal("/account", (await officer.SendAsync(asked)).Headers.Location?.ToString());
        }

        Assert.Contains("This password was given to you", await officer.GetStringAsync(new Uri("/account", UriKind.Relative)), StringComparison.Ordinal);
        await officer.SendFormAsync("/account", "/account/password", ("current", Given), ("password", Chosen), ("again", Chosen));
        await officer.AskAsync("api/me").MustAsync();
        await officer.AskAsync("/desk").MustAsync();
    }

    [Theory]
    [InlineData(Given, "The new password is the present one")]
    [InlineData("weak", "Too weak")]
    public async Task a_password_that_is_none_of_ones_own_or_too_weak_opens_nothing(string password, string told)
    {
        var name = "first-" + Guid.NewGuid().ToString("N")[..8];
        await AddAsync(name);
        var officer = await EnterAsync(name, Given);
        Assert.Contains(told, await (await officer.SendFormAsync("/account", "/account/password", ("current", Given), ("password", password), ("again", password))).TextAsync(), StringComparison.Ordinal);
        await officer.AskAsync("api/me").MustAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task what_is_open_to_everybody_stays_open_and_so_does_the_way_out()
    {
        await AddAsync("first-out");
        var officer = await EnterAsync("first-out", Given);
        await officer.AskAsync("/").MustAsync();
        await officer.ActAsync("api/sign-out").MustAsync(HttpStatusCode.NoContent);
    }

    [Fact]
    public async Task a_password_that_was_reset_is_changed_first_too()
    {
        await office.CreateAccountAsync("reset-one", 0, "fire");
        var (admin, page) = (await Keeping_officers.AdministratorAsync(office, "admin-first-resets"), "/administration/officers/reset-one");
        await admin.SendFormAsync(page, page + "/password", ("password", Given));
        await (await EnterAsync("reset-one", Given)).AskAsync("api/me").MustAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task an_import_gives_each_new_account_another_password_and_shows_it_once()
    {
        var admin = await Keeping_officers.AdministratorAsync(office, "admin-first-imports");
        const string File = "user_name,name,name_en,posts\nfirst-a,甲,A,fire\nfirst-b,乙,B,tax\n";
        var report = await (await admin.SendFormAsync("/administration/import", "/administration/import/do", ("text", File))).TextAsync();
        var passwords = Regex.Matches(report, "<code class=\"eg-mono\">([^<]+)</code>").Select(one => one.Groups[1].Value).ToArray();
        Assert.Equal(2, passwords.Distinct().Count());
        var file = System.Text.Encoding.UTF8.GetString(Convert.FromBase64String(WebUtility.HtmlDecode(Regex.Match(report, "base64,([^\"]+)\"").Groups[1].Value)));
        Assert.Equal($"\ufeffuser_name,password\r\nfirst-a,{passwords[0]}\r\nfirst-b,{passwords[1]}\r\n", file);

        await (await EnterAsync("first-a", passwords[0])).AskAsync("api/me").MustAsync(HttpStatusCode.Forbidden);
        var again = await (await admin.SendFormAsync("/administration/import", "/administration/import/do", ("text", File))).TextAsync();
        Assert.DoesNotContain("One-time password", again, StringComparison.Ordinal);
        Assert.DoesNotContain(passwords[0], await admin.GetStringAsync(new Uri("/administration/log", UriKind.Relative)), StringComparison.Ordinal);
    }

    private async Task AddAsync(string name) =>
        await (await Keeping_officers.AdministratorAsync(office, "admin-of-" + name)).SendFormAsync("/administration/officers/new", null, ("userName", name), ("displayName", "新同事"), ("displayNameEn", "New colleague"), ("posts", "fire"), ("password", Given));

    private async Task<HttpClient> EnterAsync(string name, string password)
    {
        var officer = office.Citizen();
        Assert.Equal(HttpStatusCode.SeeOther, (await officer.SendFormAsync("/sign-in", null, ("userName", name), ("password", password))).StatusCode);
        return officer;
    }
}
