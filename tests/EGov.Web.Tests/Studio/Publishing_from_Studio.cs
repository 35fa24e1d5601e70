using System.Net;
using System.Text.Json.Nodes;

namespace EGov.Web.Tests.Studio;

public sealed class Publishing_from_Studio(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task is_answered_with_everything_that_is_wrong()
    {
        var studio = await StudioBrowser.OfAnalystAsync(office);
        var opened = await studio.OpenAsync("food-business-licence");
        StudioBrowser.BoxOf(opened, "Decide1").Remove("party");
        StudioBrowser.Drop(opened, "EGov.Review", "Lost1");
        var answer = await studio.TrySaveAsync(opened, publish: true);
        var errors = await StudioBrowser.ErrorsAsync(answer);

        Assert.Contains("Decide1: Fill in “party”.", errors);
        Assert.Contains(errors, error => error.StartsWith("Lost1: ", StringComparison.Ordinal));
        Assert.All(JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["problems"]!.AsArray(), problem => Assert.True((int)problem!["line"]! > 1));
    }

    [Fact]
    public async Task without_problems_is_sent_to_the_page_that_asks_for_the_reason()
    {
        var studio = await StudioBrowser.OfAnalystAsync(office);
        var opened = await studio.OpenAsync("enterprise-registration");
        Assert.Contains("needs a reason", Assert.Single(await StudioBrowser.ErrorsAsync(await studio.TrySaveAsync(opened, publish: true))), StringComparison.Ordinal);
        Assert.Contains("needs a reason", Assert.Single(await StudioBrowser.ErrorsAsync(await studio.PostAsync("workflow-definitions/enterprise-registration/publish", new JsonObject()))), StringComparison.Ordinal);
        Assert.Contains("needs a reason", Assert.Single(await StudioBrowser.ErrorsAsync(await studio.PostAsync("bulk-actions/publish/workflow-definitions/by-definition-ids", Ids("enterprise-registration")))), StringComparison.Ordinal);
        Assert.Equal(2, (int)(await studio.OpenAsync("enterprise-registration"))["version"]!);
    }

    [Fact]
    public async Task is_taken_back_and_new_applications_are_refused()
    {
        await using var own = new Office();
        var studio = await StudioBrowser.OfAnalystAsync(own);
        var retired = await (await studio.PostAsync("workflow-definitions/labour-arbitration/retract", new JsonObject()).MustAsync()).JsonAsync();
        Assert.False(retired.GetProperty("isPublished").GetBoolean());
        Assert.Contains("not in use", Assert.Single(await StudioBrowser.ErrorsAsync(await studio.PostAsync("workflow-definitions/labour-arbitration/retract", new JsonObject()))), StringComparison.Ordinal);
        var many = await (await studio.PostAsync("bulk-actions/retract/workflow-definitions/by-definition-ids", Ids("labour-arbitration", "food-business-licence", "nothing")).MustAsync()).JsonAsync();
        Assert.Equal("""{"retracted":["food-business-licence"],"alreadyRetracted":["labour-arbitration"],"notFound":["nothing"],"skipped":[]}""", many.GetRawText());
        await own.Citizen().ActAsync("api/items/food-business-licence/applications", FoodLicence.Application()).MustAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task goes_back_to_an_earlier_version_as_a_draft()
    {
        var studio = await StudioBrowser.OfAnalystAsync(office);
        var draft = await (await studio.PostAsync("workflow-definitions/labour-arbitration/revert/1").MustAsync()).JsonAsync();
        Assert.Equal((3, true, false), (draft.GetProperty("version").GetInt32(), draft.GetProperty("isLatest").GetBoolean(), draft.GetProperty("isPublished").GetBoolean()));
        await studio.PostAsync("workflow-definitions/labour-arbitration/revert/99").MustAsync(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task leaves_drafts_to_be_thrown_away_and_nothing_else()
    {
        var studio = await StudioBrowser.OfAnalystAsync(office);
        var id = (string)(await studio.CreateAsync("扔掉"))["definitionId"]!;
        await studio.PostAsync($"workflow-definitions/{id}/revert/1").MustAsync();
        await studio.DeleteAsync($"workflow-definition-versions/{id}-v2").MustAsync(HttpStatusCode.NoContent);
        await studio.DeleteAsync("workflow-definition-versions/site-inspection-v1").MustAsync(HttpStatusCode.NotFound);
        await studio.DeleteAsync("workflow-definitions/site-inspection").MustAsync(HttpStatusCode.NotFound);
        var bulk = await studio.PostAsync("bulk-actions/delete/workflow-definitions/by-definition-id", Ids(id, "site-inspection")).MustAsync().JsonAsync();
        Assert.Equal(1, bulk.GetProperty("deleted").GetInt32());
    }

    [Fact]
    public async Task twice_at_once_makes_one_version()
    {
        await using var own = new Office();
        var studio = await StudioBrowser.OfAnalystAsync(own);
        await studio.PostAsync("workflow-definitions/labour-arbitration/revert/1").MustAsync();
        var analyst = await own.OfficerAsync("li.hua", "analyst");
        var answers = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => analyst.SendFormAsync("/designer/labour-arbitration/3/publish", null, ("reason", "simpler"))));

        Assert.Single(answers, answer => answer.StatusCode == HttpStatusCode.SeeOther);
        var published = await studio.ReadAsync("workflow-definitions?versionOptions=AllVersions&DefinitionIds=labour-arbitration");
        Assert.Equal(3, (int)Assert.Single(published["items"]!.AsArray(), version => (bool)version!["isPublished"]!)!["version"]!);
        Assert.Equal(3, (int)published["totalCount"]!);
    }

    [Fact]
    public async Task cannot_run_a_process()
    {
        var studio = await StudioBrowser.OfAnalystAsync(office);
        var answer = await studio.PostAsync("workflow-definitions/labour-arbitration/execute", new JsonObject()).MustAsync();
        Assert.Equal("true", answer.Headers.GetValues("x-elsa-workflow-cannot-start").Single());
        Assert.Equal("studio-not-supported", await (await studio.PostAsync("workflow-definitions/labour-arbitration/dispatch", new JsonObject())).CodeAsync());
    }

    private static JsonObject Ids(params string[] ids) => new() { ["definitionIds"] = new JsonArray([.. ids.Select(id => (JsonNode)id)]) };
}
