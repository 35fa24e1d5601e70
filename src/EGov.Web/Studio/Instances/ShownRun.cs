using EGov.Engine.Definitions;

namespace EGov.Web.Studio.Instances;

/// <summary>Runs of boxes, log lines and counts in the form Studio reads them.</summary>
internal static class ShownRun
{
    /// <summary>A run with what the drawing gives it and what it ended with.</summary>
    public static object Describe(this ShownInstance shown, ActivityRun run)
    {
        var by = run.ScheduledBy is { } number ? shown.History.Find(number) : null;
        return new
        {
            id = shown.IdOf(run.Number), workflowInstanceId = shown.State.Case, activityId = run.Box.Id, activityNodeId = run.Box.NodeId, activityType = run.Box.Type,
            activityTypeVersion = run.Box.Version, activityName = run.Box.Name ?? run.Box.Id.Value, activityState = Inputs(run.Box), payload = PayloadOf(run), outputs = new { },
            properties = new { }, metadata = new { }, exception = shown.ExceptionOf(run), run.StartedAt, hasBookmarks = run.IsBlocked, run.Status,
            aggregateFaultCount = shown.History.FaultsInside(run), completedAt = run.EndedAt,
            schedulingActivityExecutionId = by is null ? null : shown.IdOf(by.Number), schedulingActivityId = by?.Box.Id, schedulingWorkflowInstanceId = (string?)null,
            callStackDepth = shown.History.CallStack(run).Length - 1,
        };
    }

    /// <summary>A run as it stands in the list of runs of one box.</summary>
    public static object Summarize(this ShownInstance shown, ActivityRun run) => new
    {
        id = shown.IdOf(run.Number), workflowInstanceId = shown.State.Case, activityId = run.Box.Id, activityNodeId = run.Box.NodeId, activityType = run.Box.Type,
        activityTypeVersion = run.Box.Version, activityName = run.Box.Name ?? run.Box.Id.Value, run.StartedAt, hasBookmarks = run.IsBlocked, metadata = new { }, run.Status,
        aggregateFaultCount = shown.History.FaultsInside(run), completedAt = run.EndedAt,
    };

    /// <summary>A line of the log.</summary>
    public static object Describe(this ShownInstance shown, LogLine line)
    {
        var run = shown.History.Find(line.Run)!;
        var fault = line.Event == "Faulted" ? shown.ExceptionOf(run) : null;
        return new
        {
            id = $"{shown.State.Case}.log.{line.Sequence}", activityInstanceId = shown.IdOf(run.Number), parentActivityInstanceId = shown.IdOf(run.Parent), activityId = run.Box.Id,
            activityType = run.Box.Type, activityTypeVersion = run.Box.Version, activityName = run.Box.Name ?? run.Box.Id.Value, nodeId = run.Box.NodeId, timestamp = line.At,
            line.Sequence, eventName = line.Event, message = fault?.Type, source = (string?)null, activityState = Inputs(run.Box), payload = fault is null ? (object?)line.Payload : new { exception = fault },
        };
    }

    /// <summary>How often a box ran and where that stands; all zero for one whose turn has not come.</summary>
    public static object Count(this ShownInstance shown, string place)
    {
        var runs = shown.History.Runs.Where(run => run.Box.NodeId == place).ToList();
        return new
        {
            activityId = place[(place.LastIndexOf(':') + 1)..], activityNodeId = place, startedCount = runs.Count, completedCount = runs.Count(run => run.Status == RunStatus.Completed),
            uncompletedCount = runs.Count(run => run.EndedAt is null), isBlocked = runs.Exists(run => run.IsBlocked), isFaulted = runs.Exists(run => run.Status == RunStatus.Faulted),
            aggregateFaultCount = runs.Sum(shown.History.FaultsInside), metadata = new { },
        };
    }

    /// <summary>What the drawing gives the box in every case; what is worked out in the case is not shown.</summary>
    private static Dictionary<string, object?> Inputs(ActivityNode box) =>
        box.Inputs.Where(input => input.Value.Constant is not null).ToDictionary(input => char.ToUpperInvariant(input.Key[0]) + input.Key[1..], input => Plain(input.Value.Constant!));

    private static object? Plain(Value value) => value is Value.Nothing ? null : System.Text.Json.Nodes.JsonNode.Parse(value.ToJson());

    private static Dictionary<string, object?>? PayloadOf(ActivityRun run)
    {
        var payload = new Dictionary<string, object?>();
        if (run.Status == RunStatus.Completed) payload["Outcomes"] = run.Outcomes;
        if (run.Child is { } child) payload["ChildInstanceId"] = child.Value;
        return payload.Count == 0 ? null : payload;
    }
}
