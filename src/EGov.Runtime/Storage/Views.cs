using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Engine.Effects;

namespace EGov.Runtime.Storage;

/// <summary>How the views follow a case: what one order changed between the state before and the state after. Live writing and rebuilding use this alone.</summary>
internal static class Views
{
    public static void Write(List<Statement> into, WorkflowDefinition workflow, CaseState before, Decision decision, DateTimeOffset at)
    {
        var change = new Change(into, workflow, before, decision.After, decision.Events, at);
        WriteCase(change);
        WriteWork(change);
        WriteClocks(change);
        WriteWaits(change);
        for (var place = 0; place < decision.Events.Length; place++)
            if (decision.Events[place] is RungFired fired)
                into.Add(Table<RungRow>.Insert(new()
                {
                    CaseId = change.CaseId, EventNumber = before.Version + place + 1, Clock = fired.Clock.Value, Act = fired.Act.ToString(), Party = fired.To?.Value, At = at,
                }));
    }

    /// <summary>What removes a case from every view.</summary>
    public static ImmutableArray<Statement> Clear(string caseId) =>
    [
        Table<CaseRow>.Clear(caseId), Table<WorkItemRow>.Clear(caseId), Table<ClockRow>.Clear(caseId), Table<EventWaitRow>.Clear(caseId), Table<RungRow>.Clear(caseId),
    ];

    private static void WriteCase(Change change)
    {
        var (after, opened) = (change.After, change.Events.OfType<CaseOpened>().FirstOrDefault());
        var row = new CaseRow
        {
            CaseId = change.CaseId,
            DefinitionId = after.DefinitionId,
            DefinitionVersion = after.DefinitionVersion,
            Version = after.Version,
            Status = after.Status.ToString(),
            Outcome = after.Outcome,
            Name = after.Name,
            OpenedBy = opened?.By.Value,
            ByApplicant = opened?.ByApplicant ?? false,
            Place = opened?.Place?.Value,
            ReceivedOn = after.ReceivedOn,
            Due = DueOf(after),
            OpenedAt = change.At,
            ChangedAt = change.At,
            ClosedAt = after.Status == CaseStatus.Open ? null : change.At,
            WakeUpAt = Ceiling(WakeUps.Next(change.Workflow, after)),
        };
        foreach (var milestone in change.Events.OfType<MilestoneReached>()) Reach(row, milestone);
        change.Into.Add(opened is null ? Table<CaseRow>.Update(row) : Table<CaseRow>.Insert(row));
    }

    private static void Reach(CaseRow row, MilestoneReached milestone)
    {
        if (milestone.Milestone is Milestone.Accepted or Milestone.DeemedAccepted) row.AcceptedOn = milestone.On;
        if (milestone.Milestone is not (Milestone.Decided or Milestone.NotAccepted)) return;
        row.DecidedOn = milestone.On;
        row.Decision = milestone.Result;
    }

    private static DateOnly? DueOf(CaseState state)
    {
        DateOnly? earliest = null;
        foreach (var clock in state.Clocks)
            if (clock is { Owner: null, StoppedOn: null, Due: { } due } && !(earliest <= due)) earliest = due;
        return earliest;
    }

    /// <summary>The stored moment is never before the true one, or waking would find nothing due.</summary>
    private static DateTimeOffset? Ceiling(DateTimeOffset? at) =>
        at is { } moment && moment.Ticks % TimeSpan.TicksPerMillisecond != 0 ? moment.AddMilliseconds(1) : at;

    private static void WriteWork(Change change)
    {
        foreach (var opened in change.Events.OfType<WorkItemOpened>())
            change.Into.Add(Table<WorkItemRow>.Insert(Row(change, opened.WorkItem, change.After.FindWork(opened.WorkItem), opened)));
        foreach (var item in change.Before.WorkItems)
        {
            var now = change.After.FindWork(item.Number);
            if (ReferenceEquals(now, item) || (now is null && !item.IsOpen)) continue;
            change.Into.Add(Table<WorkItemRow>.Update(Row(change, item.Number, now, new(item.Number, item.Instance, item.Party, item.Choices, item.Kind, item.AddedBy))));
        }
    }

    /// <summary>A work item whose activity is over is closed, with the choice made in this order if there was one.</summary>
    private static WorkItemRow Row(Change change, int number, WorkItem? item, WorkItemOpened known)
    {
        var done = item is { IsOpen: true } ? null : change.Events.OfType<WorkItemCompleted>().LastOrDefault(e => e.WorkItem == number);
        return new()
        {
            CaseId = change.CaseId,
            Number = number,
            Instance = known.Instance,
            Activity = change.ActivityOf(known.Instance),
            Kind = known.Kind.ToString(),
            OpenedAt = change.At,
            Party = (item?.Party ?? known.Party).Value,
            Holder = item?.Holder?.Value,
            Choice = item?.Choice ?? done?.Choice,
            CompletedBy = item?.CompletedBy?.Value ?? done?.By.Value,
            ClosedAt = item is { IsOpen: true } ? null : change.At,
        };
    }

    private static void WriteClocks(Change change)
    {
        foreach (var clock in change.After.Clocks)
        {
            var was = change.Before.FindClock(clock.Id);
            if (ReferenceEquals(was, clock)) continue;
            var row = new ClockRow
            {
                CaseId = change.CaseId,
                Clock = clock.Id.Value,
                Owner = clock.Owner,
                LimitInWorkingDays = clock.LimitInWorkingDays,
                StartedOn = clock.StartedOn,
                StoppedOn = clock.StoppedOn,
                Due = clock.Due,
                IsSuspended = clock.IsSuspended,
            };
            change.Into.Add(was is null ? Table<ClockRow>.Insert(row) : Table<ClockRow>.Update(row));
        }
    }

    private static void WriteWaits(Change change)
    {
        var (before, after) = (Waiting(change.Before), Waiting(change.After));
        foreach (var (instance, name) in before.Except(after))
            change.Into.Add(Table<EventWaitRow>.Delete(new() { CaseId = change.CaseId, Instance = instance, Name = name }));
        foreach (var (instance, name) in after.Except(before))
            change.Into.Add(Table<EventWaitRow>.Insert(new() { CaseId = change.CaseId, Instance = instance, Name = name }));
    }

    private static List<(int Instance, string Name)> Waiting(CaseState state) =>
        state.Status == CaseStatus.Open
            ? [.. state.Live.Where(i => i.Wait is { Kind: WaitKind.Event }).Select(i => (i.Number, i.Wait!.Key))]
            : [];

    private sealed record Change(
        List<Statement> Into, WorkflowDefinition Workflow, CaseState Before, CaseState After, ImmutableArray<CaseEvent> Events, DateTimeOffset At)
    {
        public string CaseId => After.Case.Value;

        public string ActivityOf(int instance) =>
            After.Find(instance) is { } live ? Workflow.Nodes[live.Node].Id.Value
            : Events.OfType<ActivityEntered>().FirstOrDefault(e => e.Instance == instance)?.Activity.Value ?? "";
    }
}
