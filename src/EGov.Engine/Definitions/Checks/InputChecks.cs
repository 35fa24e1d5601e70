using EGov.Engine.Activities;
using EGov.Engine.Activities.Flow;

namespace EGov.Engine.Definitions.Checks;

/// <summary>What each box is given, held against what its type asks for.</summary>
internal static class InputChecks
{
    public static IEnumerable<Problem> Check(WorkflowDefinition workflow, ActivityNode node)
    {
        foreach (var input in node.Behaviour.Descriptor.Inputs)
        {
            if (input.TypeName == "Variable") continue; // SetVariable checks its own
            var given = node.Inputs.GetValueOrDefault(input.Name);
            if (input.Required && IsMissing(given)) yield return Drawing.At(node, "input-missing", input.Name);
            if (given is null) continue;
            if (given.Constant is null && MustBeConstant(node, input)) yield return Drawing.At(node, "input-not-constant", input.Name);
            foreach (var problem in CheckConstant(workflow, node, input, given.Constant ?? Value.Null)) yield return problem;
            if (input.LimitOfLadder is not null && given.Constant is Value.Text { Content: { Length: > 0 } ladder })
                foreach (var problem in LadderChecks.Check(workflow, node, input, ladder)) yield return problem;
        }
    }

    private static bool IsMissing(Expression? given) =>
        given is null || given.Constant is Value.Nothing or Value.Text or Value.List && given.Constant.ToTexts().IsEmpty;

    /// <summary>What the drawing's shape depends on cannot depend on the case.</summary>
    private static bool MustBeConstant(ActivityNode node, InputDescriptor input) =>
        input.LimitOfLadder is not null || input.Name == node.Behaviour.Descriptor.OutcomesInput || (node.Behaviour is FlowJoin && input.Name == "mode");

    private static IEnumerable<Problem> CheckConstant(WorkflowDefinition workflow, ActivityNode node, InputDescriptor input, Value constant)
    {
        if (constant is Value.Nothing) yield break;
        var texts = input.TypeName == "Object" ? constant.ToTexts() : [constant.AsText()];
        if (!input.Options.IsEmpty)
            foreach (var unknown in texts.Except(input.Options, StringComparer.Ordinal)) yield return Drawing.At(node, "input-option-unknown", input.Name, unknown);
        if (input.NamesParty && KnowsParties(workflow))
            foreach (var unknown in texts.Where(text => !IsParty(workflow, text))) yield return Drawing.At(node, "party-unknown", input.Name, unknown);
        if (input.Name == "fourEyes")
            foreach (var unknown in texts.Where(text => workflow.Find(new ActivityId(text)) is null)) yield return Drawing.At(node, "activity-reference-unknown", input.Name, unknown);
    }

    // A small flow that is made to be linked into items names the parties of those items.
    private static bool KnowsParties(WorkflowDefinition workflow) => workflow.Facts.Item is not null || !workflow.UsableAsActivity;

    private static bool IsParty(WorkflowDefinition workflow, string text) =>
        text.Length == 0 || text == PartyId.Applicant.Value || workflow.Facts.Parties.Contains(new PartyId(text));
}
