using System.Net;

namespace EGov.Web.Tests.Portal;

public sealed class Tracking(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task answers_alike_for_an_unknown_number_and_a_wrong_password()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        var wrong = await AskAsync(office, licence.Number, "00000000");
        var unknown = await AskAsync(office, "FBL-20260105-000000", licence.Password);
        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        Assert.Equal(WithoutTrace(await wrong.Content.ReadAsStringAsync()), WithoutTrace(await unknown.Content.ReadAsStringAsync()));
    }

    [Fact]
    public async Task is_slowed_down_for_whoever_guesses()
    {
        await using var careful = new Careful();
        var licence = await FoodLicence.ApplyAsync(careful);
        for (var i = 0; i < 3; i++) await AskAsync(careful, licence.Number, "1234567" + i);

        var answer = await AskAsync(careful, licence.Number, licence.Password);

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.StatusCode);
        Assert.Equal("too-many-attempts", await answer.CodeAsync());
        Assert.NotNull(answer.Headers.RetryAfter);
    }

    [Fact]
    public async Task lets_the_applicant_supply_what_was_asked_for()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        await licence.CompleteAsync("wang.fang", "food-intake", "Ready");
        await licence.CompleteAsync("wang.fang", "food-intake", "Supplement", "缺布局图");
        Assert.True((await licence.TrackedAsync()).GetProperty("askedOfYou").GetBoolean());

        var first = await office.Citizen().ActAsync(licence.Track + "/supplement", click: "supply", password: licence.Password).MustAsync();
        var again = await office.Citizen().ActAsync(licence.Track + "/supplement", click: "supply", password: licence.Password).MustAsync();

        Assert.Equal(await first.Content.ReadAsStringAsync(), await again.Content.ReadAsStringAsync());
        Assert.False((await licence.TrackedAsync()).GetProperty("askedOfYou").GetBoolean());
    }

    [Fact]
    public async Task lets_the_applicant_urge_and_withdraw()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        await office.Citizen().ActAsync(licence.Track + "/urge", password: licence.Password).MustAsync();
        await office.Citizen().ActAsync(licence.Track + "/withdraw", new { reason = "不开了" }, password: licence.Password).MustAsync();
        Assert.Equal("withdrawn", (await licence.TrackedAsync()).GetProperty("status").GetString());
    }

    [Fact]
    public async Task needs_the_password_for_every_act()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        var answer = await office.Citizen().ActAsync(licence.Track + "/withdraw", new { }, password: "00000000");
        Assert.Equal("number-or-password-wrong", await answer.CodeAsync());
    }

    [Fact]
    public async Task speaks_chinese_to_those_who_do()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        var tracked = await licence.TrackedAsync(office.Citizen("zh-CN"));
        Assert.Equal("食品经营许可", tracked.GetProperty("item").GetString());
        Assert.Equal("收到您的申请。", tracked.GetProperty("steps")[0].GetProperty("sentence").GetString());
    }

    private static async Task<HttpResponseMessage> AskAsync(Office office, string number, string password)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, "api/track/" + number);
        request.Headers.Add("Query-Password", password);
        return await office.Citizen().SendAsync(request);
    }

    private static string WithoutTrace(string problem) => System.Text.RegularExpressions.Regex.Replace(problem, "\"traceId\":\"[^\"]*\"", "");

    private sealed class Careful : Office
    {
        protected override IEnumerable<(string Key, string Value)> Settings => [("RateLimits:PerCaseAMinute", "3")];
    }
}
