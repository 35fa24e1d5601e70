using EGov.Engine.Cases;

namespace EGov.Engine.Activities.Flow;

/// <summary>Opens a child case at once in this process's turn; waits for it when told to.</summary>
public sealed class ExecuteWorkflow : IActivity
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.ExecuteWorkflow", 1, "Composition", "Execute workflow", "Opens a child case; waits when told to.") { Inputs = ChildCases.Inputs, Outputs = ["result"] };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here) => ChildCases.Open(here, here.Yes("waitForCompletion"));

    /// <inheritdoc/>
    public Story Resume(ActivityContext here, CaseCommand command) => ChildCases.Closed(here, command);
}
