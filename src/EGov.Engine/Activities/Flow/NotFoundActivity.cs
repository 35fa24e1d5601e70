using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Flow;

/// <summary>Stands for an activity type this system does not know; it is kept unchanged on the drawing and cannot be published.</summary>
public sealed class NotFoundActivity : IActivity
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.NotFoundActivity", 1, "System", "Not found", "An activity type this system does not know.") { IsBrowsable = false };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here) => here.Fault("activity-not-found", here.Node.Title);

    /// <inheritdoc/>
    public IEnumerable<Problem> Check(ActivityNode node, WorkflowDefinition workflow)
    {
        ArgumentNullException.ThrowIfNull(node);
        yield return Problem.At(node.Line, node.Column, node.Id, "activity-not-found", node.Title);
    }
}
