using System.Collections.Immutable;
using System.Diagnostics;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Lab;

/// <summary>Facts as short sentences. Remembers what the numbers of activities and work items stand for, so it is told every event in order.</summary>
internal sealed class ScenarioFacts(WorkflowDefinition definition)
{
    private readonly Dictionary<int, ActivityId> _activities = [];
    private readonly Dictionary<int, string> _work = [];
    private readonly Dictionary<ClockId, string> _clocks = [];

    /// <summary>The sentence, or null for movements between boxes that the next sentences show anyway.</summary>
    public string? Tell(CaseEvent happened)
    {
        if (happened is ActivityEntered entered) _activities[entered.Instance] = entered.Activity;
        if (happened is WorkItemOpened opened) _work[opened.WorkItem] = $"{Name(opened.Instance)}/{opened.Party}";
        if (happened is ClockChanged { Clock: var clock }) _clocks[clock.Id] = clock.Owner is { } owner && clock.Id.Value.Contains('-', StringComparison.Ordinal) ? $"of {Name(owner)}" : clock.Id.Value;
        return happened switch
        {
            PathsTaken e => e.Skipped.IsEmpty ? null : $"not needed: {Boxes(e.Skipped)}",
            PathsForgotten e => e.Nodes.IsEmpty ? null : $"undone: {Boxes(e.Nodes)}",
            CaseOpened or CaseClosed or CaseNamed or CaseCorrelated or MilestoneReached or NoticeAsked or DocumentFiled or OutputSet or CalendarAmended or SupervisionFlagged => OfCase(happened),
            ClockChanged e => $"clock {_clocks[e.Clock.Id]} {Of(e)}",
            ClockStopped e => $"clock {_clocks.GetValueOrDefault(e.Clock, e.Clock.Value)} stopped, was due {Day(e.Due)}",
            RungFired e => $"clock {_clocks.GetValueOrDefault(e.Clock, e.Clock.Value)}: {e.Act}{(e.To is { } to ? $" to {to}" : "")}",
            _ => OfActivity(happened) ?? OfWork(happened) ?? throw new UnreachableException(happened.GetType().Name),
        };
    }

    private static string OfCase(CaseEvent happened) => happened switch
    {
        CaseOpened e => $"case opened, received on {Day(e.ReceivedOn)}{(e.Place is { } place ? $" at {place}" : "")}{Seats(e)}",
        CaseClosed e => $"case over: {e.Status}, {e.Outcome}",
        CaseNamed e => $"case named {e.Name}",
        CaseCorrelated e => $"case tied to {e.Correlation}",
        MilestoneReached e => $"milestone {e.Milestone}{(e.Result is { } result ? $" ({result})" : "")} with effect from {Day(e.On)}",
        NoticeAsked e => $"tell {e.To}: {e.Template}{ScenarioText.Brackets([.. e.Arguments.Select(a => $"{a.Key}={a.Value}")])}",
        DocumentFiled e => $"on file: {e.Material}",
        CalendarAmended e => $"calendar {e.To} instead of {e.From}{ScenarioText.Brackets([.. e.Clocks.Select(clock => $"{clock.Clock} {Day(clock.Before)} -> {Day(clock.After)}")])}",
        SupervisionFlagged e => $"supervision must know: {e.Matter}{(e.Clock is { } clock ? $" ({clock})" : "")}",
        OutputSet e => $"output {e.Name} = {e.Value}",
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    private string? OfActivity(CaseEvent happened) => happened switch
    {
        ActivityEntered e => $"enter {e.Activity}",
        ActivityCompleted e => $"done {Name(e.Instance)}: {string.Join(", ", e.Outcomes)}",
        ActivityCancelled e => $"cancel {Name(e.Instance)}: {e.Reason}",
        ActivityFaulted e => $"fault in {Name(e.Instance)}: {e.Code} {e.Message}",
        ActivityRemembered e => $"{Name(e.Instance)} notes {e.Memory}",
        VariableSet e => $"{(e.Scope == 0 ? "" : Name(e.Scope) + ".")}{e.Variable} = {e.Value}",
        LineWritten e => $"{Name(e.Instance)} writes {e.Text}",
        WaitStarted e => $"{Name(e.Instance)} waits for {e.Kind}{(e.Key.Length > 0 ? " " + e.Key : "")}{(e.Until is { } until ? " until " + ScenarioText.Moment(definition, until) : "")}",
        ChildCaseAsked e => $"{Name(e.Instance)} opens {e.Child} on {e.DefinitionId}",
        EventPublished e => $"{Name(e.Instance)} publishes {e.Name}",
        _ => null,
    };

    private string? OfWork(CaseEvent happened) => happened switch
    {
        WorkItemOpened e => $"work {Work(e.WorkItem)}{ScenarioText.Brackets(e.Choices)}{(e.AddedBy is { } by ? $", added by {by}" : "")}",
        WorkItemClaimed e => $"work {Work(e.WorkItem)} taken by {e.By}",
        WorkItemReleased e => $"work {Work(e.WorkItem)} put back by {e.By}",
        WorkItemCompleted e => $"work {Work(e.WorkItem)} done by {e.By}{(e.ActingFor is { } owner ? $" for {owner}" : "")}: {e.Choice}",
        WorkItemTransferred e => $"work {Work(e.WorkItem)} given to {e.Party}{(e.To is { } to ? $", {to}" : "")}",
        WorkItemDelegated e => $"work {Work(e.WorkItem)} delegated by {e.By} to {e.To}",
        WorkItemHandedBack e => $"work {Work(e.WorkItem)} handed back by {e.By} to {e.To}, proposing {e.Choice}",
        WorkItemCancelled e => $"work {Work(e.WorkItem)} cancelled: {e.Reason}",
        WorkItemReopened e => $"work {Work(e.WorkItem)} taken back by {e.By}",
        WorkItemUrged e => $"work {Work(e.WorkItem)} urged by {e.By}",
        CaseReturned e => $"returned from {Work(e.WorkItem)} to {e.To} by {e.By}",
        WorkTakenBack e => $"{e.Activity} taken back by {e.By}",
        IncidentResolved e => $"incident of {Work(e.WorkItem)} resolved by {e.By}: {e.Remedy}{(e.Outcome is { } outcome ? " " + outcome : "")}",
        _ => null,
    };

    private static string Of(ClockChanged e) => e.Change switch
    {
        ClockChange.Suspended => $"suspended for {e.Clock.Suspensions[^1].Kind}",
        ClockChange.Started or ClockChange.Redated =>
            $"{(e.Change == ClockChange.Started ? "started" : "redated")}: {Days(e.Clock.LimitInWorkingDays)} from {Day(e.Clock.StartedOn)}, due {Day(e.Clock.Due)}",
        ClockChange.Recounted => $"counted anew with calendar {e.Clock.CalendarVersion}, due {Day(e.Clock.Due)}",
        ClockChange.Extended => $"extended by {Days(e.Clock.Extensions[^1].WorkingDays)}, due {Day(e.Clock.Due)}",
        _ => $"resumed, due {Day(e.Clock.Due)}",
    };

    private static string Days(int number) => $"{number} working day{(number == 1 ? "" : "s")}";

    private string Boxes(ImmutableArray<int> nodes) => string.Join(", ", nodes.Select(node => definition.Nodes[node].Id));

    private string Name(int instance) => _activities.TryGetValue(instance, out var activity) ? activity.Value : $"activity {instance}";

    private string Work(int workItem) => _work.TryGetValue(workItem, out var name) ? name : $"{workItem}";

    private static string Seats(CaseOpened opened) => opened.Seats is { } seats ? string.Concat(seats.Select(seat => $", {seat.Key} is {seat.Value}")) : "";

    private static string Day(DateOnly? day) => ScenarioJudge.Day(day);
}
