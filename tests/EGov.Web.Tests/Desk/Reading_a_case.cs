using System.Net;

namespace EGov.Web.Tests.Desk;

public sealed class Reading_a_case(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task offers_the_acts_the_engine_would_accept()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        var officer = await office.OfficerAsync("wang.fang", "food-intake");

        var acts = (await officer.AskAsync(licence.Case).MustAsync().JsonAsync()).GetProperty("allowedActs").EnumerateArray().Select(act => act.GetProperty("act").GetString());

        Assert.Superset(new HashSet<string?> { "claim", "complete" }, acts.ToHashSet());
    }

    [Fact]
    public async Task is_for_officers_of_the_item()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        var stranger = await office.OfficerAsync("xu.lan", "tax");
        var answer = await stranger.AskAsync(licence.Case);
        Assert.Equal(HttpStatusCode.Forbidden, answer.StatusCode);
        Assert.Equal("not-readable", await answer.CodeAsync());
    }

    [Fact]
    public async Task shows_the_journal_with_its_hashes_and_opinions()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        await licence.CompleteAsync("li.na", "food-review", "Approved", "同意，附意见");
        var auditor = await office.OfficerAsync("auditor", "auditor");

        var journal = await auditor.AskAsync(licence.Case + "/journal").MustAsync().JsonAsync();

        Assert.Equal(4, journal.GetProperty("lines").GetArrayLength());
        Assert.Contains("同意，附意见", journal.GetProperty("texts").EnumerateObject().Select(text => text.Value.GetString()));
        Assert.All(journal.GetProperty("lines").EnumerateArray(), line => Assert.Equal(64, line.GetProperty("hash").GetString()!.Length));
    }

    [Fact]
    public async Task begins_in_the_tray()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        var officer = await office.OfficerAsync("wang.fang", "food-intake");

        var page = await officer.AskAsync("api/work-items?take=200").MustAsync().JsonAsync();

        Assert.Contains(page.GetProperty("workItems").EnumerateArray(), work => work.GetProperty("case").ValueEquals(licence.Number));
    }

    [Fact]
    public async Task pages_through_the_tray_without_missing_anything()
    {
        for (var i = 0; i < 5; i++) await FoodLicence.ApplyAsync(office);
        var officer = await office.OfficerAsync("wang.fang", "food-intake");
        var found = new List<string?>();
        for (int? next = 0; next is { } skip;)
        {
            var page = await officer.AskAsync($"api/work-items?take=2&skip={skip}").MustAsync().JsonAsync();
            found.AddRange(page.GetProperty("workItems").EnumerateArray().Select(work => work.GetProperty("case").GetString()));
            next = page.GetProperty("next") is { ValueKind: System.Text.Json.JsonValueKind.Number } more ? more.GetInt32() : null;
        }

        Assert.True(found.Count >= 5);
        Assert.Equal(found.Count, found.Distinct().Count());
    }
}
