using EGov.Engine.Activities;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Engine.Replay;

namespace EGov.Engine.Tests.Laws;

/// <summary>What must hold of every case at every moment. Each law names itself when it is broken.</summary>
internal static class Soundness
{
    /// <summary>The first law that the state breaks, or null.</summary>
    public static string? Broken(WorkflowDefinition workflow, CaseState state) =>
        Orphan(state) ?? Idle(workflow, state) ?? Twice(state);

    /// <summary>The law that a decision breaks, or null: rejections add nothing, versions count events, the fold is the state.</summary>
    public static string? Broken(CaseState before, Decision decision)
    {
        if (!decision.IsAccepted) return decision.Events.IsEmpty && ReferenceEquals(decision.After, before) ? null : "a rejection changed something";
        if (decision.After.Version != before.Version + decision.Events.Length) return "the version is not the number of events";
        return null;
    }

    /// <summary>Replaying the journal decides and leads to the same, to the letter.</summary>
    public static string? BrokenReplay(WorkflowDefinition workflow, IReadOnlyList<JournalEntry> journal, CaseState live)
    {
        var replayed = JournalReplay.Of(workflow, journal);
        if (replayed.Difference is { } difference) return $"replay differs at {difference}";
        var folded = JournalReplay.Fold(journal.SelectMany(entry => CaseJson.ReadEvents(CaseJson.Write(entry.Events))));
        return CaseJson.Write(folded) == CaseJson.Write(live) ? null : "the replayed state is not the live state";
    }

    private static string? Orphan(CaseState state)
    {
        foreach (var item in state.WorkItems)
        {
            if (state.Find(item.Instance) is not { } owner) return $"work item {item.Number} belongs to nothing";
            if (item.IsOpen && owner.IsFaulted != (item.Kind == WorkKind.Incident)) return $"work item {item.Number} is on a faulted activity";
        }

        foreach (var instance in state.Live)
            if (instance.Parent != 0 && state.Find(instance.Parent) is null) return $"activity {instance.Number} is inside nothing";
        return state.Status == CaseStatus.Open || state.Live.IsEmpty ? null : "a closed case has live activities";
    }

    private static string? Idle(WorkflowDefinition workflow, CaseState state)
    {
        if (state.Status != CaseStatus.Open) return state.Clocks.All(c => c.StoppedOn is not null) ? null : "a closed case has a running clock";
        if (state.Live.IsEmpty) return "an open case has nothing that runs";
        foreach (var instance in state.Live)
        {
            var waits = instance.Wait is not null || state.WorkItems.Any(w => w.Instance == instance.Number && w.IsOpen);
            var contains = workflow.Nodes[instance.Node].Behaviour is IContainer && state.Live.Any(i => i.Parent == instance.Number);
            if (!waits && !contains) return $"activity {instance.Number} ({workflow.Nodes[instance.Node].Id}) waits for nothing";
        }

        return null;
    }

    private static string? Twice(CaseState state)
    {
        var signed = state.WorkItems.Where(w => w is { Kind: WorkKind.Signature, IsOpen: false }).GroupBy(w => (w.Instance, w.CompletedBy));
        return signed.Any(g => g.Count() > 1) ? "one person signed twice in a sign-off" : null;
    }
}
