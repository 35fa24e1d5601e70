using EGov.Engine.Cases;

namespace EGov.Engine.Activities.Flow;

/// <summary>Ties the case to something outside.</summary>
public sealed class Correlate : IActivity
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.Correlate", 1, "Primitives", "Correlate", "Ties the case to something outside.")
        {
            Inputs = [new("correlationId", "String", "singleline", "Correlation ID", "What it is tied to.")],
        };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here) =>
        here.In(here.Story.Then(new CaseCorrelated(here.Text("correlationId")))).Complete();
}
