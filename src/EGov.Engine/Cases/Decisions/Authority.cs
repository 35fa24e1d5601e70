using EGov.Engine.Activities;
using EGov.Engine.Definitions;

namespace EGov.Engine.Cases.Decisions;

/// <summary>Who may decide what: four eyes, grade, and reasons, read from the definition and the journal (M039, M063, M084).</summary>
internal static class Authority
{
    public static Refusal? Judge(ActivityContext here, CompleteWorkItem command)
    {
        if (here.Texts("reasonRequired").Contains(command.Choice) && command.Opinion is null) return Refusal.Of(RejectionCode.ReasonMissing, command.Choice);
        if (here.Whole("minimumGrade") is var grade && command.By.Grade < grade) return Refusal.Of(RejectionCode.GradeTooLow, grade);
        foreach (var other in here.Texts("fourEyes"))
            if (Acted(here.State, here.Workflow, new ActivityId(other), command.By)) return Refusal.Of(RejectionCode.FourEyes, other);
        return SignsTwice(here, command) ? Refusal.Of(RejectionCode.FourEyes, here.Node.Id) : null;
    }

    /// <summary>One person counts once in a sign-off, whatever parties he belongs to and whoever he acts for.</summary>
    private static bool SignsTwice(ActivityContext here, CompleteWorkItem command)
    {
        var number = here.Number;
        foreach (var item in here.State.WorkItems)
            if (item.Instance == number && item.Kind == WorkKind.Signature && item.Signature is { } signature && signature.IsActOf(command.By)) return true;
        return false;
    }

    private static bool Acted(CaseState state, WorkflowDefinition workflow, ActivityId activity, Actor actor)
    {
        foreach (var node in workflow.Nodes)
        {
            if (node.Id != activity || !state.Runs.TryGetValue(node.Index, out var run) || run.IsUndone) continue;
            foreach (var signature in run.Signatures)
                if (signature.IsActOf(actor)) return true;
        }

        return false;
    }
}
