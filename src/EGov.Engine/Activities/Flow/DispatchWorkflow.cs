using EGov.Engine.Cases;

namespace EGov.Engine.Activities.Flow;

/// <summary>Opens a child case; goes on at once unless it is told to wait.</summary>
public sealed class DispatchWorkflow : IActivity
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.DispatchWorkflow", 1, "Composition", "Dispatch workflow", "Opens a child case.") { Inputs = ChildCases.Inputs, Outputs = ["result"] };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here) => ChildCases.Open(here, here.Yes("waitForCompletion"));

    /// <inheritdoc/>
    public Story Resume(ActivityContext here, CaseCommand command) => ChildCases.Closed(here, command);
}
