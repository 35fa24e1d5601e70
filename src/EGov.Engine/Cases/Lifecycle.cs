using System.Collections.Immutable;
using EGov.Engine.Activities;
using EGov.Engine.Clocks;

namespace EGov.Engine.Cases;

/// <summary>How activities end: completing, cancelling and faulting, with everything that hangs on them.</summary>
internal static class Lifecycle
{
    /// <summary>Completes an instance: what is unfinished inside is cancelled, and its container hears of it.</summary>
    public static Story Complete(this Story story, int number, ImmutableArray<string> outcomes)
    {
        if (story.State.Find(number) is not { } instance) return story;
        story = story.CancelInside(number, CancelReason.ParentCompleted).CloseWork(number, CancelReason.NotNeeded)
            .ReleaseClocks(number).Then(new ActivityCompleted(number, outcomes));
        if (instance.Parent == 0) return story.CloseCase(outcomes);
        var parent = story.State.Find(instance.Parent)!;
        return story.Workflow.Nodes[parent.Node].Behaviour is IContainer container
            ? container.ChildCompleted(new ActivityContext(story, parent.Number), instance, outcomes)
            : story;
    }

    /// <summary>Cancels an instance and everything inside it. Its container is not told; the caller knows what it means.</summary>
    public static Story Cancel(this Story story, int number, CancelReason reason)
    {
        if (story.State.Find(number) is null) return story;
        return story.CancelInside(number, reason).CloseWork(number, reason).ReleaseClocks(number).Then(new ActivityCancelled(number, reason));
    }

    /// <summary>Marks an instance as faulted and lays out the incident, or ends the case where the definition asks for that.</summary>
    public static Story Fault(this Story story, int number, string code, string message)
    {
        if (story.State.Find(number) is null) return story;
        story = story.CancelInside(number, CancelReason.ParentCompleted).CloseWork(number, CancelReason.NotNeeded)
            .ReleaseClocks(number).Then(new ActivityFaulted(number, code, message));
        return story.Workflow.FaultEndsCase
            ? story.End(CaseStatus.Faulted, code, CancelReason.ParentCompleted)
            : story.Then(new WorkItemOpened(
                story.State.NextWorkItem, number, story.Workflow.Facts.IncidentParty, ["Retry", "Skip", "Cancel"], WorkKind.Incident, null));
    }

    /// <summary>Ends the whole case at once: everything live is cancelled, every clock stops.</summary>
    public static Story End(this Story story, CaseStatus status, string outcome, CancelReason reason)
    {
        foreach (var root in story.State.Live.Where(i => i.Parent == 0))
            story = story.Cancel(root.Number, reason).DropPendingInside(root.Number);
        return story.StopClocks().Then(new CaseClosed(status, outcome));
    }

    /// <summary>True when an instance lies somewhere inside another.</summary>
    public static bool IsInside(this Story story, int number, int container)
    {
        for (var instance = story.State.Find(number); instance is not null; instance = story.State.Find(instance.Parent))
            if (instance.Parent == container) return true;
        return false;
    }

    /// <summary>Cancels the open work items of an instance.</summary>
    public static Story CloseWork(this Story story, int number, CancelReason reason)
    {
        foreach (var item in story.State.WorkItems)
            if (item.Instance == number && item.IsOpen) story = story.Then(new WorkItemCancelled(item.Number, reason));
        return story;
    }

    private static Story CloseCase(this Story story, ImmutableArray<string> outcomes)
    {
        var state = story.State;
        var outcome = state.Milestones.GetValueOrDefault(Milestone.Decided)
            ?? state.Milestones.GetValueOrDefault(Milestone.NotAccepted)
            ?? (outcomes.IsEmpty ? "Done" : outcomes[0]);
        return story.StopClocks().Then(new CaseClosed(CaseStatus.Closed, outcome));
    }

    private static Story CancelInside(this Story story, int number, CancelReason reason)
    {
        foreach (var child in story.State.Live)
            if (child.Parent == number) story = story.Cancel(child.Number, reason);
        return story.DropPendingInside(number);
    }

    /// <summary>A clock that belongs to an activity stops with it; a suspension that it asked for ends with it.</summary>
    private static Story ReleaseClocks(this Story story, int number)
    {
        foreach (var clock in story.State.Clocks)
        {
            if (clock.StoppedOn is not null) continue;
            if (clock.Owner == number) story = story.Then(new ClockStopped(clock.Id, story.Today, clock.Due));
            else if (clock.IsSuspendedBy(SuspensionKey(number)))
                story = story.Then(new ClockChanged(ClockChange.Resumed, clock.Resume(SuspensionKey(number), story.Today, story.Workflow.Calendar)));
        }

        return story;
    }

    /// <summary>The key of the suspension an activity instance asks for.</summary>
    public static string SuspensionKey(int number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);

    private static Story StopClocks(this Story story)
    {
        foreach (var clock in story.State.Clocks)
            if (clock.StoppedOn is null) story = story.Then(new ClockStopped(clock.Id, story.Today, clock.Due));
        return story;
    }

    private static bool IsSuspendedBy(this Clock clock, string key)
    {
        foreach (var suspension in clock.Suspensions)
            if (suspension.Key == key && suspension.To is null) return true;
        return false;
    }
}
