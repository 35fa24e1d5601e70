using EGov.Engine.Cases;

namespace EGov.Engine.Activities.Flow;

/// <summary>Completes the flowchart at once; whatever else runs in it is cancelled.</summary>
public sealed class End : IActivity
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.End", 1, "Flow", "End", "Completes the drawing at once.") { Outcomes = [], IsTerminal = true };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here) => here.Complete();
}
