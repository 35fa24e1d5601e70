using System.Net;

namespace EGov.Web.Tests;

public sealed class A_food_licence(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task goes_from_the_application_to_the_result_over_http()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        await licence.CompleteAsync("li.na", "food-review", "Approved");
        await licence.CompleteAsync("zhao.lei", "fire", "Approved");
        await licence.CompleteAsync("sun.yan", "urban-management", "Approved");
        await licence.CompleteAsync("chen.bo", "food-inspection", "Passed");
        await licence.CompleteAsync("zhou.min", "food-decision", "Granted");
        await licence.CompleteAsync("wang.fang", "food-intake", "Done");

        var tracked = await licence.TrackedAsync();
        Assert.Equal("closed", tracked.GetProperty("status").GetString());
        Assert.Equal("Grant", tracked.GetProperty("decision").GetString());
    }

    [Fact]
    public async Task is_signed_by_three_bodies_at_the_same_moment()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        (string Name, string Party)[] signers = [("li.na", "food-review"), ("zhao.lei", "fire"), ("sun.yan", "urban-management")];
        var items = new List<(HttpClient Client, int Item)>();
        foreach (var (name, party) in signers) items.Add((await office.OfficerAsync(name, party), await licence.WorkItemOfAsync(party)));

        var answers = await Task.WhenAll(items.Select(it => it.Client.ActAsync($"{licence.Case}/work-items/{it.Item}/complete", new { choice = "Approved" })));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.OK, answer.StatusCode));
        await licence.CompleteAsync("chen.bo", "food-inspection", "Passed");
        Assert.NotEqual(0, await licence.WorkItemOfAsync("food-decision"));
    }

    [Fact]
    public async Task tells_its_applicant_where_it_is_but_not_what_officers_think()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        await licence.CompleteAsync("li.na", "food-review", "Approved", "厨房离厕所太近，下次注意");

        var tracked = (await licence.TrackedAsync()).GetRawText();

        Assert.Contains("Fire and Rescue", tracked, StringComparison.Ordinal);
        Assert.DoesNotContain("厨房", tracked, StringComparison.Ordinal);
        Assert.DoesNotContain("li.na", tracked, StringComparison.Ordinal);
    }

    [Fact]
    public async Task explains_its_due_date_day_by_day()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        await licence.CompleteAsync("chen.bo", "food-inspection", "Passed");
        var promised = (await licence.TrackedAsync()).GetProperty("clocks").EnumerateArray().Single(clock => clock.GetProperty("clock").ValueEquals("promised"));
        Assert.Equal("2026-01-19", promised.GetProperty("due").GetString());
        Assert.Equal(10, promised.GetProperty("days").EnumerateArray().Count(day => day.GetProperty("counted").GetBoolean()));
    }
}
