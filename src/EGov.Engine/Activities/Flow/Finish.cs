using EGov.Engine.Cases;

namespace EGov.Engine.Activities.Flow;

/// <summary>Ends the whole workflow at once, from however deep inside.</summary>
public sealed class Finish : IActivity
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.Finish", 1, "Primitives", "Finish", "Ends the whole workflow at once.") { Outcomes = [], IsTerminal = true };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here)
    {
        var root = here.State.Live.First(i => i.Parent == 0);
        return here.Story.Complete(root.Number, ["Done"]);
    }
}
