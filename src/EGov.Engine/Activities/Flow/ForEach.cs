using System.Collections.Immutable;
using EGov.Engine.Cases;

namespace EGov.Engine.Activities.Flow;

/// <summary>Runs its body for each item, one after another.</summary>
public sealed class ForEach : IContainer
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.ForEach", 1, "Looping", "For each", "Runs its body for each item, one after another.")
        {
            Inputs = [new("items", "Object", "multitext", "Items", "What to go through.")],
            Outputs = ["currentValue"],
            Ports = ["body"],
        };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here) => Next(here.Keep("items"), 0);

    /// <inheritdoc/>
    public Story ChildCompleted(ActivityContext here, ActivityInstance child, ImmutableArray<string> outcomes) =>
        here.IsLeaving() ? here.Complete() : Next(here, here.LastRound() + 1);

    private static Story Next(ActivityContext here, int round)
    {
        var items = Containers.ItemsOf(here.Kept("items"));
        return round < items.Length ? here.Round(round, items[round]) : here.Complete();
    }
}
