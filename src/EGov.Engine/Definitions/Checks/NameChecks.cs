using EGov.Engine.Activities.Flow;
using EGov.Engine.Definitions.Expressions;

namespace EGov.Engine.Definitions.Checks;

/// <summary>Variables and inputs that expressions name, held against what is declared where the box stands.</summary>
internal static class NameChecks
{
    public static IEnumerable<Problem> Check(WorkflowDefinition workflow, ActivityNode node)
    {
        var expressions = node.Inputs.Select(input => (input.Key, input.Value)).Concat(node.Cases.Select(option => ("cases", option.Condition))).ToArray();
        if (node.Variable is null && !expressions.Any(e => e.Item2.Constant is null)) yield break;

        var variables = VariablesAt(workflow, node).ToHashSet(StringComparer.Ordinal);
        var inputs = InputsAt(workflow, node).ToHashSet(StringComparer.Ordinal);
        if (node.Variable is { } written && !variables.Contains(written)) yield return Drawing.At(node, "variable-unknown", written, "variable");
        foreach (var (input, expression) in expressions)
        {
            foreach (var mention in expression.Variables)
                if (!Means(mention, variables) && !(mention.ByAccessor && (Means(mention, inputs) || OutputAccess.Find(workflow.Nodes, node, mention.Name) is not null))) yield return Unknown(node, "variable-unknown", mention, input);
            foreach (var mention in expression.Inputs)
                if (!Means(mention, inputs)) yield return Unknown(node, "input-unknown", mention, input);
        }
    }

    /// <summary>Ids and names of the variables of the workflow, of the containers around, and of the loops around.</summary>
    private static IEnumerable<string> VariablesAt(WorkflowDefinition workflow, ActivityNode node)
    {
        var declared = workflow.Variables.AsEnumerable();
        var isInLoop = false;
        for (var (place, inner) = (node, node); place is not null; (place, inner) = (Around(workflow, place), place))
        {
            if (place != node || node.Behaviour is not Composite) declared = declared.Concat(place.Variables); // a box sees nothing of what it runs
            isInLoop |= place != inner && place.Behaviour is For or ForEach or ParallelForEach;
        }

        var names = declared.SelectMany(variable => new[] { variable.Id, variable.Name });
        return isInLoop ? names.Append("CurrentValue").Append("CurrentIndex") : names;
    }

    /// <summary>Names of the inputs of the nearest workflow used as an activity around the box, and outward to the case's own.</summary>
    private static IEnumerable<string> InputsAt(WorkflowDefinition workflow, ActivityNode node)
    {
        // A case may also be opened with a value for a variable, and a child case is told its parent.
        var names = workflow.Inputs.Select(input => input.Name).Concat(workflow.Variables.Select(variable => variable.Name)).Append("ParentInstanceId");
        for (var place = Around(workflow, node); place is not null; place = Around(workflow, place))
            if (place.Behaviour is Composite box) names = names.Concat(box.Inner.Inputs.Select(input => input.Name));
        return names;
    }

    private static ActivityNode? Around(WorkflowDefinition workflow, ActivityNode node) => node.Parent < 0 ? null : workflow.Nodes[node.Parent];

    private static bool Means(Mention mention, HashSet<string> names) =>
        names.Contains(mention.Name) || (mention.OtherName is { } other && names.Contains(other));

    private static Problem Unknown(ActivityNode node, string code, Mention mention, string input) => mention.Line == 0
        ? Drawing.At(node, code, mention.Name, input)
        : Drawing.At(node, code, mention.Name, input, string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{mention.Line}:{mention.Column}"));
}
