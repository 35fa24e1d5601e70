using System.Globalization;
using System.Net;
using System.Text.Json.Nodes;
using EGov.Runtime.Deadlines;
using Microsoft.Extensions.DependencyInjection;

namespace EGov.Web.Tests.Studio;

/// <summary>Studio's list of cases: each officer finds those he may read, by everything Studio can ask.</summary>
public sealed class Lists_of_cases(ListedCases listed) : IClassFixture<ListedCases>
{
    public static TheoryData<string, string> Questions => new()
    {
        { "{}", "open faulty withdrawn child parent" },
        { """{"page":0,"pageSize":10,"searchTerm":"","definitionId":null,"definitionIds":[],"hasIncidents":null,"isSystem":false,"status":null,"statuses":[],"subStatuses":[],"orderBy":null,"orderDirection":"Descending","timestampFilters":[]}""", "open faulty withdrawn child parent" },
        { """{"definitionId":"food-business-licence"}""", "open withdrawn" },
        { """{"definitionIds":["listed-fault","listed-child"]}""", "faulty child" },
        { """{"statuses":["Running"]}""", "open faulty child" },
        { """{"status":"Finished"}""", "withdrawn parent" },
        { """{"subStatuses":["Cancelled","Faulted"]}""", "withdrawn" },
        { """{"statuses":["Running"],"subStatus":"Finished"}""", "" },
        { """{"hasIncidents":true}""", "faulty" },
        { """{"hasIncidents":false,"statuses":["Running"]}""", "open child" },
        { """{"version":2}""", "open withdrawn" },
        { """{"timestampFilters":[{"column":"CreatedAt","operator":"GreaterThan","timestamp":"2026-01-05T01:00:00Z"}]}""", "faulty withdrawn child parent" },
        { """{"timestampFilters":[{"column":"CreatedAt","operator":"Is","timestamp":"2026-01-05T01:00:00+00:00"}]}""", "open" },
        { """{"timestampFilters":[{"column":"FinishedAt","operator":"LessThanOrEqual","timestamp":"2026-02-05T00:00:00Z"}]}""", "withdrawn parent" },
        { """{"timestampFilters":[{"column":"UpdatedAt","operator":"LessThan","timestamp":"2026-01-05T01:30:00Z"}]}""", "open" },
        { """{"timestampFilters":[{"column":"Password","operator":"Is","timestamp":"x"},7,null],"pageSize":"many","orderBy":9}""", "open faulty withdrawn child parent" },
    };

    [Theory, MemberData(nameof(Questions))]
    public async Task answer_every_question(string question, string found)
    {
        var page = await AskAsync(question);
        Assert.Equal(found.Split(' ', StringSplitOptions.RemoveEmptyEntries).Order(), page["items"]!.AsArray().Select(item => listed.NameOf((string)item!["id"]!)).Order());
        Assert.Equal(page["items"]!.AsArray().Count, (int)page["totalCount"]!);
    }

    [Theory]
    [InlineData("Created", "Ascending", "open faulty withdrawn parent child")]
    [InlineData("Created", "Descending", "child parent withdrawn faulty open")]
    [InlineData("LastExecuted", "Descending", "child parent withdrawn faulty open")]
    [InlineData("Finished", "Descending", "parent withdrawn")]
    public async Task come_in_the_order_asked_for(string order, string direction, string found)
    {
        var page = await AskAsync($$"""{"orderBy":"{{order}}","orderDirection":"{{direction}}"}""");
        var names = page["items"]!.AsArray().Where(item => order != "Finished" || item!["finishedAt"] is not null).Select(item => listed.NameOf((string)item!["id"]!));
        Assert.Equal(found, string.Join(' ', names));
    }

    [Fact]
    public async Task are_read_page_by_page()
    {
        var found = new List<string>();
        for (var page = 0; page < 3; page++)
        {
            var answer = await AskAsync($$"""{"page":{{page}},"pageSize":2,"orderBy":"Created"}""");
            Assert.Equal(5, (int)answer["totalCount"]!);
            found.AddRange(answer["items"]!.AsArray().Select(item => (string)item!["id"]!));
        }

        Assert.Equal(5, found.Distinct().Count());
    }

    [Fact]
    public async Task take_the_same_questions_in_the_address()
    {
        var studio = new StudioBrowser(await listed.OfficerAsync("auditor", "auditor"));
        Assert.Equal(2, (int)(await studio.ReadAsync("workflow-instances?Statuses=Finished&PageSize=1"))["totalCount"]!);
        Assert.Equal(1, (int)(await studio.ReadAsync($"workflow-instances?SearchTerm={listed.Number("open")}&IsSystem=False"))["totalCount"]!);
    }

    [Fact]
    public async Task find_the_cases_a_case_has_opened()
    {
        var studio = new StudioBrowser(await listed.OfficerAsync("auditor", "auditor"));
        var child = Assert.Single((await studio.ReadAsync("workflow-instances?parentWorkflowInstanceIds=" + listed.Number("parent")))["items"]!.AsArray())!;
        Assert.Equal("child", listed.NameOf((string)child["id"]!));
        Assert.Equal(listed.Number("parent"), (string)(await studio.ReadAsync("workflow-instances/" + child["id"]))["parentWorkflowInstanceId"]!);
    }

    [Fact]
    public async Task show_each_officer_what_he_may_read()
    {
        var clerk = new StudioBrowser(await listed.OfficerAsync("wang.fang", "food-intake"));
        Assert.Equal(["open", "withdrawn"], (await clerk.ReadAsync("workflow-instances"))["items"]!.AsArray().Select(item => listed.NameOf((string)item!["id"]!)).Order());
        var stranger = new StudioBrowser(await listed.OfficerAsync("xu.lan", "tax"));
        Assert.Equal(0, (int)(await stranger.ReadAsync("workflow-instances"))["totalCount"]!);
        var number = listed.Number("open");
        foreach (var address in new[] { "", "/journal", "/variables", "/execution-state" }) await stranger.GetAsync($"workflow-instances/{number}{address}").MustAsync(HttpStatusCode.NotFound);
        await stranger.GetAsync($"activity-executions/by-id?id={number}.1").MustAsync(HttpStatusCode.NotFound);
        await stranger.GetAsync($"activity-executions/list?workflowInstanceId={number}").MustAsync(HttpStatusCode.NotFound);
        await stranger.PostAsync("activity-executions/report", new JsonObject { ["workflowInstanceId"] = number }).MustAsync(HttpStatusCode.NotFound);
        Assert.Equal("studio-instance-unknown", await (await stranger.PostAsync($"workflow-instances/{number}/journal", new JsonObject())).CodeAsync());
    }

    [Theory]
    [InlineData("no-such-case")]
    [InlineData("%C2%85")]
    [InlineData("a%1Fb")]
    [InlineData("AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA")]
    public async Task know_no_case_that_does_not_exist(string number)
    {
        var studio = new StudioBrowser(await listed.OfficerAsync("auditor", "auditor"));
        Assert.Contains((await studio.GetAsync("workflow-instances/" + number)).StatusCode, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
    }

    [Fact]
    public async Task that_cannot_be_asked_for_are_refused()
    {
        var client = await listed.OfficerAsync("auditor", "auditor");
        Assert.Single(await StudioBrowser.ErrorsAsync(await client.PostAsync(new Uri("elsa/api/workflow-instances", UriKind.Relative), Calls.Json("[1]"))));
    }

    [Theory]
    [InlineData("POST", "cancel/workflow-instances/{0}")]
    [InlineData("DELETE", "workflow-instances/{0}")]
    [InlineData("POST", "bulk-actions/delete/workflow-instances/by-id")]
    [InlineData("POST", "alterations/workflows/retry")]
    public async Task are_never_changed_from_studio(string method, string address)
    {
        var request = new HttpRequestMessage(new HttpMethod(method), "elsa/api/" + string.Format(CultureInfo.InvariantCulture, address, listed.Number("open"))) { Content = Calls.Json("{}") };
        Assert.Contains("handled on the desk", Assert.Single(await StudioBrowser.ErrorsAsync(await (await listed.OfficerAsync("li.hua", "analyst")).SendAsync(request))), StringComparison.Ordinal);
    }

    private async Task<JsonNode> AskAsync(string question)
    {
        var answer = await new StudioBrowser(await listed.OfficerAsync("auditor", "auditor")).PostAsync("workflow-instances", JsonNode.Parse(question)).MustAsync();
        return JsonNode.Parse(await answer.Content.ReadAsStringAsync())!;
    }
}

/// <summary>An office with one case of every kind, an hour between them.</summary>
public sealed class ListedCases : Office, IAsyncLifetime
{
    private readonly Dictionary<string, string> numbers = [];

    public string Number(string name) => numbers[name];

    public string NameOf(string number) => numbers.Single(known => known.Value == number).Key;

    public async Task InitializeAsync()
    {
        numbers["open"] = (await FoodLicence.ApplyAsync(this)).Number;
        Time.Advance(TimeSpan.FromHours(1));
        numbers["faulty"] = await DrawnCase.OpenAsync(this, "listed-fault", [], DrawnCase.Box("Elsa.Fault", "Fault1"));
        Time.Advance(TimeSpan.FromHours(1));
        var withdrawn = await FoodLicence.ApplyAsync(this);
        await Citizen().ActAsync(withdrawn.Track + "/withdraw", new { reason = "不办了" }, password: withdrawn.Password).MustAsync();
        numbers["withdrawn"] = withdrawn.Number;
        Time.Advance(TimeSpan.FromHours(1));
        await DrawnCase.PublishAsync(this, "listed-child", DrawnCase.Box("Elsa.Event", "Wait1", ("eventName", "'never'")));
        await OpenParentAsync();
    }

    Task IAsyncLifetime.DisposeAsync() => base.DisposeAsync().AsTask();

    private async Task OpenParentAsync()
    {
        numbers["parent"] = await DrawnCase.OpenAsync(this, "listed-parent", [], DrawnCase.Box("Elsa.DispatchWorkflow", "Dispatch1", ("workflowDefinitionId", "'listed-child'")));
        Time.Advance(TimeSpan.FromHours(1));
        await Services.GetRequiredService<ErrandRunner>().RunOnceAsync(default);
        var studio = new StudioBrowser(await OfficerAsync("auditor", "auditor"));
        var run = (await studio.ReadAsync($"activity-executions/list?workflowInstanceId={numbers["parent"]}&activityNodeId=Workflow1:F1:Dispatch1"))["items"]![0]!;
        numbers["child"] = (string)run["payload"]!["ChildInstanceId"]!;
    }
}
