using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Engine.Effects;
using EGov.Engine.Replay;
using EGov.Web.Studio.Definitions;

namespace EGov.Web.Studio.Instances;

/// <summary>A case as Studio's viewer wants it: an instance of its own version of the drawing, without people, texts or anything they wrote.</summary>
internal sealed class ShownInstance(WorkflowDefinition workflow, ImmutableArray<JournalEntry> journal)
{
    private const string Top = ShownDrawing.Top;

    public WorkflowDefinition Workflow => workflow;

    public CaseState State { get; } = JournalReplay.Fold(journal.SelectMany(entry => entry.Events));

    public RunHistory History { get; } = RunHistory.Of(workflow, journal);

    public InstanceSummary Summary => new(State.Case, State.DefinitionId, State.DefinitionVersion, State.Status)
    {
        ParentWorkflowInstanceId = State.Inputs.GetValueOrDefault(Errand.ParentInput)?.AsText(),
        IncidentCount = Incidents.Count(),
        CreatedAt = journal[0].At,
        UpdatedAt = journal[^1].At,
        FinishedAt = journal.FirstOrDefault(entry => entry.Events.Any(happened => happened is CaseClosed))?.At,
    };

    /// <summary>The id of a run, unique in the whole office.</summary>
    public string IdOf(int run) => string.Create(CultureInfo.InvariantCulture, $"{State.Case}.{run}");

    /// <summary>The case and the number within it that an id of a run is made of; null when it is none.</summary>
    public static (string Case, int Run)? ParseId(string? id) =>
        id?.LastIndexOf('.') is > 0 and var dot && int.TryParse(id.AsSpan(dot + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var run) ? (id[..dot], run) : null;

    /// <summary>The whole instance, with the state Studio prints to the screen.</summary>
    public InstanceDetails Describe() => new(Summary) { WorkflowState = DescribeState(Summary) };

    /// <summary>Values of the workflow's own variables, by the id they are declared with.</summary>
    public object[] Variables =>
        [.. workflow.Variables.Select(variable => new { variable.Id, variable.Name, value = ShownValue.Of(State.Variables.GetValueOrDefault(variable.Id) ?? variable.Initial, workflow) })];

    public ExceptionView? ExceptionOf(ActivityRun run) => run.Fault is { } fault ? new(fault.Code, ShownValue.Of(fault.Message, workflow)) : null;

    private IEnumerable<ActivityRun> Incidents => History.Runs.Where(run => run.Status == RunStatus.Faulted || (State.Status == CaseStatus.Faulted && run.Fault is not null));

    private object DescribeState(InstanceSummary summary) => new
    {
        summary.Id, summary.DefinitionId, summary.DefinitionVersionId, definitionVersion = summary.Version, summary.ParentWorkflowInstanceId, summary.CorrelationId,
        summary.Status, summary.SubStatus, summary.IsExecuting, summary.IsSystem,
        bookmarks = History.Runs.Where(run => run.IsBlocked).Select(Bookmark),
        incidents = Incidents.Select(Incident),
        completionCallbacks = Array.Empty<object>(),
        activityExecutionContexts = History.Runs.Where(run => run.Status is RunStatus.Running or RunStatus.Faulted).Select(Context).Prepend(Root(summary)),
        input = Shown(workflow.Inputs, State.Inputs), output = Shown(workflow.Outputs, State.Outputs), properties = new { }, summary.CreatedAt, summary.UpdatedAt, summary.FinishedAt,
    };

    private Dictionary<string, object?> Shown(ImmutableArray<Argument> declared, ImmutableSortedDictionary<string, Value> values) =>
        declared.Where(argument => values.ContainsKey(argument.Name)).ToDictionary(argument => argument.Name, argument => ShownValue.Of(values[argument.Name], workflow));

    private object Bookmark(ActivityRun run) => new
    {
        id = IdOf(run.Number), name = run.Box.Type, hash = "", payload = new { parties = State.WorkItems.Where(item => item.Instance == run.Number && item.IsOpen).Select(item => item.Party) },
        activityId = run.Box.Id, activityNodeId = run.Box.NodeId, activityInstanceId = IdOf(run.Number), createdAt = run.StartedAt, autoBurn = true,
        callbackMethodName = (string?)null, metadata = (object?)null,
    };

    private object Incident(ActivityRun run) => new
    {
        activityId = run.Box.Id, activityNodeId = run.Box.NodeId, activityType = run.Box.Type, message = run.Fault!.Code, exception = ExceptionOf(run), timestamp = run.Fault.At,
    };

    private object Root(InstanceSummary summary) => ContextOf(IdOf(0), null, Top, summary.Status, summary.CreatedAt, summary.FinishedAt);

    private object Context(ActivityRun run) => ContextOf(IdOf(run.Number), IdOf(run.Parent), run.Box.NodeId, run.Status.ToString(), run.StartedAt, run.EndedAt);

    private static object ContextOf(string id, string? parent, string place, string status, DateTimeOffset startedAt, DateTimeOffset? completedAt) => new
    {
        id, parentContextId = parent, scheduledActivityNodeId = place, ownerActivityNodeId = (string?)null, properties = new { }, activityState = new { },
        dynamicVariables = Array.Empty<object>(), status, isExecuting = false, startedAt, completedAt,
    };
}

/// <summary>A fault as Elsa writes it: its code is the type; there is no stack to trace.</summary>
internal sealed record ExceptionView(string Type, string Message)
{
    public string? StackTrace { get; }

    public ExceptionView? InnerException { get; }
}
