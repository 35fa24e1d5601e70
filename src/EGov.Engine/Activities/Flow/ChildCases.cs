using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Flow;

/// <summary>What opening a child case needs, whichever activity asks for it.</summary>
internal static class ChildCases
{
    public static ImmutableArray<InputDescriptor> Inputs { get; } =
    [
        new("workflowDefinitionId", "String", "workflow-definition-picker", "Workflow", "The definition to run; its published version.") { Required = true },
        new("correlationId", "String", "singleline", "Correlation ID", "What the child is tied to."),
        new("input", "Object", "dictionary", "Input", "Values for the child's inputs."),
        new("waitForCompletion", "Boolean", "checkbox", "Wait", "Whether to wait until the child has closed.") { Default = Value.False },
    ];

    /// <summary>Asks for a child case whose number follows from the parent's, so that asking twice opens one.</summary>
    public static Story Open(ActivityContext here)
    {
        var (child, wait) = (NumberOf(here), here.Yes("waitForCompletion"));
        var (definition, correlation) = (here.Text("workflowDefinitionId"), here.Text("correlationId"));
        if (definition.Length == 0) return here.Fault("definition-missing", "workflowDefinitionId");
        if (child.Value.Length > 50) return here.Fault("nested-too-deep", child.Value);
        var story = here.Story.Then(new ChildCaseAsked(here.Number, child, definition, Given(here.Input("input")), wait)
        {
            Correlation = string.IsNullOrWhiteSpace(correlation) ? null : correlation,
        });
        return wait ? here.In(story).WaitFor(WaitKind.ChildCase, child.Value) : here.In(story).Complete();
    }

    /// <summary>The child case this activity opens.</summary>
    public static CaseId NumberOf(ActivityContext here) =>
        new(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{here.State.Case}-{here.Number}"));

    private static ImmutableSortedDictionary<string, Value> Given(Value input) =>
        input is Value.Map map
            ? map.Entries.ToImmutableSortedDictionary(StringComparer.Ordinal)
            : ImmutableSortedDictionary.Create<string, Value>(StringComparer.Ordinal);
}
