using System.Net;
using System.Text.Json;

namespace EGov.Web.Tests.Window;

/// <summary>补正 for an applicant who comes to the window instead of the portal.</summary>
public sealed class Supplying_at_the_window(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task an_officer_of_the_item_says_for_the_applicant_that_all_is_supplied_and_the_journal_holds_both()
    {
        var licence = await AskedAsync();
        var officer = await office.OfficerAsync("wang.fang", "food-intake");
        var page = "/window/cases/" + licence.Number;
        Assert.Contains("What was to be supplied", await (await officer.AskAsync(page).MustAsync()).TextAsync(), StringComparison.Ordinal);
        Assert.Equal(page, (await officer.SendFormAsync(page, page + "/supplied")).Headers.Location?.ToString());

        Assert.DoesNotContain("What was to be supplied", await (await officer.AskAsync(page).MustAsync()).TextAsync(), StringComparison.Ordinal);
        var journal = await (await (await office.OfficerAsync("auditor", "auditor")).AskAsync(licence.Case + "/journal").MustAsync()).JsonAsync();
        Assert.Contains("\"wang.fang\"", journal.EnumerateLast(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Conflict, (await officer.SendFormAsync(page, page + "/supplied", ("click", "again"), ("version", "1"))).StatusCode);
    }

    [Fact]
    public async Task nobody_else_speaks_for_him()
    {
        var licence = await AskedAsync();
        var (before, auditor) = (await licence.VersionAsync(), await office.OfficerAsync("auditor", "auditor"));
        Assert.Equal(HttpStatusCode.Forbidden, (await auditor.SendFormAsync("/desk/filters?keep=%2Fdesk", $"/window/cases/{licence.Number}/supplied", ("click", "mine"))).StatusCode);
        Assert.Equal(before, await licence.VersionAsync());
    }

    private async Task<FoodLicence> AskedAsync()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        await licence.CompleteAsync("wang.fang", "food-intake", "Ready");
        await licence.CompleteAsync("wang.fang", "food-intake", "Supplement", "缺布局图");
        return licence;
    }
}

/// <summary>The last entry of a journal as text.</summary>
internal static class LastEntry
{
    public static string EnumerateLast(this JsonElement journal)
    {
        var entries = journal.ValueKind == JsonValueKind.Array ? journal : journal.EnumerateObject().First(part => part.Value.ValueKind == JsonValueKind.Array).Value;
        return entries.EnumerateArray().Last().GetRawText();
    }
}
