using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Flow;

/// <summary>Runs its activities one after another; a terminal one ends it early.</summary>
public sealed class Sequence : IContainer
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.Sequence", 1, "Workflows", "Sequence", "One activity after another.") { IsBrowsable = false };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here) => Next(here, 0);

    /// <inheritdoc/>
    public Story ChildCompleted(ActivityContext here, ActivityInstance child, ImmutableArray<string> outcomes) =>
        here.IsLeaving() || here.Workflow.Nodes[child.Node].Behaviour.Descriptor.IsTerminal ? here.Complete() : Next(here, here.LastRound() + 1);

    private static Story Next(ActivityContext here, int place) =>
        place >= here.Node.Children.Length
            ? here.Complete()
            : here.In(here.Remember(Value.Of(place))).Schedule(here.Node.Children[place]);
}
