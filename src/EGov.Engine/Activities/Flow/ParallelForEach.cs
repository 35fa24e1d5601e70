using System.Collections.Immutable;
using EGov.Engine.Cases;

namespace EGov.Engine.Activities.Flow;

/// <summary>Runs its body for each item, all at once; done when all are.</summary>
public sealed class ParallelForEach : IContainer
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.ParallelForEach", 1, "Looping", "Parallel for each", "Runs its body for each item, all at once.")
        {
            Inputs = [new("items", "Object", "multitext", "Items", "What to go through; at most 1,000.")],
            Ports = ["body"],
        };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here)
    {
        var items = Containers.ItemsOf(here.Input("items"));
        if (items.Length > Containers.MostBodies) return here.Fault("too-many-items", $"{items.Length} > {Containers.MostBodies}");
        if (items.IsEmpty || !here.Node.Embedded.TryGetValue("body", out var body)) return here.Complete();
        var story = here.Story;
        for (var round = 0; round < items.Length; round++) story = here.In(story).Schedule(body, Containers.Locals(round, items[round]));
        return story;
    }

    /// <inheritdoc/>
    public Story ChildCompleted(ActivityContext here, ActivityInstance child, ImmutableArray<string> outcomes) => here.CompleteWhenIdle();
}
