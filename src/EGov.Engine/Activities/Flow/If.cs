using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Flow;

/// <summary>Runs one of two bodies.</summary>
public sealed class If : IContainer
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.If", 1, "Branching", "If", "Runs one of two bodies.")
        {
            Inputs = [new("condition", "Boolean", "singleline", "Condition", "The condition.") { Default = Value.False }],
            Outputs = ["result"],
            Ports = ["then", "else"],
        };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here)
    {
        var holds = here.Yes("condition");
        here = here.In(here.Bind("result", Value.Of(holds)));
        return here.Node.Embedded.TryGetValue(holds ? "then" : "else", out var body) ? here.Schedule(body) : here.Complete();
    }

    /// <inheritdoc/>
    public Story ChildCompleted(ActivityContext here, ActivityInstance child, ImmutableArray<string> outcomes) => here.Complete();
}
