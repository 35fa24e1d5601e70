using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Engine.Replay;

namespace EGov.Web.Studio.Instances;

/// <summary>The journal of a case told as Elsa would: runs of boxes, and the log of what happened to each. People and texts do not occur in it.</summary>
/// <remarks>Elsa logs Suspended whenever a run is left waiting and Resumed when what it waited for comes; a sign-off does both for every signature.</remarks>
internal sealed class RunHistory
{
    private readonly WorkflowDefinition _workflow;
    private readonly SortedDictionary<int, ActivityRun> _runs = [];
    private readonly List<LogLine> _lines = [];
    private readonly Dictionary<int, int> _workOf = [];
    private readonly HashSet<int> _openWork = [];
    private readonly HashSet<int> _resumed = [];
    private readonly Dictionary<int, int> _lastEnded = [];
    private readonly Dictionary<(int Flow, int Node), int> _broughtBy = [];
    private DateTimeOffset _now;

    private RunHistory(WorkflowDefinition workflow) => _workflow = workflow;

    /// <summary>Every run, by rising number.</summary>
    public IReadOnlyCollection<ActivityRun> Runs => _runs.Values;

    public IReadOnlyList<LogLine> Lines => _lines;

    public static RunHistory Of(WorkflowDefinition workflow, IEnumerable<JournalEntry> journal)
    {
        var history = new RunHistory(workflow);
        foreach (var entry in journal) history.Tell(entry);
        return history;
    }

    public ActivityRun? Find(int number) => _runs.GetValueOrDefault(number);

    /// <summary>A run with all it lies in, the root first.</summary>
    public ImmutableArray<ActivityRun> CallStack(ActivityRun run)
    {
        var stack = new Stack<ActivityRun>();
        for (var step = run; step is not null; step = Find(step.ScheduledBy ?? 0)) stack.Push(step);
        return [.. stack];
    }

    /// <summary>How many runs in it, itself included, are faulted now.</summary>
    public int FaultsInside(ActivityRun run) => _runs.Values.Count(faulted => faulted.Status == RunStatus.Faulted && IsWithin(faulted, run));

    private bool IsWithin(ActivityRun run, ActivityRun around)
    {
        for (var step = run; step is not null; step = Find(step.Parent))
            if (step.Number == around.Number) return true;
        return false;
    }

    private void Tell(JournalEntry entry)
    {
        _now = entry.At;
        _resumed.Clear();
        foreach (var happened in entry.Events) Tell(happened);
        foreach (var run in _resumed)
            if (_runs[run].Status == RunStatus.Running && _openWork.Any(work => _workOf[work] == run)) Block(run);
    }

    private void Tell(CaseEvent happened)
    {
        switch (happened)
        {
            case ActivityEntered e: Enter(e); break;
            case ActivityCompleted e: Complete(e); break;
            case ActivityCancelled e: End(e.Instance, RunStatus.Canceled, "Canceled", new() { ["Reason"] = e.Reason.ToString() }); break;
            case ActivityFaulted e: Fail(e); break;
            case PathsTaken e: Reach(e); break;
            case WorkItemOpened { Kind: not WorkKind.Incident } e: Await(e.WorkItem, e.Instance); break;
            case WorkItemReopened e when _workOf.ContainsKey(e.WorkItem): Await(e.WorkItem, _workOf[e.WorkItem]); break;
            case WorkItemCompleted e: Work(e); break;
            case WorkItemCancelled e: _openWork.Remove(e.WorkItem); break;
            case WaitStarted e: Block(e.Instance); break;
            case ChildCaseAsked e: Change(e.Instance, run => run with { Child = e.Child }); break;
            case CaseReturned e when _workOf.ContainsKey(e.WorkItem): Log(_workOf[e.WorkItem], "Returned", new() { ["To"] = e.To.Value }); break;
            case WorkTakenBack e when _workOf.ContainsKey(e.WorkItem): Log(_workOf[e.WorkItem], "TakenBack", new() { ["From"] = e.Activity.Value }); break;
            default: break;
        }
    }

    private void Enter(ActivityEntered entered)
    {
        var by = _broughtBy.Remove((entered.Parent, entered.Node), out var before) ? before : entered.Parent;
        _runs[entered.Instance] = new(entered.Instance, entered.Parent, _workflow.Nodes[entered.Node], _now) { ScheduledBy = by == 0 ? null : by };
        Log(entered.Instance, "Started");
    }

    private void Complete(ActivityCompleted completed)
    {
        if (_runs[completed.Instance].IsBlocked) Resume(completed.Instance);
        ImmutableArray<string> outcomes = [.. completed.Outcomes.Select(outcome => Shown(completed.Instance, outcome))];
        Change(completed.Instance, run => run with { Outcomes = outcomes });
        End(completed.Instance, RunStatus.Completed, "Completed", new() { ["Outcomes"] = outcomes });
    }

    private void End(int number, RunStatus status, string name, Dictionary<string, object?> payload)
    {
        Change(number, run => run with { Status = status, EndedAt = _now, IsBlocked = false });
        _lastEnded[_runs[number].Parent] = number;
        Log(number, name, payload);
    }

    private void Fail(ActivityFaulted faulted)
    {
        Change(faulted.Instance, run => run with { Status = RunStatus.Faulted, IsBlocked = false, Fault = new(CodeOf(faulted), faulted.Message, _now) });
        Log(faulted.Instance, "Faulted");
    }

    /// <summary>A drawn fault has the code the drawing gives it, all others one of the engine's.</summary>
    private string CodeOf(ActivityFaulted faulted) =>
        _runs[faulted.Instance].Box.Type == "Elsa.Fault" && faulted.Code != "fault" ? ShownValue.Of(faulted.Code, _workflow) : faulted.Code;

    private void Reach(PathsTaken taken)
    {
        if (!_lastEnded.TryGetValue(taken.Flow, out var ended)) return;
        foreach (var node in taken.Reached) _broughtBy[(taken.Flow, node)] = ended;
    }

    private void Await(int work, int run)
    {
        _workOf[work] = run;
        _openWork.Add(work);
        Block(run);
    }

    private void Work(WorkItemCompleted completed)
    {
        _openWork.Remove(completed.WorkItem);
        // An incident's work item is not the run's own.
        if (_workOf.TryGetValue(completed.WorkItem, out var run)) Resume(run, new() { ["Choice"] = Shown(run, completed.Choice) });
    }

    /// <summary>An outcome may be worked out from what somebody wrote; only those the box is known to have are shown.</summary>
    private string Shown(int run, string outcome) =>
        _runs[run].Box is var box && box.Behaviour.Descriptor.PortsOf(box).Contains(outcome) ? outcome : ShownValue.Of(outcome, _workflow);

    private void Block(int number)
    {
        if (_runs[number].IsBlocked) return;
        Change(number, run => run with { IsBlocked = true });
        Log(number, "Suspended");
    }

    private void Resume(int number, Dictionary<string, object?>? payload = null)
    {
        Change(number, run => run with { IsBlocked = false });
        _resumed.Add(number);
        Log(number, "Resumed", payload);
    }

    private void Change(int number, Func<ActivityRun, ActivityRun> change) => _runs[number] = change(_runs[number]);

    private void Log(int number, string name, Dictionary<string, object?>? payload = null) => _lines.Add(new(_lines.Count + 1, number, name, _now, payload));
}
