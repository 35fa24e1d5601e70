using EGov.Engine.Cases;

namespace EGov.Engine.Activities.Flow;

/// <summary>Leaves the nearest loop, once what has begun in this round is over; sequences on the way begin nothing more.</summary>
/// <remarks>A flowchart ends at once when the break stands in it. One further out goes on until the round is over, as on an Elsa server.</remarks>
public sealed class Break : IActivity
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.Break", 1, "Looping", "Break", "Leaves the nearest loop.") { Outcomes = [], IsTerminal = true };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here)
    {
        var story = here.Story;
        for (var instance = here.Instance; instance is not null; instance = here.State.Find(instance.Parent))
        {
            var around = here.Workflow.Nodes[instance.Node].Behaviour;
            if (around is Sequence or While or For or ForEach) story = new ActivityContext(story, instance.Number).Remember(Containers.Leaving);
            if (around is While or For or ForEach) break;
        }

        return here.In(story).Complete();
    }
}
