using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Flow;

/// <summary>Runs its body while a condition holds.</summary>
public sealed class While : IContainer
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.While", 1, "Looping", "While", "Runs its body while a condition holds.")
        {
            Inputs = [new("condition", "Boolean", "singleline", "Condition", "Looked at before each round.") { Default = Value.False }],
            Ports = ["body"],
        };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here)
    {
        if (here.InputError() is { } error) return here.Fault("expression-failed", error); // it may fail in a later round
        return here.Yes("condition") && here.Node.Embedded.TryGetValue("body", out var body) ? here.Schedule(body) : here.Complete();
    }

    /// <inheritdoc/>
    public Story ChildCompleted(ActivityContext here, ActivityInstance child, ImmutableArray<string> outcomes) =>
        here.IsLeaving() ? here.Complete() : Enter(here);
}
