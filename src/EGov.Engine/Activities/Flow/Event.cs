using EGov.Engine.Cases;

namespace EGov.Engine.Activities.Flow;

/// <summary>Waits for an event by its name.</summary>
public sealed class Event : IActivity
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.Event", 1, "Primitives", "Event", "Waits for an event by its name.")
        {
            Inputs = [new("eventName", "String", "singleline", "Event name", "The name.") { Required = true }],
            Outputs = ["result"],
        };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here) => here.WaitFor(WaitKind.Event, here.Text("eventName"));

    /// <inheritdoc/>
    public Story Resume(ActivityContext here, CaseCommand command) =>
        command is RaiseEvent raised ? here.In(here.Bind("result", raised.Payload)).Complete() : here.Story;
}
