using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Flow;

/// <summary>Opens a child case; goes on at once unless it is told to wait. The result is what the child gave back.</summary>
public sealed class DispatchWorkflow : IActivity
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.DispatchWorkflow", 1, "Composition", "Dispatch workflow", "Opens a child case.") { Inputs = ChildCases.Inputs, Outputs = ["result"] };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here) => ChildCases.Open(here);

    /// <inheritdoc/>
    public Story Resume(ActivityContext here, CaseCommand command) =>
        command is ReportChild report ? here.In(here.Bind("result", new Value.Map(report.Outputs))).Complete() : here.Story;
}
