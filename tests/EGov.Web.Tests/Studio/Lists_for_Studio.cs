using System.Text.Json.Nodes;

namespace EGov.Web.Tests.Studio;

/// <summary>What Studio fills its lists, menus and dialogs with.</summary>
public sealed class Lists_for_Studio(Office office) : IClassFixture<Office>
{
    [Fact]
    public async Task the_history_shows_the_latest_version_first()
    {
        var studio = new StudioBrowser(await office.OfficerAsync("wang.fang", "food-intake"));
        var page = await studio.ReadAsync("workflow-definitions?versionOptions=AllVersions&Page=0&PageSize=1&DefinitionIds=food-business-licence&OrderBy=Version&OrderDirection=Descending");
        Assert.Equal((2, 1, 2), ((int)page["totalCount"]!, page["items"]!.AsArray().Count, (int)page["items"]![0]!["version"]!));
        Assert.Equal(1, (int)(await studio.ReadAsync("workflow-definitions?versionOptions=AllVersions&page=1&pagesize=1&definitionids=food-business-licence&orderBy=version&orderDirection=descending"))["items"]![0]!["version"]!);
    }

    [Theory]
    [InlineData("versionOptions=Latest&Page=0&PageSize=10&SearchTerm=&IsSystem=False&OrderDirection=Ascending", 6)]
    [InlineData("versionOptions=Published&DefinitionIds=food-business-licence&DefinitionIds=labour-arbitration", 2)]
    [InlineData("versionOptions=&Ids=food-business-licence-v1&Ids=labour-arbitration-v2&Ids=nonsense", 2)]
    [InlineData("versionOptions=LatestOrPublished", 6)]
    [InlineData("versionOptions=Draft", 0)]
    [InlineData("versionOptions=1", 6)]
    [InlineData("SearchTerm=食品", 2)]
    [InlineData("Page=-1&PageSize=many&OrderBy=Nothing", 9)]
    public async Task the_list_of_processes_takes_every_question_studio_asks(string query, int count)
    {
        var studio = new StudioBrowser(await office.OfficerAsync("wang.fang", "food-intake"));
        var page = await studio.ReadAsync("workflow-definitions?" + query);
        Assert.Equal((count, count), ((int)page["totalCount"]!, page["items"]!.AsArray().Count));
    }

    [Fact]
    public async Task a_name_is_unique_until_somebody_else_has_it()
    {
        var studio = new StudioBrowser(await office.OfficerAsync("wang.fang", "food-intake"));
        Assert.True((bool)(await studio.ReadAsync("workflow-definitions/validation/is-name-unique?name=Workflow%201"))["isUnique"]!);
        Assert.False((bool)(await studio.ReadAsync("workflow-definitions/validation/is-name-unique?name=食品经营许可"))["isUnique"]!);
        Assert.True((bool)(await studio.ReadAsync("workflow-definitions/validation/is-name-unique?name=食品经营许可&definitionId=food-business-licence"))["isUnique"]!);
        Assert.Equal(6, (int)(await studio.ReadAsync("workflow-definitions/query/count"))["count"]!);
    }

    [Fact]
    public async Task expressions_begin_with_the_language_of_conditions()
    {
        var items = await ItemsAsync("descriptors/expression-descriptors");
        Assert.Equal("JavaScript", (string)items.First(item => (bool)item["isBrowsable"]! && (string)item["type"]! is not ("Literal" or "Object"))["type"]!);
        Assert.Equal("javascript", (string)items.Single(item => (string)item["type"]! == "JavaScript")["properties"]!["MonacoLanguage"]!);
        Assert.All(new[] { "Literal", "Object", "Variable", "Input" }, type => Assert.Contains(items, item => (string)item["type"]! == type));
    }

    [Fact]
    public async Task only_what_the_engine_does_is_offered()
    {
        Assert.Equal("Elsa.Workflows.ActivationValidators.AllowAlwaysStrategy, Elsa.Workflows.Core", (string)Assert.Single(await ItemsAsync("descriptors/workflow-activation-strategies"))["typeName"]!);
        Assert.Equal(2, (await ItemsAsync("descriptors/incident-strategies")).Length);
        Assert.Single(await ItemsAsync("descriptors/log-persistence-strategies"));
        Assert.Empty(await ItemsAsync("descriptors/commit-strategies/workflows"));
        Assert.Empty(await ItemsAsync("descriptors/commit-strategies/activities"));
        Assert.Contains(await ItemsAsync("descriptors/variables"), item => (string)item["typeName"]! == "Boolean" && (string)item["displayName"]! == "Yes or no");
        Assert.Single(await ItemsAsync("descriptors/storage-drivers"));
        Assert.Contains(await ItemsAsync("features/installed"), item => (string)item["fullName"]! == "Elsa.WorkflowManagement");
    }

    [Fact]
    public async Task the_editor_of_expressions_knows_what_they_may_name()
    {
        var studio = new StudioBrowser(await office.OfficerAsync("wang.fang", "food-intake"));
        var types = await (await studio.PostAsync("scripting/javascript/type-definitions/food-business-licence", new JsonObject()).MustAsync()).Content.ReadAsStringAsync();
        Assert.Contains("declare const input: {\n  \"channel\": string;\n  \"businessForm\": string;\n};", types, StringComparison.Ordinal);
    }

    [Fact]
    public async Task a_small_flow_tells_who_uses_it()
    {
        var studio = new StudioBrowser(await office.OfficerAsync("wang.fang", "food-intake"));
        Assert.Equal("""["food-business-licence"]""", (await studio.ReadAsync("workflow-definitions/site-inspection/consumers"))["consumingWorkflowDefinitionIds"]!.ToJsonString());
    }

    [Fact]
    public async Task a_small_flow_opens_at_its_box()
    {
        const string box = "Workflow1:Flowchart1:SiteInspection1";
        var studio = new StudioBrowser(await office.OfficerAsync("wang.fang", "food-intake"));
        var opened = await studio.ReadAsync("workflow-definitions/subgraph/food-business-licence-v2?parentNodeId=" + Uri.EscapeDataString(box));
        Assert.Equal(box + ":Inspection1", (string)opened["activity"]!["root"]!["nodeId"]!);

        var way = await studio.ReadAsync("workflow-definitions/subgraph/segments/food-business-licence-v2?childNodeId=" + Uri.EscapeDataString(box + ":Inspection1:Inspect1"));
        Assert.Equal(("Inspect1", "SiteInspection1"), ((string)way["childNode"]!["activity"]!["id"]!, (string)way["container"]!["activity"]!["id"]!));
        Assert.Equal((box, "root"), ((string)Assert.Single(way["pathSegments"]!.AsArray())!["activityNodeId"]!, (string)way["pathSegments"]![0]!["portName"]!));
        Assert.Single(await StudioBrowser.ErrorsAsync(await studio.GetAsync("workflow-definitions/subgraph/food-business-licence-v2?parentNodeId=Workflow1:No")));
    }

    [Fact]
    public async Task an_exported_file_is_the_kept_text_to_the_byte()
    {
        var studio = new StudioBrowser(await office.OfficerAsync("wang.fang", "food-intake"));
        var answer = await studio.GetAsync("workflow-definitions/food-business-licence/export?versionOptions=2&includeConsumingWorkflows=False").MustAsync();
        Assert.Equal("food-business-licence-v2.json", answer.Content.Headers.ContentDisposition!.FileNameStar);
        Assert.Equal(await File.ReadAllBytesAsync(TestKit.Clocks.OfficeCalendar.PathOf("workflows/food-business-licence/v2.json")), await answer.Content.ReadAsByteArrayAsync());
    }

    private async Task<JsonNode[]> ItemsAsync(string address) =>
        [.. (await new StudioBrowser(await office.OfficerAsync("wang.fang", "food-intake")).ReadAsync(address))["items"]!.AsArray().OfType<JsonNode>()];
}
