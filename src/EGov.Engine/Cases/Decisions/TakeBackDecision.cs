using EGov.Engine.Definitions;

namespace EGov.Engine.Cases.Decisions;

/// <summary>An officer takes back what he has completed (撤回), while nobody has worked on what followed.</summary>
/// <remarks>A signature in a sign-off that is still open is reopened; an activity that has completed is entered again.</remarks>
internal static class TakeBackDecision
{
    public static Decision Decide(Story story, TakeBack command)
    {
        if (command.Reason is not { } reason) return story.Reject(RejectionCode.ReasonMissing, "take-back");
        if (story.State.FindWork(command.WorkItem) is { } item) return Reopen(story, command, item);
        if (Completed(story.State, command.WorkItem) is not { } done) return story.Reject(RejectionCode.WorkItemUnknown, command.WorkItem);
        if (!done.Signature.IsUndoneBy(command.By)) return story.Reject(RejectionCode.NotYourWork, command.WorkItem);
        if (story.State.Find(done.Run.Parent) is not { } flow || story.Workflow.Nodes[flow.Node].Graph is not { } graph)
            return story.Reject(RejectionCode.AlreadyGoneOn, command.WorkItem);
        if (ReturnTargets.UndoesDecision(story, new(flow.Number, done.Node))) return story.Reject(RejectionCode.AlreadyDecided);
        if (IsTouched(story, flow.Number, graph, done.Node)) return story.Reject(RejectionCode.AlreadyGoneOn, command.WorkItem);

        story = story.Then(new WorkTakenBack(command.WorkItem, command.By.User, story.Workflow.Nodes[done.Node].Id, reason));
        return Flow.Rewind(story, flow.Number, done.Node, CancelReason.TakenBack).Schedule(flow.Number, done.Node).Run().Accept();
    }

    private static Decision Reopen(Story story, TakeBack command, WorkItem item)
    {
        if (item.Signature is not { } signature || !signature.IsUndoneBy(command.By)) return story.Reject(RejectionCode.NotYourWork, item.Number);
        return story.Then(new WorkItemReopened(item.Number, command.By.User, command.Reason)).Accept();
    }

    private static (int Node, CompletedRun Run, Signature Signature)? Completed(CaseState state, int workItem)
    {
        foreach (var (node, run) in state.Runs)
        {
            if (run.IsUndone) continue;
            foreach (var signature in run.Signatures)
                if (signature.WorkItem == workItem) return (node, run, signature);
        }

        return null;
    }

    /// <summary>True when something that followed was worked on, or the activity runs again already.</summary>
    private static bool IsTouched(Story story, int flow, FlowGraph graph, int node)
    {
        var caused = graph.Descendants(node);
        foreach (var child in story.State.Live)
            if (child.Parent == flow && (child.Node == node || (caused.Contains(child.Node) && HasWorkDone(story, child.Number)))) return true;
        foreach (var (other, run) in story.State.Runs)
            if (caused.Contains(other) && !run.IsUndone && run.Parent == flow && !run.Signatures.IsEmpty) return true;
        return false;
    }

    private static bool HasWorkDone(Story story, int number)
    {
        foreach (var item in story.State.WorkItems)
            if ((item.Holder is not null || !item.IsOpen) && (item.Instance == number || story.IsInside(item.Instance, number))) return true;
        foreach (var child in story.State.Live)
            if (story.IsInside(child.Number, number) && story.State.Runs.Values.Any(r => r.Parent == child.Number && !r.Signatures.IsEmpty)) return true;
        return story.State.Runs.Values.Any(r => r.Parent == number && !r.IsUndone && !r.Signatures.IsEmpty);
    }
}
