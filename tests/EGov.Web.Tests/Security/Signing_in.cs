using System.Net;
using System.Net.Http.Json;
using EGov.Engine;
using EGov.Runtime.Administration;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Web.Tests.Security;

public sealed class Signing_in(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task with_a_cookie_keeps_it_from_scripts_and_other_sites()
    {
        await office.CreateAccountAsync("cookie", 0, "fire");
        var browser = office.Citizen();

        var answer = await browser.PostAsJsonAsync("api/sign-in", Office.SignIn("cookie")).MustAsync(HttpStatusCode.NoContent);

        var cookie = Assert.Single(answer.Headers.GetValues("Set-Cookie"));
        Assert.Contains("httponly", cookie, StringComparison.Ordinal);
        Assert.Contains("samesite=strict", cookie, StringComparison.Ordinal);
        Assert.Equal("cookie", (await browser.AskAsync("api/me").MustAsync().JsonAsync()).GetProperty("userName").GetString());
    }

    [Fact]
    public async Task over_https_gives_a_cookie_that_never_travels_without_it()
    {
        await office.CreateAccountAsync("secure", 0, "fire");
        var browser = office.Citizen();
        var sent = await browser.PostAsJsonAsync(new Uri("https://localhost/api/sign-in"), Office.SignIn("secure")).MustAsync(HttpStatusCode.NoContent);
        Assert.Contains("; secure", Assert.Single(sent.Headers.GetValues("Set-Cookie")), StringComparison.Ordinal);
        await browser.GetAsync(new Uri("https://localhost/api/me")).MustAsync();
        await browser.GetAsync(new Uri("http://localhost/api/me")).MustAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task lasts_as_long_as_somebody_works_and_its_session_can_still_be_ended()
    {
        await office.CreateAccountAsync("worker", 0, "fire");
        var browser = office.Citizen();
        await browser.PostAsJsonAsync("api/sign-in", Office.SignIn("worker")).MustAsync(HttpStatusCode.NoContent);

        for (var halfHour = 0; halfHour < 10; halfHour++)
        {
            office.Time.Advance(TimeSpan.FromMinutes(31));
            await browser.AskAsync("api/me").MustAsync();
        }

        await office.Services.GetRequiredService<Sessions>().EndAllAsync("worker", new UserId("admin"));
        await browser.AskAsync("api/me").MustAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task ends_with_signing_out()
    {
        await office.CreateAccountAsync("leaver", 0, "fire");
        var browser = office.Citizen();
        await browser.PostAsJsonAsync("api/sign-in", Office.SignIn("leaver")).MustAsync(HttpStatusCode.NoContent);

        await browser.ActAsync("api/sign-out").MustAsync(HttpStatusCode.NoContent);

        await browser.AskAsync("api/me").MustAsync(HttpStatusCode.Unauthorized);
    }

    [Fact]
    public async Task gives_the_same_answer_for_a_wrong_name_and_a_wrong_password()
    {
        await office.CreateAccountAsync("somebody", 0, "fire");
        var wrongPassword = await office.Citizen().PostAsJsonAsync("api/sign-in", Office.SignIn("somebody", password: "wrong"));
        var wrongName = await office.Citizen().PostAsJsonAsync("api/sign-in", Office.SignIn("nobody", password: "wrong"));
        Assert.Equal("sign-in-failed", await wrongPassword.CodeAsync());
        Assert.Equal("sign-in-failed", await wrongName.CodeAsync());
    }

    [Fact]
    public async Task is_locked_after_five_wrong_passwords()
    {
        await office.CreateAccountAsync("guessed", 0, "fire");
        var guesser = office.Citizen();
        for (var i = 0; i < 5; i++) await guesser.PostAsJsonAsync("api/sign-in", Office.SignIn("guessed", password: "guess"));

        var answer = await guesser.PostAsJsonAsync("api/sign-in", Office.SignIn("guessed"));

        Assert.Equal(HttpStatusCode.Unauthorized, answer.StatusCode);
        Assert.Equal("locked-out", await answer.CodeAsync());
    }

    [Theory]
    [InlineData("Sec-Fetch-Site", "cross-site")]
    [InlineData("Origin", "https://elsewhere.example")]
    public async Task does_not_let_another_site_use_the_cookie(string header, string value)
    {
        var licence = await FoodLicence.ApplyAsync(office);
        await office.CreateAccountAsync("victim-" + header, 0, "food-intake");
        var browser = office.Citizen();
        await browser.PostAsJsonAsync("api/sign-in", Office.SignIn("victim-" + header)).MustAsync(HttpStatusCode.NoContent);
        browser.DefaultRequestHeaders.Add(header, value);

        var answer = await browser.ActAsync($"{licence.Case}/work-items/1/claim");

        Assert.Equal("other-origin", await answer.CodeAsync());
    }

    [Theory]
    [InlineData("api/me")]
    [InlineData("api/work-items")]
    [InlineData("api/cases/FBL-20260105-000000")]
    [InlineData("api/cases/FBL-20260105-000000/journal")]
    public async Task is_needed_to_read_what_is_the_offices(string address)
    {
        var answer = await office.Citizen("zh-CN").AskAsync(address);
        Assert.Equal("请先登录。", (await answer.JsonAsync()).GetProperty("detail").GetString());
    }
}
