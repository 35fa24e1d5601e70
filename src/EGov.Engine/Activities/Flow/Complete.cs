using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Flow;

/// <summary>Completes the nearest workflow used as an activity, or the whole workflow, with outcomes of its own.</summary>
public sealed class Complete : IActivity
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.Complete", 1, "Composition", "Complete", "Completes the workflow with the outcomes given.")
        {
            Inputs = [new("outcomes", "Object", "outcome-picker", "Outcomes", "Outcomes the workflow completes with; Done when none.")],
            Outcomes = [],
            IsTerminal = true,
        };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here)
    {
        var outcomes = here.Input("outcomes") is Value.Text { Content: { Length: > 0 } single } && !single.StartsWith('[') ? [single] : here.Texts("outcomes");
        var instance = here.Instance;
        while (instance.Parent != 0 && here.Workflow.Nodes[instance.Node].Behaviour is not Composite) instance = here.State.Find(instance.Parent)!;
        return here.Story.Complete(instance.Number, outcomes.IsEmpty ? ["Done"] : outcomes);
    }
}
