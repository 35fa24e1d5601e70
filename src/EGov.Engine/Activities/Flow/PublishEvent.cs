using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Flow;

/// <summary>Publishes an event: to this case when all that can go on has gone on, and, unless it is local, to other cases through the shell.</summary>
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
        var (name, correlation) = (here.Text("eventName"), here.Text("correlationId"));
        var payload = here.Input("payload") is var given and not Value.Nothing ? given : new Value.Map([]);
        var raised = new RaiseEvent(Actor.System, name, payload) { Correlation = string.IsNullOrWhiteSpace(correlation) ? null : correlation };
        var story = here.Story.Publish(raised);
        if (!here.Yes("isLocalEvent")) story = story.Then(new EventPublished(here.Number, name, payload) { Correlation = raised.Correlation });
        return here.In(story).Complete();
    }
}
