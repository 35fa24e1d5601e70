using EGov.Engine.Activities;
using EGov.Engine.Activities.Flow;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Engine.Replay;

namespace EGov.Engine.Tests.Laws;

/// <summary>What must hold of every case at every moment. Each law names itself when it is broken.</summary>
internal static class Soundness
{
    /// <summary>The first law that the state breaks, or null.</summary>
    public static string? Broken(WorkflowDefinition workflow, CaseState state) =>
        Orphan(state) ?? Idle(workflow, state) ?? Twice(state) ?? Doubled(workflow, state) ?? Ahead(workflow, state);

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
        var signed = state.WorkItems.Where(w => w is { Kind: WorkKind.Signature, IsOpen: false })
            .SelectMany(w => new[] { w.CompletedBy, w.CompletedFor }.OfType<UserId>().Distinct().Select(person => (w.Instance, person)));
        return signed.GroupBy(one => one).Any(g => g.Count() > 1) ? "one person signed twice in a sign-off, himself or through a delegate" : null;
    }

    /// <summary>No box of a flowchart runs twice at the same time.</summary>
    private static string? Doubled(WorkflowDefinition workflow, CaseState state) => state.Live
        .Where(i => i.Parent != 0 && workflow.Nodes[state.Find(i.Parent)!.Node].Graph is not null)
        .GroupBy(i => (i.Parent, i.Node)).Where(g => g.Count() > 1)
        .Select(g => $"{workflow.Nodes[g.Key.Node].Id} runs twice in one flowchart").FirstOrDefault();

    /// <summary>Nothing runs while something that leads to it still runs; only a join that takes the first arrival lets the flow go ahead.</summary>
    private static string? Ahead(WorkflowDefinition workflow, CaseState state)
    {
        foreach (var instance in state.Live)
        {
            if (instance.Parent == 0 || workflow.Nodes[state.Find(instance.Parent)!.Node].Graph is not { } graph) continue;
            var later = state.Live.FirstOrDefault(i => i.Parent == instance.Parent && Leads(workflow, graph, instance.Node, i.Node));
            if (later is not null) return $"{workflow.Nodes[later.Node].Id} runs before {workflow.Nodes[instance.Node].Id} has ended";
        }

        return null;
    }

    private static bool Leads(WorkflowDefinition workflow, FlowGraph graph, int from, int to)
    {
        var (seen, open) = (new HashSet<int> { from }, new Stack<int>([from]));
        while (open.TryPop(out var node))
        {
            foreach (var path in graph.Outbound(node).Where(p => !graph.IsBackward(p) && !TakesFirst(workflow.Nodes[p.Target]) && seen.Add(p.Target)))
            {
                if (path.Target == to) return true;
                open.Push(path.Target);
            }
        }

        return false;
    }

    private static bool TakesFirst(ActivityNode node) => node.Behaviour is FlowJoin && FlowJoin.ModeOf(node) == JoinMode.WaitAny;
}
