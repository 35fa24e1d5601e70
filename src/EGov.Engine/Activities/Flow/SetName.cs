using EGov.Engine.Cases;

namespace EGov.Engine.Activities.Flow;

/// <summary>Gives the case a caption.</summary>
public sealed class SetName : IActivity
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.SetName", 1, "Primitives", "Set name", "Gives the case a caption.")
        {
            Inputs = [new("value", "String", "singleline", "Name", "The caption.")],
        };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here) =>
        here.In(here.Story.Then(new CaseNamed(here.Text("value")))).Complete();
}
