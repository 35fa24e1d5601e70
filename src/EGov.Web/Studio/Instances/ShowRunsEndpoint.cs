using EGov.Web.Security;

namespace EGov.Web.Studio.Instances;

/// <summary>How often each box ran, the runs of one box, and how a run came about.</summary>
internal static class ShowRunsEndpoint
{
    private const int MostInStack = 1000;

    public static void Map(IEndpointRouteBuilder api)
    {
        var runs = api.MapGroup("activity-executions");
        runs.MapPost("report", ReportAsync);
        runs.MapGet("list", (string? workflowInstanceId, string? activityNodeId, CurrentActor reader, InstanceRoom room, CancellationToken stop) =>
            ListAsync(workflowInstanceId, activityNodeId, ShownRun.Describe, reader, room, stop));
        api.MapGet("activity-execution-summaries/list", (string? workflowInstanceId, string? activityNodeId, CurrentActor reader, InstanceRoom room, CancellationToken stop) =>
            ListAsync(workflowInstanceId, activityNodeId, ShownRun.Summarize, reader, room, stop));
        runs.MapGet("by-id", OneAsync);
        runs.MapGet("{id}", OneAsync);
        runs.MapGet("{id}/call-stack", StackAsync);
    }

    private static async Task<IResult> ReportAsync(StudioBody body, CurrentActor reader, InstanceRoom room, CancellationToken stop)
    {
        if (body.Json is null) return body.Refused;
        var number = body.Text("workflowInstanceId");
        return await room.OpenAsync(number, reader, stop) is { } shown
            ? StudioJson.Answer(new { stats = body.Texts("activityNodeIds").Distinct().Select(shown.Count) })
            : StudioProblems.UnknownInstance(number ?? "");
    }

    private static async Task<IResult> ListAsync(
        string? number, string? place, Func<ShownInstance, ActivityRun, object> describe, CurrentActor reader, InstanceRoom room, CancellationToken stop) =>
        await room.OpenAsync(number, reader, stop) is { } shown
            ? StudioJson.AnswerList([.. shown.History.Runs.Where(run => string.IsNullOrEmpty(place) || run.Box.NodeId == place).Select(run => describe(shown, run))])
            : StudioProblems.UnknownInstance(number ?? "");

    private static async Task<IResult> OneAsync(string id, CurrentActor reader, InstanceRoom room, CancellationToken stop) =>
        await room.OpenRunAsync(id, reader, stop) is var (shown, run) ? StudioJson.Answer(shown.Describe(run)) : StudioProblems.UnknownInstance(id);

    private static async Task<IResult> StackAsync(string id, int? skip, int? take, CurrentActor reader, InstanceRoom room, CancellationToken stop) =>
        await room.OpenRunAsync(id, reader, stop) is var (shown, run) && shown.History.CallStack(run) is var stack
            ? StudioJson.Answer(new { activityExecutionId = id, items = stack.Skip(skip ?? 0).Take(Math.Clamp(take ?? MostInStack, 0, MostInStack)).Select(shown.Describe), totalCount = stack.Length })
            : StudioProblems.UnknownInstance(id);
}
