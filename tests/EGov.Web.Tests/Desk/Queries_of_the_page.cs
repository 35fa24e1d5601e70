using System.Globalization;

namespace EGov.Web.Tests.Desk;

public sealed class Queries_of_the_page(Queries_of_the_page.Counting office) : IClassFixture<Queries_of_the_page.Counting>
{
    [Theory, InlineData("form"), InlineData("materials"), InlineData("letters"), InlineData("related"), InlineData("drawing")]
    public async Task are_as_few_for_a_long_case_as_for_a_short_one(string tab)
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        var fire = await office.OfficerAsync("zhao.lei", "fire");
        var address = $"cases/{licence.Number}?tab={tab}";
        Assert.InRange(await CountAsync(fire, address), 1, 8);
        var few = await CountAsync(fire, address);
        await licence.FileAsync("wang.fang", "food-intake", "floor-plan", Files.Png);
        await licence.CompleteAsync("li.na", "food-review", "Approved", "同意");
        await licence.CompleteAsync("chen.bo", "food-inspection", "Passed");

        var many = await CountAsync(fire, address);

        Assert.InRange(many, few, few + 1);
        Assert.InRange(many, 1, 8);
    }

    private static async Task<int> CountAsync(HttpClient officer, string address)
    {
        var told = (await officer.AskAsync(address).MustAsync()).Headers.GetValues("Server-Timing").Single();
        return int.Parse(told.Split('"')[1], CultureInfo.InvariantCulture);
    }

    /// <summary>An office that says how many queries an answer took.</summary>
    public sealed class Counting : Office
    {
        protected override IEnumerable<(string Key, string Value)> Settings => base.Settings.Append(("CountQueries", "true"));
    }
}
