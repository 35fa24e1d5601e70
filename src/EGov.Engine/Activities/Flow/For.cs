using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Flow;

/// <summary>Counts from a start to an end.</summary>
public sealed class For : IContainer
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.For", 1, "Looping", "For", "Counts from a start to an end.")
        {
            Inputs =
            [
                new("start", "Int32", "singleline", "Start", "First number.") { Default = Value.Of(0) },
                new("end", "Int32", "singleline", "End", "Last number.") { Default = Value.Of(0) },
                new("step", "Int32", "singleline", "Step", "Added each round; negative counts down.") { Default = Value.Of(1) },
                new("outerBoundInclusive", "Boolean", "checkbox", "Inclusive", "Whether the end counts.") { Default = Value.True },
            ],
            Outputs = ["currentValue"],
            Ports = ["body"],
        };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here) => Next(here.Keep("start", "end", "step", "outerBoundInclusive"), 0);

    /// <inheritdoc/>
    public Story ChildCompleted(ActivityContext here, ActivityInstance child, ImmutableArray<string> outcomes) =>
        here.IsLeaving() ? here.Complete() : Next(here, here.LastRound() + 1);

    private static Story Next(ActivityContext here, int round)
    {
        var (step, end) = (here.Kept("step").ToInteger() ?? 1, here.Kept("end").ToInteger() ?? 0);
        var current = (here.Kept("start").ToInteger() ?? 0) + ((long)round * step);
        var inside = step >= 0 ? current < end : current > end;
        return inside || (current == end && here.Kept("outerBoundInclusive").ToBoolean()) ? here.Round(round, Value.Of(current)) : here.Complete();
    }
}
