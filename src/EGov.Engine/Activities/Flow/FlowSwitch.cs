using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Flow;

/// <summary>Takes the path of the first case that holds, or of all that hold; Default when none does.</summary>
public sealed class FlowSwitch : IActivity
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.FlowSwitch", 1, "Branching", "Switch (flow)", "Takes the path of the case that holds.")
        {
            Inputs =
            [
                new("cases", "Object", "flow-switch-editor", "Cases", "Label and condition of each case."),
                new("mode", "String", "dropdown", "Mode", "The first case that holds, or any.") { Default = Value.Of("MatchFirst"), Options = ["MatchFirst", "MatchAny"] },
            ],
            Outcomes = ["Default"],
            OutcomesInput = "cases",
        };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here)
    {
        var matching = ImmutableArray.CreateBuilder<string>();
        foreach (var option in here.Node.Cases)
        {
            var judged = here.Evaluate(option.Condition);
            if (!judged.Succeeded) return here.Fault("expression-failed", judged.Failure.ToString());
            if (judged.Value.ToBoolean()) matching.Add(option.Label);
            if (matching.Count > 0 && here.Text("mode") != "MatchAny") break;
        }

        return here.Complete(matching.Count > 0 ? matching.ToImmutable() : ["Default"]);
    }
}
