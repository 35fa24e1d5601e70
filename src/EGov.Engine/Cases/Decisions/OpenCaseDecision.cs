using System.Collections.Immutable;
using EGov.Engine.Definitions;
using EGov.Engine.Effects;

namespace EGov.Engine.Cases.Decisions;

/// <summary>An application opens a case: inputs are checked against the definition, then the root has its turn.</summary>
/// <remarks>
/// A child case may be given more than its definition declares, as on an Elsa server: what is not declared is left out, for no expression can
/// ask for it. A person who hands in something undeclared is told.
/// </remarks>
internal static class OpenCaseDecision
{
    public static Decision Decide(Story story, OpenCase command)
    {
        if (command.Case.Value is not { Length: > 0 and <= 50 } || command.Case.Value.Any(char.IsControl))
            return story.Reject(RejectionCode.TextNotAllowed, "case");
        if (story.Today < story.Workflow.Calendar.KnownFrom) return story.Reject(RejectionCode.BeforeCalendar, story.Today);
        var isChild = command.By.Kind == ActorKind.System && command.Inputs.ContainsKey(Errand.ParentInput);
        foreach (var name in command.Inputs.Keys)
            if (!isChild && !IsDeclared(story.Workflow, name)) return story.Reject(RejectionCode.VariableUnknown, name);

        foreach (var party in command.Seats?.Keys ?? [])
            if (story.NotAParty(new(party)) is { } unknown) return story.Reject(unknown);

        var workflow = story.Workflow;
        story = story.Then(new CaseOpened(
            command.Case, workflow.DefinitionId, workflow.Version, workflow.Calendar.Version, command.By.User,
            command.By.Kind == ActorKind.Applicant, command.Place, story.Today, isChild ? Kept(workflow, command.Inputs) : command.Inputs)
        {
            Seats = command.Seats is { IsEmpty: false } seats ? seats.WithComparers(StringComparer.Ordinal) : null, // the same order whoever reads them back
        });
        if (isChild && command.Inputs.TryGetValue(Errand.CorrelationInput, out var correlation)) story = story.Then(new CaseCorrelated(correlation.AsText()));
        foreach (var variable in workflow.Variables)
            if (Initial(variable, command.Inputs) is var value && value != Value.Null) story = story.Then(new VariableSet(0, variable.Id, value));
        return story.Schedule(0, 0).Run().Accept();
    }

    /// <summary>A variable may be filled by the input of the same name.</summary>
    private static Value Initial(VariableDeclaration variable, ImmutableSortedDictionary<string, Value> inputs) =>
        inputs.GetValueOrDefault(variable.Name, variable.Initial);

    private static ImmutableSortedDictionary<string, Value> Kept(WorkflowDefinition workflow, ImmutableSortedDictionary<string, Value> inputs) =>
        inputs.RemoveRange(inputs.Keys.Where(name => name != Errand.NotAwaitedInput && !IsDeclared(workflow, name)));

    private static bool IsDeclared(WorkflowDefinition workflow, string name) =>
        name == Errand.ParentInput || workflow.Inputs.Any(i => i.Name == name) || workflow.Variables.Any(v => v.Name == name);
}
