using EGov.Engine.Cases;

namespace EGov.Engine.Activities.Flow;

/// <summary>Writes a line into the journal.</summary>
public sealed class WriteLine : IActivity
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.WriteLine", 1, "Primitives", "Write line", "Writes a line into the journal.")
        {
            Inputs = [new("text", "String", "singleline", "Text", "The line.")],
        };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here) =>
        here.In(here.Story.Then(new LineWritten(here.Number, here.Text("text")))).Complete();
}
