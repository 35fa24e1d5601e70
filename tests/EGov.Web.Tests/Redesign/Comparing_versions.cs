using System.Net;
using System.Text.Json.Nodes;
using EGov.Web.Tests.Studio;

namespace EGov.Web.Tests.Redesign;

public sealed class Comparing_versions(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task any_officer_sees_both_drawings_the_list_and_the_four_reductions()
    {
        var page = await PageAsync("food-business-licence", 1, 2);

        Assert.Contains("Food business licence: version 1 and version 2", page, StringComparison.Ordinal);
        Assert.Equal(2, page.Split("<svg class=\"eg-flow").Length - 1);
        Assert.Contains("<s>20</s>", page, StringComparison.Ordinal);
        Assert.Contains("10 working days less", page, StringComparison.Ordinal);
        Assert.Contains(">Online pre-check</a>", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_version_compared_with_itself_does_not_differ() =>
        Assert.Contains("Both versions state the same.", await PageAsync("food-business-licence", 2, 2), StringComparison.Ordinal);

    [Theory]
    [InlineData("food-business-licence", 1, 99)]
    [InlineData("food-business-licence", 0, 2)]
    [InlineData("nobody-drew-this", 1, 2)]
    public async Task a_version_that_does_not_exist_is_not_found(string definition, int older, int newer)
    {
        var clerk = await office.OfficerAsync("compares", "food-intake");
        Assert.Equal(HttpStatusCode.NotFound, (await clerk.AskAsync($"/designer/{definition}/compare/{older}/{newer}")).StatusCode);
    }

    [Fact]
    public async Task other_versions_are_chosen_by_a_form()
    {
        var clerk = await office.OfficerAsync("compares", "food-intake");
        var answer = await clerk.AskAsync("/designer/food-business-licence/compare?older=2&newer=1");
        Assert.Equal("/designer/food-business-licence/compare/2/1", answer.Headers.Location!.ToString());
    }

    [Fact]
    public async Task citizens_are_asked_to_sign_in() =>
        Assert.Equal(HttpStatusCode.Unauthorized, (await office.Citizen().AskAsync("/designer/food-business-licence/compare/1/2")).StatusCode);

    [Fact]
    public async Task what_a_draft_changes_is_told_and_hostile_names_are_only_text()
    {
        var definition = await DraftAsync("labour-arbitration", box =>
        {
            box["metadata"]!["displayText"] = "\" onload=\"x()&";
            box["notifyApplicant"]!["expression"]!["value"] = "<script>x()</script>";
        });

        var page = await PageAsync("labour-arbitration", 2, (int)definition["version"]!);
        Assert.Contains("Draft", page, StringComparison.Ordinal);
        Assert.Contains("<ins>&lt;script&gt;x()&lt;/script&gt;</ins>", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<script>x()", page, StringComparison.Ordinal);
        Assert.DoesNotContain("\" onload=\"x()", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_draft_that_cannot_be_read_yet_is_said_to_be_so()
    {
        var definition = await DraftAsync("enterprise-registration", box => box["limitInWorkingDays"] = JsonNode.Parse("""{"typeName":null,"expression":{"type":"JavaScript","value":"while(1){}"}}"""));

        Assert.Contains("cannot be drawn", await PageAsync("enterprise-registration", 2, (int)definition["version"]!), StringComparison.Ordinal);
    }

    private async Task<string> PageAsync(string definition, int older, int newer)
    {
        var clerk = await office.OfficerAsync("compares", "food-intake");
        return await (await clerk.AskAsync($"/designer/{definition}/compare/{older}/{newer}").MustAsync()).TextAsync();
    }

    private async Task<JsonNode> DraftAsync(string definition, Action<JsonObject> change)
    {
        var studio = await StudioBrowser.OfAnalystAsync(office);
        var drawn = await studio.OpenAsync(definition);
        change(StudioBrowser.BoxOf(drawn, "Decide1"));
        return await studio.SaveAsync(drawn);
    }
}
