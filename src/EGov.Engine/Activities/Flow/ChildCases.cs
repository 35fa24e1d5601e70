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
    public static Story Open(ActivityContext here, bool wait)
    {
        var child = new CaseId(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{here.State.Case}-{here.Number}"));
        var definition = here.Text("workflowDefinitionId");
        if (definition.Length == 0) return here.Fault("definition-missing", "workflowDefinitionId");
        if (child.Value.Length > 50) return here.Fault("nested-too-deep", child.Value);
        var story = here.Story.Then(new ChildCaseAsked(here.Number, child, definition, Given(here.Input("input")), wait));
        return wait ? here.In(story).WaitFor(WaitKind.ChildCase, child.Value) : here.In(story).Complete();
    }

    /// <summary>The child has closed: its outputs become the result.</summary>
    public static Story Closed(ActivityContext here, CaseCommand command) =>
        command is ReportChild report
            ? here.In(here.Bind("result", new Value.Map(report.Outputs))).Complete()
            : here.Story;

    private static ImmutableSortedDictionary<string, Value> Given(Value input) =>
        input is Value.Map map
            ? map.Entries.ToImmutableSortedDictionary(StringComparer.Ordinal)
            : ImmutableSortedDictionary.Create<string, Value>(StringComparer.Ordinal);
}
