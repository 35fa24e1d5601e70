using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Engine.Effects;

namespace EGov.Runtime.Storage;

/// <summary>How the views follow a case: what one order changed between the state before and the state after. Live writing and rebuilding use this alone.</summary>
/// <remarks>A row is made of each state, and only columns in which the two differ are written: an index whose columns stay is not touched.</remarks>
internal static class Views
{
    /// <returns>The moment stored for supervision's next look.</returns>
    public static DateTimeOffset? Write(List<Statement> into, WorkflowDefinition workflow, CaseState before, Decision decision, DateTimeOffset at, WatchMoment watch)
    {
        var change = new Change(into, workflow, before, decision.After, decision.Events, at);
        var watchAt = WriteCase(change, watch);
        WriteWork(change);
        WriteWaits(change);
        for (var place = 0; place < decision.Events.Length; place++)
        {
            var number = before.Version + place + 1;
            if (decision.Events[place] is RungFired fired)
                into.Add(Table<RungRow>.Insert(new()
                {
                    CaseId = change.CaseId, EventNumber = number, Clock = fired.Clock.Value, Act = fired.Act.ToString(), Party = fired.To is { } to ? decision.After.SeatOf(to).Value : null, At = at,
                }));
            else if (decision.Events[place] is CalendarAmended amended) WriteRedated(change, number, amended);
        }

        return watchAt;
    }

    /// <summary>Stores when supervision looks at a case again.</summary>
    public static Statement WatchAgain(string caseId, DateTimeOffset? at) => Table<CaseRow>.Update(Watched(caseId, at is null ? DateTimeOffset.UnixEpoch : null), Watched(caseId, at))!.Value;

    /// <summary>What removes a case from every view.</summary>
    public static ImmutableArray<Statement> Clear(string caseId) =>
        [Table<CaseRow>.Clear(caseId), Table<WorkItemRow>.Clear(caseId), Table<EventWaitRow>.Clear(caseId), Table<RungRow>.Clear(caseId), Table<RedatedClockRow>.Clear(caseId), Table<CardRow>.Clear(caseId)];

    private static CaseRow Watched(string caseId, DateTimeOffset? at) => new() { CaseId = caseId, DefinitionId = "", CalendarVersion = "", Status = "", WatchAt = at };

    private static DateTimeOffset? WriteCase(Change change, WatchMoment watch)
    {
        var now = Row(change.CaseId, change.Workflow, change.After);
        now.ClosedAt = change.After.Status == CaseStatus.Open ? null : change.At;
        foreach (var milestone in change.Events.OfType<MilestoneReached>()) Reach(now, milestone);
        if (change.Events.OfType<CaseOpened>().FirstOrDefault() is not { } opened)
        {
            return UpdateCase(change, Row(change.CaseId, change.Workflow, change.Before), now, watch);
        }

        (now.OpenedBy, now.ByApplicant, now.Place, now.OpenedAt) = (opened.By.Value, opened.ByApplicant, opened.Place?.Value, change.At);
        now.WatchAt = Ceiling(watch.Next);
        change.Into.Add(Table<CaseRow>.Insert(now));
        return now.WatchAt;
    }

    /// <summary>A row that is written anyway takes the moment of the next card along; for its sake alone it is written only when that comes before what is stored.</summary>
    private static DateTimeOffset? UpdateCase(Change change, CaseRow was, CaseRow now, WatchMoment watch)
    {
        var next = Ceiling(watch.Next);
        (was.WatchAt, now.WatchAt) = (watch.Stored, watch.Stored);
        var isWrittenAnyway = Table<CaseRow>.Update(was, now) is not null;
        if (watch.Stored is null) was.WatchAt = DateTimeOffset.UnixEpoch; // nobody knows what is stored: it is written
        if (isWrittenAnyway || watch.Stored is null || next < watch.Stored) now.WatchAt = next;
        change.Update(was, now);
        return now.WatchAt;
    }

    /// <summary>What a state alone tells of its case.</summary>
    private static CaseRow Row(string caseId, WorkflowDefinition workflow, CaseState state) => new()
    {
        CaseId = caseId,
        DefinitionId = state.DefinitionId,
        DefinitionVersion = state.DefinitionVersion,
        CalendarVersion = state.CalendarVersion,
        Status = state.Status.ToString(),
        Outcome = state.Outcome,
        Name = state.Name,
        ReceivedOn = state.ReceivedOn,
        Due = DueOf(state, owner: null),
        WakeUpAt = Ceiling(WakeUps.Next(workflow, state)),
    };

    private static void Reach(CaseRow row, MilestoneReached milestone)
    {
        if (milestone.Milestone is Milestone.Accepted or Milestone.DeemedAccepted) row.AcceptedOn = milestone.On;
        if (milestone.Milestone is not (Milestone.Decided or Milestone.NotAccepted)) return;
        row.DecidedOn = milestone.On;
        row.Decision = milestone.Result;
    }

    /// <summary>The nearest due date of the running clocks of the case itself, or of one activity.</summary>
    private static DateOnly? DueOf(CaseState state, int? owner)
    {
        DateOnly? earliest = null;
        foreach (var clock in state.Clocks)
            if (clock.Owner == owner && clock is { StoppedOn: null, Due: { } due } && !(earliest <= due)) earliest = due;
        return earliest;
    }

    /// <summary>The stored moment is never before the true one, or waking would find nothing due.</summary>
    private static DateTimeOffset? Ceiling(DateTimeOffset? at) =>
        at is { } moment && moment.Ticks % TimeSpan.TicksPerMillisecond != 0 ? moment.AddMilliseconds(1) : at;

    private static void WriteRedated(Change change, int number, CalendarAmended amended)
    {
        foreach (var clock in amended.Clocks)
            if (clock is { Before: { } before, After: { } after } && before != after)
                change.Into.Add(Table<RedatedClockRow>.Insert(new()
                {
                    CaseId = change.CaseId, EventNumber = number, Clock = clock.Clock.Value, DefinitionId = change.After.DefinitionId, Edition = amended.To, Before = before, After = after, At = change.At,
                }));
    }

    private static void WriteWork(Change change)
    {
        foreach (var opened in change.Events.OfType<WorkItemOpened>())
        {
            var asked = new WorkItem(opened.WorkItem, opened.Instance, opened.Party, opened.Choices, opened.Kind, opened.AddedBy);
            change.Into.Add(Table<WorkItemRow>.Insert(After(change, asked, change.ActivityOf(opened.Instance))));
        }

        foreach (var item in change.Before.WorkItems)
        {
            var (was, now) = (Row(change, item, change.Before, ""), After(change, item, ""));
            if (item.IsOpen || now.ClosedAt is null) change.Update(was, now);
        }
    }

    /// <summary>The row after the order. A work item whose activity is over is closed, with the choice made in this order if there was one; it keeps its due date.</summary>
    private static WorkItemRow After(Change change, WorkItem known, string activity)
    {
        if (change.After.FindWork(known.Number) is { } item) return Row(change, item, change.After, activity);
        var row = Row(change, known, change.Before, activity);
        var done = change.Events.OfType<WorkItemCompleted>().LastOrDefault(e => e.WorkItem == known.Number);
        (row.Choice, row.CompletedBy, row.ClosedAt) = (done?.Choice, done?.By.Value, change.At);
        return row;
    }

    private static WorkItemRow Row(Change change, WorkItem item, CaseState state, string activity)
    {
        var (party, pace) = (state.SeatOf(item.Party).Value, Pace.Of(state, item.Instance, change.Workflow.Calendar));
        return new()
        {
            CaseId = change.CaseId,
            Number = item.Number,
            Instance = item.Instance,
            Activity = activity,
            Kind = item.Kind.ToString(),
            OpenedAt = change.At,
            Party = party,
            Holder = item.Holder?.Value,
            Choice = item.Choice,
            CompletedBy = item.CompletedBy?.Value,
            Due = DueOf(state, item.Instance),
            ClosedAt = item.IsOpen ? null : change.At,
            DefinitionId = state.DefinitionId,
            DefinitionVersion = state.DefinitionVersion,
            Tray = Tray.Of(party, item.Holder?.Value),
            CaseDue = DueOf(state, owner: null),
            NearestDue = pace.Due ?? DateOnly.MaxValue,
            Limit = pace.Limit,
            PausedWith = pace.PausedWith,
        };
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

        public void Update<TRow>(TRow was, TRow now) where TRow : class
        {
            if (Table<TRow>.Update(was, now) is { } statement) Into.Add(statement);
        }

        public string ActivityOf(int instance) =>
            After.Find(instance) is { } live ? Workflow.Nodes[live.Node].Id.Value
            : Events.OfType<ActivityEntered>().FirstOrDefault(e => e.Instance == instance)?.Activity.Value ?? "";
    }
}

/// <summary>When supervision looks at a case again.</summary>
/// <param name="Stored">The moment that is stored for certain; null when that is not known.</param>
/// <param name="Next">The moment of the next card; null when none is due by itself.</param>
internal readonly record struct WatchMoment(DateTimeOffset? Stored, DateTimeOffset? Next);
