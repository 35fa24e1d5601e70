using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Flow;

/// <summary>Takes the path True or False.</summary>
public sealed class FlowDecision : IActivity
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.FlowDecision", 1, "Branching", "Decision", "Takes the path True or False.")
        {
            Inputs = [new("condition", "Boolean", "singleline", "Condition", "The condition.") { Default = Value.False }],
            Outcomes = ["True", "False"],
        };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here) =>
        here.Complete(here.Yes("condition") ? "True" : "False");
}
