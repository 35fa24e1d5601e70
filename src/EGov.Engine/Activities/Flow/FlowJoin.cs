using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Flow;

/// <summary>How many arrivals a join needs.</summary>
public enum JoinMode
{
    /// <summary>The first; the others are cancelled.</summary>
    WaitAny,

    /// <summary>Every path, and every one followed; otherwise it is skipped.</summary>
    WaitAll,

    /// <summary>Every path that can still arrive.</summary>
    WaitAllActive,
}

/// <summary>Where paths meet. What it waits for is judged before it is entered, see <see cref="Cases.Flow"/>.</summary>
public sealed class FlowJoin : IActivity
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.FlowJoin", 1, "Branching", "Join", "Where paths meet.")
        {
            Inputs =
            [
                new("mode", "String", "dropdown", "Mode", "How many arrivals it needs.")
                {
                    Default = Value.Of("WaitAny"), Options = ["WaitAny", "WaitAll", "WaitAllActive"],
                },
            ],
        };

    /// <summary>The mode of one join, read from its text: it cannot depend on the case.</summary>
    public static JoinMode ModeOf(ActivityNode node) =>
        node.Inputs.TryGetValue("mode", out var mode) && Enum.TryParse<JoinMode>(mode.Constant?.AsText(), out var read) ? read : JoinMode.WaitAny;

    /// <inheritdoc/>
    public Story Enter(ActivityContext here) => here.Complete();
}
