
using EGov.Engine.Activities.Approval;

namespace EGov.Engine.Cases.Decisions;

/// <summary>Where a case may go back to: work that completed in this run of a flowchart and leads to where we stand.</summary>
internal static class ReturnTargets
{
    /// <summary>A flowchart's instance and a node of it.</summary>
    public readonly record struct Target(int Flow, int Node);

    /// <summary>The nearest target with this activity id, from the innermost flowchart outwards; null when there is none.</summary>
    public static Target? Find(Story story, int instance, ActivityId activity)
    {
        foreach (var target in All(story, instance))
            if (story.Workflow.Nodes[target.Node].Id == activity) return target;
        return null;
    }

    /// <summary>Every target from where an instance stands.</summary>
    public static IEnumerable<Target> All(Story story, int instance)
    {
        for (var here = story.State.Find(instance); here is { Parent: not 0 }; here = story.State.Find(here.Parent))
        {
            var flow = story.State.Find(here.Parent)!;
            if (story.Workflow.Nodes[flow.Node] is not { Graph: { } graph } flowchart) continue;
            foreach (var node in flowchart.Children)
                if (node != here.Node && graph.Descendants(node).Contains(here.Node) && CanTake(story, flow.Number, node))
                    yield return new(flow.Number, node);
        }
    }

    /// <summary>True when going back there would undo a decision: that needs a procedure of its own, not a return.</summary>
    public static bool UndoesDecision(Story story, Target target)
    {
        if (!story.State.Reached(Milestone.Decided)) return false;
        var graph = story.Workflow.Nodes[story.State.Find(target.Flow)!.Node].Graph!;
        foreach (var (number, run) in story.State.Runs)
        {
            if (run.IsUndone || story.Workflow.Nodes[number].Behaviour is not Decide) continue;
            for (var node = number; node >= 0; node = story.Workflow.Nodes[node].Parent)
                if (node == target.Node || graph.Descendants(target.Node).Contains(node)) return true;
        }

        return false;
    }

    private static bool CanTake(Story story, int flow, int node) =>
        story.Workflow.Nodes[node].Behaviour.Descriptor.HasWork
        && story.State.Runs.TryGetValue(node, out var run) && run is { IsUndone: false } && run.Parent == flow;
}
