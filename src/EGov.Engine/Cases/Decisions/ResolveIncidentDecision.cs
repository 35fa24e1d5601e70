using EGov.Engine.Activities;

namespace EGov.Engine.Cases.Decisions;

/// <summary>An officer resolves a fault (异常处置): run again, go on with an outcome, or go on as if it had not been reached.</summary>
internal static class ResolveIncidentDecision
{
    public static Decision Decide(Story story, ResolveIncident command)
    {
        if (story.NotWorkable(command.WorkItem) is { } refusal) return story.Reject(refusal);
        var item = story.State.FindWork(command.WorkItem)!;
        if (item.Kind != WorkKind.Incident) return story.Reject(RejectionCode.WorkItemUnknown, command.WorkItem);
        var instance = story.State.Find(item.Instance)!;
        var node = story.Workflow.Nodes[instance.Node];
        if (command.Remedy == Remedy.Skip && !node.Behaviour.Descriptor.PortsOf(node).Contains(command.Outcome ?? ""))
            return story.Reject(RejectionCode.OutcomeUnknown, command.Outcome);

        story = story.Then(new IncidentResolved(item.Number, command.By.User, command.Remedy, command.Outcome, command.Reason));
        return Apply(story, command, instance).Run().Accept();
    }

    private static Story Apply(Story story, ResolveIncident command, ActivityInstance instance)
    {
        if (command.Remedy == Remedy.Skip) return story.Complete(instance.Number, [command.Outcome!]);
        story = story.Cancel(instance.Number, CancelReason.IncidentResolved);
        if (command.Remedy == Remedy.Retry) return story.Schedule(instance.Parent, instance.Node, instance.Locals);
        if (instance.Parent == 0) return story.End(CaseStatus.Faulted, "Cancelled", CancelReason.IncidentResolved);
        var container = new ActivityContext(story, instance.Parent);
        return container.Node.Behaviour is IContainer parent ? parent.ChildCancelled(container, instance) : story;
    }
}
