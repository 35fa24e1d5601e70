using System.Net;
using System.Text.Json.Nodes;
using EGov.Runtime.Catalog;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Web.Tests.Studio;

/// <summary>Studio's viewer shows a case on the version of the drawing it runs on: where it stands, what each box did, and no person.</summary>
public sealed class Cases_on_their_drawing(Office office) : IClassFixture<Office>
{
    private const string Flow = "Workflow1:Flowchart1:";

    [Fact]
    public async Task wait_where_their_work_lies()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        var studio = await AuditorAsync();
        var shown = await studio.ReadAsync("workflow-instances/" + licence.Number);

        Assert.Equal(("Running", "Suspended", "food-business-licence-v2", 2), ((string)shown["status"]!, (string)shown["subStatus"]!, (string)shown["definitionVersionId"]!, (int)shown["version"]!));
        Assert.Equal(Flow + "PreAccept1", (string)Assert.Single(shown["workflowState"]!["bookmarks"]!.AsArray())!["activityNodeId"]!);
        Assert.Equal("online", (string)shown["workflowState"]!["input"]!["channel"]!);
        Assert.Null(shown["finishedAt"]);
        Assert.Equal("Suspended", (string)(await studio.ReadAsync($"workflow-instances/{licence.Number}/execution-state"))["workflowSubStatus"]!);
    }

    [Fact]
    public async Task count_on_every_box_how_often_it_ran()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        var stats = await CountAsync(licence.Number, "Start1", "SignOff1", "SiteInspection1", "SiteInspection1:Inspection1:Inspect1", "Join1");

        Assert.Equal((1, 1, 0, false), stats[0]);
        Assert.Equal((1, 0, 1, true), stats[1]);
        Assert.Equal((1, 0, 1, false), stats[2]);
        Assert.Equal((1, 0, 1, true), stats[3]);
        Assert.Equal((0, 0, 0, false), stats[4]);
    }

    [Fact]
    public async Task tell_their_story_in_elsas_words()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        await licence.CompleteAsync("li.na", "food-review", "Approved");
        var lines = await LogAsync(licence.Number, new JsonObject { ["activityNodeIds"] = new JsonArray(Flow + "PreAccept1", Flow + "SignOff1") });

        Assert.Equal(["Started", "Suspended", "Resumed", "Completed", "Started", "Suspended", "Resumed", "Suspended"], lines.Select(line => (string)line["eventName"]!));
        Assert.Equal("""["Ready"]""", lines[3]["payload"]!["Outcomes"]!.ToJsonString());
        Assert.True(lines.Zip(lines.Skip(1)).All(pair => (int)pair.First["sequence"]! < (int)pair.Second["sequence"]!));
    }

    [Fact]
    public async Task are_over_when_their_end_is_reached()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        foreach (var (name, party, choice) in new[]
        {
            ("li.na", "food-review", "Approved"), ("zhao.lei", "fire", "Approved"), ("sun.yan", "urban-management", "Approved"), ("chen.bo", "food-inspection", "Passed"),
            ("zhou.min", "food-decision", "Granted"), ("wang.fang", "food-intake", "Done"),
        })
            await licence.CompleteAsync(name, party, choice);
        var shown = await (await AuditorAsync()).ReadAsync("workflow-instances/" + licence.Number);

        Assert.Equal(("Finished", "Finished", 0), ((string)shown["status"]!, (string)shown["subStatus"]!, shown["workflowState"]!["bookmarks"]!.AsArray().Count));
        Assert.NotNull(shown["finishedAt"]);
        Assert.Equal((1, 1, 0, false), (await CountAsync(licence.Number, "EndGranted1"))[0]);
    }

    [Fact]
    public async Task are_withdrawn_and_what_was_open_is_cancelled()
    {
        var licence = await FoodLicence.ApplyAsync(office);
        await office.Citizen().ActAsync(licence.Track + "/withdraw", new { reason = "不办了" }, password: licence.Password).MustAsync();
        Assert.Equal("Cancelled", (string)(await (await AuditorAsync()).ReadAsync("workflow-instances/" + licence.Number))["subStatus"]!);
        Assert.Contains("Canceled", (await LogAsync(licence.Number, [])).Select(line => (string)line["eventName"]!));
    }

    [Fact]
    public async Task mark_where_a_fault_waits()
    {
        var number = await DrawnCase.OpenAsync(office, "faulty", [], DrawnCase.Box("Elsa.Fault", "Fault1", ("code", "'no-gateway'"), ("message", "'短信网关不可用'")));
        var studio = await AuditorAsync();
        var shown = await studio.ReadAsync("workflow-instances/" + number);

        var incident = Assert.Single(shown["workflowState"]!["incidents"]!.AsArray())!;
        Assert.Equal(("Running", 1, "no-gateway", "短信网关不可用"), ((string)shown["status"]!, (int)shown["incidentCount"]!, (string)incident["message"]!, (string)incident["exception"]!["message"]!));
        var run = Assert.Single((await studio.ReadAsync($"activity-executions/list?WorkflowInstanceId={number}&ActivityNodeId=Workflow1:F1:Fault1"))["items"]!.AsArray())!;
        Assert.Equal(("Faulted", 1), ((string)run["status"]!, (int)run["aggregateFaultCount"]!));
        var report = await studio.PostAsync("activity-executions/report", Asked(number, "Workflow1:F1:Fault1")).MustAsync().JsonAsync();
        Assert.True(report.GetProperty("stats")[0].GetProperty("isFaulted").GetBoolean());
    }

    [Fact]
    public async Task stay_on_the_version_they_were_opened_on()
    {
        await using var own = new Office();
        var licence = await FoodLicence.ApplyAsync(own);
        var desk = own.Services.GetRequiredService<DefinitionDesk>();
        var draft = await desk.RevertAsync("food-business-licence", 1, new("li.hua"));
        Assert.Null((await desk.PublishAsync("food-business-licence", draft.Version!.Version, new("li.hua"), "back")).Refusal);

        var studio = new StudioBrowser(await own.OfficerAsync("auditor", "auditor"));
        var shown = await studio.ReadAsync("workflow-instances/" + licence.Number);
        var drawing = await studio.ReadAsync("workflow-definitions/by-id/" + shown["definitionVersionId"]);
        Assert.Contains(drawing["root"]!["activities"]!.AsArray(), box => (string)box!["nodeId"]! == Flow + "PreAccept1");
    }

    [Fact]
    public async Task show_each_run_of_a_box_and_how_it_came_about()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        var studio = await AuditorAsync();
        var summary = Assert.Single((await studio.ReadAsync($"activity-execution-summaries/list?WorkflowInstanceId={licence.Number}&ActivityNodeId={Uri.EscapeDataString(Flow + "Accept1")}"))["items"]!.AsArray())!;
        var run = await studio.ReadAsync("activity-executions/by-id?id=" + summary["id"]);

        Assert.Equal(("Completed", "EGov.Accept", "PreAccept1"), ((string)run["status"]!, (string)run["activityType"]!, (string)run["schedulingActivityId"]!));
        Assert.Equal("""["Accepted"]""", run["payload"]!["Outcomes"]!.ToJsonString());
        var stack = (await studio.ReadAsync($"activity-executions/{summary["id"]}/call-stack?includeCrossWorkflowChain=True"))["items"]!.AsArray();
        Assert.Equal(["Flowchart1", "Start1", "Channel1", "PreAccept1", "Accept1"], stack.Select(step => (string)step!["activityId"]!));
        Assert.Empty((await studio.ReadAsync($"activity-executions/list?WorkflowInstanceId={licence.Number}&ActivityNodeId=Workflow1"))["items"]!.AsArray());
    }

    [Fact]
    public async Task name_every_box_as_the_drawing_does()
    {
        var (catalog, studio) = (office.Services.GetRequiredService<WorkflowCatalog>(), await AuditorAsync());
        foreach (var (id, version) in catalog.InUse)
        {
            var boxes = (await catalog.DefinitionAsync(id, version))!.Nodes;
            foreach (var box in boxes)
                Assert.Equal(box.Id.Value, (string)(await studio.ReadAsync($"workflow-definitions/subgraph/{id}-v{version}?parentNodeId={Uri.EscapeDataString(box.NodeId)}"))["activity"]!["id"]!);
        }
    }

    [Fact]
    public async Task hold_nothing_anybody_wrote()
    {
        var personal = new JsonObject { ["who"] = "王小满", ["phone"] = 13800000000, ["number"] = "11010519491231002X", ["kind"] = "catering" };
        var number = await DrawnCase.OpenAsync(
            office, "personal", personal,
            DrawnCase.Box("Elsa.SetName", "Name1", ("value", "getInput('who')")), DrawnCase.Box("Elsa.Correlate", "Tie1", ("correlationId", "getInput('number')")),
            DrawnCase.Box("Elsa.WriteLine", "Line1", ("text", "getInput('who') + getInput('number')")), SetNote("getInput('kind') == 'catering' ? getInput('phone') : 0"),
            DrawnCase.Box("Elsa.Fault", "Fault1", ("code", "'broken'"), ("message", "getInput('who') + ' ' + getInput('number')")));
        var all = await EverythingAsync(number);

        Assert.All(new[] { "王小满", "13800000000", "11010519491231002X", "1.38" }, secret => Assert.DoesNotContain(secret, all, StringComparison.Ordinal));
        Assert.Contains("\"kind\":\"catering\"", all, StringComparison.Ordinal);
        Assert.Contains("\"who\":\"***\"", all, StringComparison.Ordinal);
    }

    [Fact]
    public async Task name_neither_applicants_nor_officers_nor_opinions()
    {
        var licence = await FoodLicence.AcceptedAsync(office);
        await licence.CompleteAsync("li.na", "food-review", "Rejected", "厨房离厕所太近");
        var all = await EverythingAsync(licence.Number);
        Assert.All(
            new[] { "王小满", "13800000000", "11010519491231002X", "小满面馆", "91350100M000100Y43", "海潮路", "厨房", "li.na", "wang.fang" },
            secret => Assert.DoesNotContain(secret, all, StringComparison.Ordinal));
    }

    private static JsonObject SetNote(string script)
    {
        var box = DrawnCase.Box("Elsa.SetVariable", "Note1", ("value", script));
        box["variable"] = new JsonObject { ["id"] = "v1", ["name"] = "Note", ["typeName"] = "Object", ["isArray"] = false, ["value"] = null };
        return box;
    }

    private static JsonObject Asked(string number, params string[] places) =>
        new() { ["workflowInstanceId"] = number, ["activityNodeIds"] = new JsonArray([.. places.Select(place => (JsonNode)place)]) };

    private async Task<StudioBrowser> AuditorAsync() => new(await office.OfficerAsync("auditor", "auditor"));

    private async Task<(int Started, int Completed, int Uncompleted, bool IsBlocked)[]> CountAsync(string number, params string[] boxes)
    {
        var report = await (await AuditorAsync()).PostAsync("activity-executions/report", Asked(number, [.. boxes.Select(box => Flow + box)])).MustAsync();
        return
        [
            .. JsonNode.Parse(await report.Content.ReadAsStringAsync())!["stats"]!.AsArray()
                .Select(box => ((int)box!["startedCount"]!, (int)box["completedCount"]!, (int)box["uncompletedCount"]!, (bool)box["isBlocked"]!)),
        ];
    }

    private async Task<JsonNode[]> LogAsync(string number, JsonObject filter)
    {
        var answer = await (await AuditorAsync()).PostAsync($"workflow-instances/{number}/journal?skip=0&take=110", new JsonObject { ["filter"] = filter }).MustAsync();
        return [.. JsonNode.Parse(await answer.Content.ReadAsStringAsync())!["items"]!.AsArray().OfType<JsonNode>()];
    }

    /// <summary>All that Studio can be told of a case.</summary>
    private async Task<string> EverythingAsync(string number)
    {
        var studio = await AuditorAsync();
        string[] addresses =
        [
            $"workflow-instances?SearchTerm={number}", $"workflow-instances/{number}", $"workflow-instances/{number}/variables", $"workflow-instances/{number}/execution-state",
            $"workflow-instances/{number}/journal", $"activity-executions/list?WorkflowInstanceId={number}", $"activity-execution-summaries/list?WorkflowInstanceId={number}",
        ];
        var answers = new List<string>();
        foreach (var address in addresses) answers.Add(await (await studio.GetAsync(address).MustAsync()).Content.ReadAsStringAsync());
        answers.Add(await (await studio.PostAsync("activity-executions/report", Asked(number, "Workflow1:F1:Fault1")).MustAsync()).Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.BadRequest, (await studio.GetAsync($"workflow-instances/{number}/export")).StatusCode);
        return string.Join('\n', answers);
    }
}
