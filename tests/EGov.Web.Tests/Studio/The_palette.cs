using System.Net;
using System.Text.Json.Nodes;
using EGov.Engine.Activities;

namespace EGov.Web.Tests.Studio;

public sealed class The_palette(Office office) : IClassFixture<Office>
{
    private const string Address = "elsa/api/descriptors/activities?Refresh=True";

    [Fact]
    public async Task offers_our_activities_first()
    {
        var categories = (await ReadAsync("zh-CN")).Where(IsOffered).Select(activity => (string)activity["category"]!).Distinct().ToArray();
        Assert.Equal(["受理", "办理", "时限", "结果", "通知", "小流程", "流程"], categories.Take(7));
    }

    [Fact]
    public async Task describes_every_type_once_in_each_version()
    {
        var types = (await ReadAsync("en")).Select(activity => ((string)activity["typeName"]!, (int)activity["version"]!)).ToArray();
        Assert.Equal(types.Length, types.Distinct().Count());
        Assert.All(ActivityRegistry.Standard.All, activity => Assert.Contains((activity.Descriptor.Type, activity.Descriptor.Version), types));
    }

    [Fact]
    public async Task hides_what_nobody_should_drop()
    {
        var hidden = (await ReadAsync("en")).Where(activity => !IsOffered(activity)).Select(activity => (string)activity["typeName"]!);
        Assert.Equal(["Elsa.Flowchart", "Elsa.NotFoundActivity", "Elsa.Sequence", "Elsa.Workflow"], hidden.Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task speaks_the_readers_language()
    {
        Assert.Equal(("判断", "按条件走“是”或“否”。"), Texts(await OneAsync("Elsa.FlowDecision", "zh-CN")));
        Assert.Equal(("Decision", "Takes True or False by a condition."), Texts(await OneAsync("Elsa.FlowDecision", "en")));
    }

    [Fact]
    public async Task lists_the_parties_of_all_items_by_name()
    {
        var party = Input(await OneAsync("EGov.Review", "zh-CN"), "Party");
        Assert.Equal("dropdown", (string)party["uiHint"]!);
        var items = party["uiSpecifications"]!["dropdown"]!["selectList"]!["items"]!.AsArray();
        Assert.Contains(items, item => (string)item!["text"]! == "区消防救援大队 (fire)" && (string)item["value"]! == "fire");
        Assert.Contains(items, item => (string)item!["value"]! == "applicant");
        Assert.Equal(items.Count, items.Select(item => (string)item!["value"]!).Distinct().Count());
    }

    [Fact]
    public async Task lists_rules_templates_clocks_and_results()
    {
        var signOff = await OneAsync("EGov.SignOff", "zh-CN");
        Assert.Contains("过半数同意", Choices(Input(signOff, "Rule")));
        Assert.NotNull(Input(signOff, "Parties")["uiSpecifications"]!["checklist"]!["checkList"]);
        Assert.Contains(Choices(Input(await OneAsync("EGov.SendSms", "zh-CN"), "Template")), text => text.StartsWith("result-ready — 【政务服务】", StringComparison.Ordinal));
        Assert.Contains("承诺时限 (promised)", Choices(Input(await OneAsync("EGov.Deadline", "zh-CN"), "Clock")));
        Assert.Contains("食品经营许可证 (food-licence)", Choices(Input(await OneAsync("EGov.IssueResult", "zh-CN"), "Document")));
        Assert.Equal("singleline", (string)Input(signOff, "LimitInWorkingDays")["uiHint"]!);
    }

    [Fact]
    public async Task gives_a_box_with_listed_outcomes_its_usual_ones()
    {
        var decide = await OneAsync("EGov.Decide", "en");
        Assert.Equal("""["Granted","Refused"]""", (string)decide["constructionProperties"]!["Outcomes"]!["expression"]!["value"]!);
        Assert.Equal("dynamic-outcomes", (string)Input(decide, "Outcomes")["uiHint"]!);
        Assert.Equal(["Accepted", "Supplement", "Refused"], (await OneAsync("EGov.Accept", "en"))["ports"]!.AsArray().Select(port => (string)port!["name"]!));
    }

    [Fact]
    public async Task writes_cases_and_variables_unwrapped()
    {
        Assert.False((bool)Input(await OneAsync("Elsa.FlowSwitch", "en"), "Cases")["isWrapped"]!);
        Assert.False((bool)Input(await OneAsync("Elsa.SetVariable", "en"), "Variable")["isWrapped"]!);
        Assert.True((bool)Input(await OneAsync("Elsa.SetVariable", "en"), "Value")["isWrapped"]!);
    }

    [Fact]
    public async Task offers_small_flows_as_activities()
    {
        var flow = await OneAsync("SiteInspection", "zh-CN");
        Assert.Equal(("小流程", "WorkflowDefinitionActivity"), ((string)flow["category"]!, (string)flow["customProperties"]!["RootType"]!));
        Assert.Equal(["Root", "Passed", "Failed"], flow["ports"]!.AsArray().Select(port => (string)port!["name"]!));
        Assert.Equal("核查主体", (string)Input(flow, "inspector")["displayName"]!);
    }

    [Fact]
    public async Task is_sent_again_only_when_it_has_changed()
    {
        await using var own = new Office();
        var client = await own.OfficerAsync("li.hua", "analyst");
        var first = await client.AskAsync(Address).MustAsync();
        var request = new HttpRequestMessage(HttpMethod.Get, Address);
        request.Headers.IfNoneMatch.Add(first.Headers.ETag!);
        await client.SendAsync(request).MustAsync(HttpStatusCode.NotModified);

        await client.PostAsync(new Uri("elsa/api/workflow-definitions/site-inspection/retract", UriKind.Relative), Calls.Json("{}")).MustAsync();
        Assert.NotEqual(first.Headers.ETag, (await client.AskAsync(Address).MustAsync()).Headers.ETag);
    }

    [Fact]
    public async Task answers_for_one_type_and_for_the_choices_of_one_input()
    {
        var studio = await StudioBrowser.OfAnalystAsync(office);
        Assert.Equal("Elsa.Delay", (string)(await studio.ReadAsync("descriptors/activities/Elsa.Delay?version=1"))["typeName"]!);
        var options = await studio.PostAsync("descriptors/activities/EGov.Review/options/Party", new JsonObject { ["context"] = new JsonObject() }).MustAsync().JsonAsync();
        Assert.True(options.GetProperty("items").TryGetProperty("dropdown", out _));
    }

    private async Task<JsonNode[]> ReadAsync(string language)
    {
        var request = new HttpRequestMessage(HttpMethod.Get, Address);
        request.Headers.AcceptLanguage.ParseAdd(language);
        var answer = await (await office.OfficerAsync("wang.fang", "food-intake")).SendAsync(request).MustAsync();
        return [.. JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["items"]!.AsArray().OfType<JsonNode>()];
    }

    private async Task<JsonNode> OneAsync(string type, string language) => (await ReadAsync(language)).Single(activity => (string)activity["typeName"]! == type);

    private static JsonNode Input(JsonNode activity, string name) => activity["inputs"]!.AsArray().Single(input => (string)input!["name"]! == name)!;

    private static IEnumerable<string> Choices(JsonNode input) => input["uiSpecifications"]!["dropdown"]!["selectList"]!["items"]!.AsArray().Select(item => (string)item!["text"]!);

    private static (string, string) Texts(JsonNode activity) => ((string)activity["displayName"]!, (string)activity["description"]!);

    private static bool IsOffered(JsonNode activity) => (bool)activity["isBrowsable"]!;
}
