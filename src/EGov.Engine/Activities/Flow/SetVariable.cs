using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Flow;

/// <summary>Gives a variable a value.</summary>
public sealed class SetVariable : IActivity
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.SetVariable", 1, "Primitives", "Set variable", "Gives a variable a value.")
        {
            Inputs =
            [
                new("variable", "Variable", "variable-picker", "Variable", "The variable.") { Required = true },
                new("value", "Object", "singleline", "Value", "The value."),
            ],
        };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here)
    {
        var assigned = here.Node.Variable is { } variable ? CaseScope.Assign(here.Story, here.Number, variable, here.Input("value")) : null;
        return assigned is null ? here.Fault("variable-unknown", here.Node.Variable ?? "") : here.In(assigned).Complete();
    }

    /// <inheritdoc/>
    public IEnumerable<Problem> Check(ActivityNode node, WorkflowDefinition workflow)
    {
        ArgumentNullException.ThrowIfNull(node);
        if (node.Variable is null) yield return Problem.At(node.Line, node.Column, node.Id, "input-missing", "variable");
    }
}
