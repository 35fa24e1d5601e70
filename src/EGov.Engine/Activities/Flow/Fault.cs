using EGov.Engine.Cases;

namespace EGov.Engine.Activities.Flow;

/// <summary>Faults on purpose: an incident for an officer.</summary>
public sealed class Fault : IActivity
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.Fault", 1, "Primitives", "Fault", "Raises an incident.")
        {
            Inputs =
            [
                new("code", "String", "singleline", "Code", "Code of the fault."),
                new("category", "String", "singleline", "Category", "Free text for sorting."),
                new("faultType", "String", "singleline", "Type", "Free text for sorting."),
                new("message", "String", "multiline", "Message", "What the officer reads."),
            ],
        };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here) => here.Fault(here.Text("code") is { Length: > 0 } code ? code : "fault", here.Text("message"));
}
