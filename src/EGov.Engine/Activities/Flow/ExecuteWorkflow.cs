using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Flow;

/// <summary>Opens a child case at once in this process's turn; waits for it when told to.</summary>
/// <remarks>
/// On an Elsa server the result is a record of the run (<c>result.Output.Sum</c>) when the child ran through, and the child's outputs themselves
/// (<c>result.Sum</c>) when it had to wait. A drawing cannot know which, so here both ways of asking are answered.
/// </remarks>
public sealed class ExecuteWorkflow : IActivity
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.ExecuteWorkflow", 1, "Composition", "Execute workflow", "Opens a child case; waits when told to.") { Inputs = ChildCases.Inputs, Outputs = ["result"] };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here) =>
        ChildCases.Open(here.Yes("waitForCompletion") ? here : here.In(here.Bind("result", Result(here, "Running", []))));

    /// <inheritdoc/>
    public Story Resume(ActivityContext here, CaseCommand command) =>
        command is ReportChild report ? here.In(here.Bind("result", Result(here, "Finished", [.. report.Outputs]))).Complete() : here.Story;

    private static Value.Map Result(ActivityContext here, string status, ImmutableArray<KeyValuePair<string, Value>> outputs) => new(
    [
        .. outputs, new("WorkflowInstanceId", Value.Of(ChildCases.NumberOf(here).Value)), new("Status", Value.Of(status)), new("Output", new Value.Map(outputs)),
    ]);
}
