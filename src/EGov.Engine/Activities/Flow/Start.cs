using EGov.Engine.Cases;

namespace EGov.Engine.Activities.Flow;

/// <summary>Where a drawing begins.</summary>
public sealed class Start : IActivity
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } = new("Elsa.Start", 1, "Flow", "Start", "Where the drawing begins.");

    /// <inheritdoc/>
    public Story Enter(ActivityContext here) => here.Complete();
}
