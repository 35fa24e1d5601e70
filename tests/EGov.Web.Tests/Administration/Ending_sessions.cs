using System.Net;
using System.Text.RegularExpressions;
using EGov.Web.Tests.Window;

namespace EGov.Web.Tests.Administration;

public sealed class Ending_sessions(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task a_cookie_and_a_token_are_worth_nothing_once_their_session_is_ended()
    {
        var browser = await Taking_in.SignedInAsync(office, "ended", "fire");
        var program = await office.OfficerAsync("ended", "fire");
        var admin = await Keeping_officers.AdministratorAsync(office, "admin-ends");
        await browser.AskAsync("api/me").MustAsync();
        await program.AskAsync("api/me").MustAsync();

        while (SessionOf(await admin.GetStringAsync(new Uri("/administration/sessions", UriKind.Relative)), "ended") is { } session)
            await admin.SendFormAsync("/administration/sessions", "/administration/sessions/end", ("session", session));

        await browser.AskAsync("api/me").MustAsync(HttpStatusCode.Unauthorized);
        await program.AskAsync("api/me").MustAsync(HttpStatusCode.Unauthorized);
        Assert.Contains("Session ended", await admin.GetStringAsync(new Uri("/administration/log", UriKind.Relative)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task signing_out_ends_the_session_itself_so_that_a_copied_cookie_opens_nothing()
    {
        var browser = await Taking_in.SignedInAsync(office, "copied", "fire");
        var admin = await Keeping_officers.AdministratorAsync(office, "admin-looks");
        await browser.ActAsync("api/sign-out").MustAsync(HttpStatusCode.NoContent);
        var left = await admin.GetStringAsync(new Uri("/administration/sessions", UriKind.Relative));
        // The token of the same officer is another session, and stays.
        Assert.Single(Regex.Matches(left, "<th scope=\"row\">copied</th>"));
    }

    [Fact]
    public async Task an_officer_signs_out_everywhere_else_and_stays_here()
    {
        var here = await Taking_in.SignedInAsync(office, "travels", "fire");
        var there = await office.OfficerAsync("travels", "fire");
        Assert.Equal("/account", (await here.SendFormAsync("/account", "/account/sessions/end-others")).Headers.Location?.ToString());
        await there.AskAsync("api/me").MustAsync(HttpStatusCode.Unauthorized);
        await here.AskAsync("api/me").MustAsync();
    }

    [Fact]
    public async Task nobody_ends_anothers_session_from_his_own_page()
    {
        var victim = await office.OfficerAsync("victim", "fire");
        var admin = await Keeping_officers.AdministratorAsync(office, "admin-tells");
        var session = SessionOf(await admin.GetStringAsync(new Uri("/administration/sessions", UriKind.Relative)), "victim");
        var thief = await Taking_in.SignedInAsync(office, "ender", "fire");
        await thief.SendFormAsync("/account", "/account/sessions/end", ("session", session!));
        await victim.AskAsync("api/me").MustAsync();
    }

    [Theory]
    [InlineData("wrong", "Brand-new-2026", "Brand-new-2026", "The present password is wrong")]
    [InlineData("Only-4-tests!", "Brand-new-2026", "Brand-new-2027", "The two new passwords differ")]
    [InlineData("Only-4-tests!", "weak", "weak", "Too weak")]
    public async Task a_password_is_changed_by_whoever_knows_it_and_to_a_good_one(string current, string password, string again, string told)
    {
        var me = await Taking_in.SignedInAsync(office, "changes-" + Guid.NewGuid().ToString("N")[..8], "fire");
        var answer = await me.SendFormAsync("/account", "/account/password", ("current", current), ("password", password), ("again", again));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains(told, await answer.TextAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_changed_password_opens_and_the_old_one_does_not()
    {
        var me = await Taking_in.SignedInAsync(office, "changes", "fire");
        Assert.Equal("/account", (await me.SendFormAsync("/account", "/account/password", ("current", "Only-4-tests!"), ("password", "Brand-new-2026"), ("again", "Brand-new-2026"))).Headers.Location?.ToString());
        Assert.Equal(HttpStatusCode.Unauthorized, (await office.Citizen().SendFormAsync("/sign-in", null, ("userName", "changes"), ("password", "Only-4-tests!"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await office.Citizen().SendFormAsync("/sign-in", null, ("userName", "changes"), ("password", "Brand-new-2026"))).StatusCode);
    }

    [Fact]
    public async Task guessing_the_present_password_locks_the_account_as_signing_in_does()
    {
        var me = await Taking_in.SignedInAsync(office, "left-open", "fire");
        for (var guess = 0; guess < 5; guess++) await me.SendFormAsync("/account", "/account/password", ("current", "guess"), ("password", "Brand-new-2026"), ("again", "Brand-new-2026"));
        var answer = await me.SendFormAsync("/account", "/account/password", ("current", "Only-4-tests!"), ("password", "Brand-new-2026"), ("again", "Brand-new-2026"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
    }

    /// <summary>The first session of this account on the page, or null.</summary>
    private static string? SessionOf(string page, string account) =>
        Regex.Match(page, $"<th scope=\"row\">{account}</th>.*?name=\"session\" value=\"([0-9a-f]+)\"", RegexOptions.Singleline) is { Success: true } found ? found.Groups[1].Value : null;
}
