using System.Net;
using System.Text;

namespace EGov.Web.Tests.Portal;

public sealed class Doors_of_the_portal(Office office) : IClassFixture<Office>
{
    public static TheoryData<string> PagesOfACase => ["/track/case", "/track/case/supply", "/track/case/messages", "/track/case/contact", "/track/case/withdraw", "/track/case/rate", "/track/case/documents/0000", "/receipt"];

    [Theory, MemberData(nameof(PagesOfACase))]
    public async Task a_case_is_shown_to_whoever_has_shown_its_password_only(string page)
    {
        var stranger = office.Citizen();
        stranger.DefaultRequestHeaders.Add("Cookie", "egov-case=FBL-20260105-000001; egov-receipt=x");
        var answer = await stranger.AskAsync(page).MustAsync(HttpStatusCode.Redirect);
        Assert.StartsWith("/track", answer.Headers.Location!.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/track/case/withdraw")]
    [InlineData("/track/case/urge")]
    [InlineData("/track/case/messages")]
    [InlineData("/track/case/contact")]
    [InlineData("/items/food-business-licence/apply")]
    [InlineData("/items/food-business-licence/apply/check")]
    public async Task a_form_that_was_not_opened_here_changes_nothing(string address)
    {
        var licence = await FoodLicence.ApplyAsync(office);
        var citizen = await EnteredAsync(licence);
        var answer = await citizen.PostAsync(new Uri(address, UriKind.Relative), new FormUrlEncodedContent([new("click", "abc"), new("text", "x")]));
        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Equal("open", (await licence.TrackedAsync()).GetProperty("status").GetString());
    }

    [Fact]
    public async Task the_password_of_a_case_may_be_tried_a_few_times_a_minute()
    {
        await using var careful = new Careful();
        var licence = await FoodLicence.ApplyAsync(careful);
        var thief = careful.Citizen();
        for (var attempt = 0; attempt < 3; attempt++)
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await thief.SendFormAsync("/track", null, ("number", licence.Number), ("password", $"0000000{attempt}"))).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await thief.SendFormAsync("/track", null, ("number", licence.Number), ("password", licence.Password))).StatusCode);
    }

    [Fact]
    public async Task papers_of_officers_are_the_applicants_once_the_result_is_issued()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        var paper = Encoding.UTF8.GetBytes("%PDF-1.7 " + licence.Number);
        await licence.FileAsync("wang.fang", "food-intake", "food-licence", paper);
        var citizen = await EnteredAsync(licence);
        var address = "/track/case/documents/" + Convert.ToHexStringLower(System.Security.Cryptography.SHA256.HashData(paper));
        await citizen.AskAsync(address).MustAsync(HttpStatusCode.NotFound);

        foreach (var (name, party, choice) in new[] { ("li.na", "food-review", "Approved"), ("zhao.lei", "fire", "Approved"), ("sun.yan", "urban-management", "Approved"), ("chen.bo", "food-inspection", "Passed"), ("zhou.min", "food-decision", "Granted"), ("wang.fang", "food-intake", "Done") })
            await licence.CompleteAsync(name, party, choice);

        var answer = await citizen.AskAsync(address).MustAsync();
        Assert.Equal("attachment", answer.Content.Headers.ContentDisposition?.DispositionType);
        Assert.Equal("nosniff", Assert.Single(answer.Headers.GetValues("X-Content-Type-Options")));
        await (await EnteredAsync(await FoodLicence.ApplyAsync(office))).AskAsync(address).MustAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task officers_of_other_bodies_neither_read_nor_answer_letters()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        var other = await office.OfficerAsync("stranger", "tax");
        await other.AskAsync(licence.Case + "/messages").MustAsync(HttpStatusCode.Forbidden);
        await other.ActAsync(licence.Case + "/messages", new { text = "hello" }).MustAsync(HttpStatusCode.Forbidden);
        await other.ActAsync(licence.Case + "/rating/repair", new { repair = "done" }).MustAsync(HttpStatusCode.Forbidden);
    }

    [Fact]
    public async Task a_saved_application_cannot_be_read_in_the_database()
    {
        await using var fresh = new Office();
        var citizen = fresh.Citizen();
        await citizen.SendFormAsync("/items/food-business-licence/apply", null);
        await citizen.SendFormAsync("/items/food-business-licence/apply/1", null, ("applicantName", "NobodyShouldReadThis"), ("idType", "passport"));
        Assert.Contains("NobodyShouldReadThis", await citizen.GetStringAsync(new Uri("/items/food-business-licence/apply/1", UriKind.Relative)), StringComparison.Ordinal);
        foreach (var file in Directory.GetFiles(fresh.DataFolder, "egov.db*"))
            Assert.DoesNotContain("NobodyShouldReadThis", Encoding.UTF8.GetString(await ReadSharedAsync(file)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_rating_is_given_once_the_case_is_closed_and_not_before()
    {
        var citizen = await EnteredAsync(await FoodLicence.ApplyAsync(office));
        Assert.Equal("/track/case", (await citizen.AskAsync("/track/case/rate").MustAsync(HttpStatusCode.Redirect)).Headers.Location?.ToString());
    }

    private async Task<HttpClient> EnteredAsync(FoodLicence licence)
    {
        var citizen = office.Citizen();
        Assert.Equal(HttpStatusCode.SeeOther, (await citizen.SendFormAsync("/track", null, ("number", licence.Number), ("password", licence.Password))).StatusCode);
        return citizen;
    }

    private static async Task<byte[]> ReadSharedAsync(string file)
    {
        await using var stream = new FileStream(file, FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete);
        var bytes = new byte[stream.Length];
        await stream.ReadExactlyAsync(bytes);
        return bytes;
    }

    private sealed class Careful : Office
    {
        protected override IEnumerable<(string Key, string Value)> Settings => [("RateLimits:PerCaseAMinute", "3")];
    }
}
