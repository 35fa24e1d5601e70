using System.Net;
using System.Text.RegularExpressions;
using EGov.Engine.Cases;
using EGov.Runtime.Supervision;
using EGov.Web.Letters;
using EGov.Web.Tests.Browser;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Web.Tests.Portal;

/// <summary>Whoever holds a letter sees whether the office issued it, and nothing about anybody.</summary>
public sealed partial class Verifying_a_letter(BrowserOffice office) : IClassFixture<BrowserOffice>
{
    [Theory]
    [InlineData("受字〔2026〕第 {0}-1 号", "en")]
    [InlineData("Acceptance [2026] No. {0}-1", "zh-CN")]
    [InlineData(" acceptance 2026 no {0}-1 ", "en")]
    [InlineData("{0}-1", "zh-CN")]
    [InlineData("受字〔２０２６〕第{0}－１号", "zh-CN")]
    public async Task by_its_number_and_code_however_they_are_typed_tells_kind_number_day_and_body(string typed, string language)
    {
        var (licence, code) = await AcceptedAsync(office);
        foreach (var spelt in new[] { code, code.ToLowerInvariant().Replace("-", "", StringComparison.Ordinal), code.Replace('-', ' ') })
        {
            var page = await AskAsync(office.Citizen(language), typed.Replace("{0}", licence.Number, StringComparison.Ordinal), spelt);
            var told = Told(page);
            Assert.Equal(language == "en" ? "Notice of acceptance" : "受理通知书", told[0]);
            Assert.Equal(language == "en" ? $"Acceptance [2026] No. {licence.Number}-1" : $"受字〔2026〕第 {licence.Number}-1 号", told[1]);
            Assert.Equal(language == "en" ? "5 January 2026" : "2026年1月5日", told[2]);
            Assert.Equal(4, told.Length);
        }
    }

    [Fact]
    public async Task tells_nothing_about_a_person()
    {
        var (licence, code) = await AcceptedAsync(office);
        var page = await AskAsync(office.Citizen(), licence.Number + "-1", code);
        foreach (var personal in new[] { "王小满", "小满面馆", "11010519491231002X", "13800000000", "海潮路", licence.Password })
            Assert.DoesNotContain(personal, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task whatever_is_wrong_is_answered_alike()
    {
        var ((licence, code), (other, codeOfOther)) = (await AcceptedAsync(office), await AcceptedAsync(office));
        var answers = new List<string>();
        foreach (var (number, key) in new[]
        {
            (licence.Number + "-1", "0000-0000-0000"), (licence.Number + "-1", codeOfOther), (other.Number + "-1", code), ("FBL-20260105-000000-1", code), (licence.Number + "-2", code), (licence.Number, code),
            ($"不受字〔2026〕第 {licence.Number}-1 号", code), ($"受字〔2025〕第 {licence.Number}-1 号", code), (licence.Number + "-1", code[..9]), (licence.Number + "-1", ""), ("", code), ("\ud800", code), (licence.Number + "-1\u202e", code), (new string('1', 5000), code),
        })
            answers.Add(Typed().Replace(await AskAsync(office.Citizen(), number, key, HttpStatusCode.UnprocessableEntity), ""));
        Assert.Contains("We find no such letter", answers[0], StringComparison.Ordinal);
        Assert.All(answers, answer => Assert.Equal(MainOf(answers[0]), MainOf(answer)));
    }

    [Fact]
    public async Task two_letters_of_one_case_have_codes_of_their_own()
    {
        var (licence, code) = await AcceptedAsync(office);
        var fire = await office.OfficerAsync("reads-codes", "fire");
        var receipt = Code().Match(await (await fire.AskAsync($"/cases/{licence.Number}/letters/receipt").MustAsync()).TextAsync()).Value;
        Assert.NotEqual(code, receipt);
        Assert.Equal("Receipt", Told(await AskAsync(office.Citizen(), licence.Number + "-1", receipt))[0]);
    }

    [Fact]
    public async Task a_letter_of_advice_is_verified_too()
    {
        var supervisor = new DeskPerson(Actor.Officer("wang.fang"), Supervises: true);
        var (_, id) = await office.Services.GetRequiredService<SupervisionDesk>().AdviseAsync(supervisor, "verified", new(new("food-intake"), new(2026, 1, 1), new(2026, 1, 31), "请建立每日签收制度。", null));
        var sheet = await (await (await office.OfficerAsync("prints-advice", "supervisor")).AskAsync("/supervision/letters/" + id).MustAsync()).TextAsync();
        var (number, code) = (id![..8].ToUpperInvariant(), Code().Match(sheet).Value);
        foreach (var typed in new[] { number, $"监建〔2026〕{number} 号", $"Advice [2026] no. {number}" })
        {
            var page = await AskAsync(office.Citizen(), typed, code);
            Assert.Equal(["Letter of advice", $"Advice [2026] no. {number}", "5 January 2026", "District Electronic Supervision"], Told(page));
            Assert.DoesNotContain("每日签收", page, StringComparison.Ordinal);
        }

        await AskAsync(office.Citizen(), number, "0000-0000-0000", HttpStatusCode.UnprocessableEntity);
        await AskAsync(office.Citizen(), "00000000", code, HttpStatusCode.UnprocessableEntity);
    }

    [Fact]
    public async Task codes_may_be_tried_a_few_times_a_minute_and_that_keeps_nobody_from_his_case()
    {
        await using var careful = new Careful();
        var (licence, code) = await AcceptedAsync(careful);
        for (var attempt = 0; attempt < 3; attempt++) await AskAsync(careful.Citizen(), licence.Number + "-1", $"0000-0000-000{attempt}", HttpStatusCode.UnprocessableEntity);
        await AskAsync(careful.Citizen(), $"受字〔2026〕第 {licence.Number}-1 号", code, HttpStatusCode.TooManyRequests);
        Assert.Equal(HttpStatusCode.SeeOther, (await careful.Citizen().SendFormAsync("/track", null, ("number", licence.Number), ("password", licence.Password))).StatusCode);
    }

    [Fact]
    public async Task is_where_the_paper_and_the_help_page_say_it_is()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        var sheet = await (await (await office.OfficerAsync("reads-place", "fire")).AskAsync($"/cases/{licence.Number}/letters/acceptance").MustAsync()).TextAsync();
        Assert.Contains(office.Address.Authority + "/verify", sheet, StringComparison.Ordinal);
        Assert.Contains("href=\"/verify\"", await office.Citizen().GetStringAsync(new Uri("/help", UriKind.Relative)), StringComparison.Ordinal);
        Assert.Equal("https://office.example/verify?number=FBL-20260105-123456-1&code=7F3A-91C0-24BE", LetterAddress.Verify("https://office.example", new("letter-number-acceptance", 2026, "FBL-20260105-123456", 1), "7F3A-91C0-24BE"));
    }

    [BrowserTheory, InlineData("zh-CN", 1440), InlineData("zh-CN", 360), InlineData("en", 1440), InlineData("en", 360)]
    public async Task is_done_on_a_page_without_barriers(string language, int width)
    {
        var (licence, code) = await AcceptedAsync(office);
        await using var visit = await Visit.BeginAsync(office, language, width);
        await visit.Page.GotoAsync("/verify");
        await visit.Page.FillAsync("#number", licence.Number + "-1");
        await visit.Page.FillAsync("#code", "0000-0000-0000");
        await visit.Page.ClickAsync("main form button");
        await LooksAsync("verify-wrong");
        await visit.Page.FillAsync("#code", code);
        await visit.Page.ClickAsync("main form button");
        await LooksAsync("verify-found");
        Assert.Equal(4, await visit.Page.Locator("main dl dd").CountAsync());

        async Task LooksAsync(string name)
        {
            await visit.ShootAsync(name);
            Assert.Equal(1, await visit.Page.Locator("h1").CountAsync());
            Assert.Empty(await visit.BarriersAsync());
            Assert.Empty(visit.Strays);
            Assert.True(await visit.Page.EvaluateAsync<bool>("document.documentElement.scrollWidth <= window.innerWidth"), name);
        }
    }

    [BrowserFact]
    public async Task is_done_without_script_and_leads_on_to_the_case()
    {
        var (licence, code) = await AcceptedAsync(office);
        await using var visit = await Visit.BeginAsync(office, script: false);
        await visit.Page.GotoAsync("/verify");
        await visit.Page.FillAsync("#number", licence.Number + "-1");
        await visit.Page.FillAsync("#code", code);
        await visit.Page.ClickAsync("main form button");
        await visit.Page.ClickAsync("main a[href^='/track']");
        Assert.Equal(licence.Number, await visit.Page.InputValueAsync("#number"));
    }

    private static async Task<(FoodLicence Licence, string Code)> AcceptedAsync(Office office)
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        var sheet = await (await (await office.OfficerAsync("prints-letters", "fire")).AskAsync($"/cases/{licence.Number}/letters/acceptance").MustAsync()).TextAsync();
        return (licence, Code().Match(sheet).Value);
    }

    private static async Task<string> AskAsync(HttpClient client, string number, string code, HttpStatusCode status = HttpStatusCode.OK) =>
        WebUtility.HtmlDecode(await (await client.AskAsync($"/verify?number={Uri.EscapeDataString(number)}&code={Uri.EscapeDataString(code)}").MustAsync(status)).TextAsync());

    private static string[] Told(string page) => [.. Answer().Matches(MainOf(page)).Select(found => Tag().Replace(found.Groups[1].Value, ""))];

    private static string MainOf(string page) => page[page.IndexOf("<main", StringComparison.Ordinal)..page.IndexOf("</main>", StringComparison.Ordinal)];

    [GeneratedRegex("[0-9A-F]{4}-[0-9A-F]{4}-[0-9A-F]{4}(?![0-9-])")]
    private static partial Regex Code();

    [GeneratedRegex("<dd[^>]*>(.*?)</dd>")]
    private static partial Regex Answer();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tag();

    [GeneratedRegex(" value=\"[^\"]*\"")]
    private static partial Regex Typed();

    private sealed class Careful : Office
    {
        protected override IEnumerable<(string Key, string Value)> Settings => [("RateLimits:PerCaseAMinute", "3")];
    }
}
