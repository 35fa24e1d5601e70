using EGov.Engine.Cases;
using EGov.Engine.Cases.Decisions;

namespace EGov.Engine.Activities.Flow;

/// <summary>Publishes an event: to this case at once, and, unless it is local, to other cases through the shell.</summary>
public sealed class PublishEvent : IActivity
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.PublishEvent", 1, "Primitives", "Publish event", "Publishes an event.")
        {
            Inputs =
            [
                new("eventName", "String", "singleline", "Event name", "The name.") { Required = true },
                new("correlationId", "String", "singleline", "Correlation ID", "Only cases tied to this."),
                new("isLocalEvent", "Boolean", "checkbox", "Local", "Only for this case."),
                new("payload", "Object", "multiline", "Payload", "What travels with it."),
            ],
        };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here)
    {
        var (name, payload) = (here.Text("eventName"), here.Input("payload"));
        var published = here.Yes("isLocalEvent") ? here.Story : here.Story.Then(new EventPublished(here.Number, name, payload));
        published = here.In(published).Complete();
        return RaiseEventDecision.Deliver(published, new RaiseEvent(Actor.System, name, payload));
    }
}
