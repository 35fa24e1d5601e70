using EGov.Engine.Cases;

namespace EGov.Engine.Activities.Flow;

/// <summary>Leaves the nearest loop.</summary>
public sealed class Break : IActivity
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.Break", 1, "Looping", "Break", "Leaves the nearest loop.") { Outcomes = [], IsTerminal = true };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here)
    {
        for (var instance = here.Instance; instance is not null; instance = here.State.Find(instance.Parent))
            if (here.Workflow.Nodes[instance.Node].Behaviour is While or For or ForEach) return here.Story.Complete(instance.Number, ["Done"]);
        return here.Complete();
    }
}
