using System.Collections.Immutable;
using EGov.Engine.Cases;

namespace EGov.Engine.Activities.Flow;

/// <summary>A drawing: boxes and the paths between them. How it moves is told in <see cref="Cases.Flow"/>.</summary>
public sealed class Flowchart : IContainer
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.Flowchart", 1, "Flow", "Flowchart", "Boxes and the paths between them.") { IsBrowsable = false };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here) =>
        here.Node.Graph is { Start: >= 0 } graph ? here.Schedule(graph.Start) : here.Complete();

    /// <inheritdoc/>
    public Story ChildCompleted(ActivityContext here, ActivityInstance child, ImmutableArray<string> outcomes) =>
        here.Workflow.Nodes[child.Node].Behaviour.Descriptor.IsTerminal
            ? here.Complete()
            : Cases.Flow.Advance(here.Story, here.Number, child.Node, outcomes);

    /// <inheritdoc/>
    public Story ChildCancelled(ActivityContext here, ActivityInstance child) => Cases.Flow.Skip(here.Story, here.Number, child.Node);
}
