using EGov.Engine.Cases;

namespace EGov.Engine.Activities.Flow;

/// <summary>Takes all its paths at once.</summary>
public sealed class FlowFork : IActivity
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.FlowFork", 1, "Branching", "Fork", "Takes all its paths at once.")
        {
            Inputs = [new("branches", "Object", "dynamic-outcomes", "Branches", "Names of the paths.")],
            OutcomesInput = "branches",
            EmitsAll = true,
        };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here) => here.Complete(here.Texts("branches"));
}
