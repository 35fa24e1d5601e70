using System.Net;
using System.Text.Json.Nodes;

namespace EGov.Web.Tests.Studio;

public sealed class Drawing_in_Studio(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task a_new_process_gets_its_id_and_its_place()
    {
        var made = await (await StudioBrowser.OfAnalystAsync(office)).CreateAsync("新流程");

        Assert.Equal((1, true, false), ((int)made["version"]!, (bool)made["isLatest"]!, (bool)made["isPublished"]!));
        Assert.Equal($"{made["definitionId"]}-v1", (string)made["id"]!);
        Assert.Equal("Workflow1:1f3717e98c95db86", (string)made["root"]!["nodeId"]!);
        Assert.All(new[] { "variables", "inputs", "outputs", "outcomes" }, list => Assert.IsType<JsonArray>(made[list]));
        Assert.Contains(made["links"]!.AsArray(), link => (string)link!["rel"]! == "publish");
    }

    [Fact]
    public async Task every_box_that_comes_back_has_a_place()
    {
        var studio = await StudioBrowser.OfAnalystAsync(office);
        var drawn = await studio.CreateAsync("有环节");
        StudioBrowser.Drop(drawn, "EGov.Review", "f13170bb495519be").Remove("nodeId");
        var saved = await studio.SaveAsync(drawn);
        Assert.Equal("Workflow1:1f3717e98c95db86:f13170bb495519be", (string)saved["root"]!["activities"]![0]!["nodeId"]!);
    }

    [Fact]
    public async Task the_draft_keeps_its_number_while_it_is_drawn()
    {
        var studio = await StudioBrowser.OfAnalystAsync(office);
        var drawn = await studio.CreateAsync("一直在画");
        for (var box = 0; box < 3; box++)
        {
            StudioBrowser.Drop(drawn, "EGov.Review", $"Review{box}");
            drawn = await studio.SaveAsync(drawn);
        }

        Assert.Equal((1, 3), ((int)drawn["version"]!, drawn["root"]!["activities"]!.AsArray().Count));
    }

    [Fact]
    public async Task drawing_on_the_published_process_makes_the_next_version()
    {
        var studio = await StudioBrowser.OfAnalystAsync(office);
        var opened = await studio.OpenAsync("labour-arbitration");
        opened["description"] = "改了说明";
        var saved = await studio.SaveAsync(opened);

        Assert.Equal((2, true, 3, false), ((int)opened["version"]!, (bool)opened["isPublished"]!, (int)saved["version"]!, (bool)saved["isPublished"]!));
        Assert.True((bool)(await studio.ReadAsync("workflow-definitions/by-id/labour-arbitration-v2"))["isPublished"]!);
    }

    [Fact]
    public async Task an_analyst_whose_copy_is_out_of_date_is_told_both_copies_and_overwrites_nothing()
    {
        var (li, wang) = (await StudioBrowser.OfAnalystAsync(office), await StudioBrowser.OfAnalystAsync(office, "wang.lei"));
        var mine = await li.CreateAsync("两个人");
        var his = await wang.OpenAsync((string)mine["definitionId"]!);
        StudioBrowser.Drop(his, "EGov.Review", "Wang1");
        await wang.SaveAsync(his);
        StudioBrowser.Drop(mine, "EGov.Review", "Li1");
        var errors = await StudioBrowser.ErrorsAsync(await li.TrySaveAsync(mine));

        Assert.Equal("Not saved. You drew on version 1 as saved 1 times; it is now version 1 as saved 2 times, by wang.lei. To keep your changes, export them, then reload the page.", Assert.Single(errors));
        Assert.Equal("Wang1", (string)(await li.OpenAsync((string)mine["definitionId"]!))["root"]!["activities"]![0]!["id"]!);
    }

    [Fact]
    public async Task a_save_whose_answer_was_lost_may_be_sent_again()
    {
        var studio = await StudioBrowser.OfAnalystAsync(office);
        var drawn = await studio.CreateAsync("网断了");
        StudioBrowser.Drop(drawn, "EGov.Review", "Review1");
        var first = await studio.SaveAsync(drawn);
        var again = await studio.SaveAsync(drawn);
        Assert.Equal(first.ToJsonString(), again.ToJsonString());
    }

    [Fact]
    public async Task the_mark_of_the_copy_is_not_kept_with_the_drawing()
    {
        var studio = await StudioBrowser.OfAnalystAsync(office);
        var made = await studio.CreateAsync("干净");
        var file = await (await studio.GetAsync($"workflow-definitions/{made["definitionId"]}/export").MustAsync()).Content.ReadAsStringAsync();
        Assert.NotNull(made["customProperties"]!["egov.copy"]);
        Assert.DoesNotContain("egov.copy", file, StringComparison.Ordinal);
    }

    [Fact]
    public async Task outcomes_nobody_listed_are_shown_and_not_kept()
    {
        var studio = await StudioBrowser.OfAnalystAsync(office);
        var opened = await studio.OpenAsync("food-business-licence");
        Assert.Equal("""["Granted","Refused"]""", (string)StudioBrowser.BoxOf(opened, "Decide1")["outcomes"]!["expression"]!["value"]!);
        var saved = await studio.SaveAsync(opened);
        var file = await (await studio.GetAsync($"workflow-definitions/food-business-licence/export?versionOptions={saved["version"]}").MustAsync()).Content.ReadAsStringAsync();
        Assert.Null(JsonNode.Parse(file)!["root"]!["activities"]!.AsArray().Single(box => (string)box!["id"]! == "Decide1")!["outcomes"]);
    }

    [Fact]
    public async Task a_drawing_for_everybody_can_be_looked_at_by_its_version()
    {
        var studio = await StudioBrowser.OfAnalystAsync(office);
        Assert.Equal(1, (int)(await studio.ReadAsync("workflow-definitions/by-definition-id/enterprise-registration?versionOptions=1"))["version"]!);
        Assert.Equal(2, (int)(await studio.ReadAsync("workflow-definitions/by-definition-id/enterprise-registration?VersionOptions=Published"))["version"]!);
        Assert.Equal(2, (int)(await studio.ReadAsync("workflow-definitions/many-by-id?ids=enterprise-registration-v1&ids=enterprise-registration-v2&ids=no"))["count"]!);
        await studio.GetAsync("workflow-definitions/by-definition-id/nothing?versionOptions=Latest").MustAsync(HttpStatusCode.NotFound);
        await studio.GetAsync("workflow-definitions/by-id/enterprise-registration-v9").MustAsync(HttpStatusCode.NotFound);
    }
}
