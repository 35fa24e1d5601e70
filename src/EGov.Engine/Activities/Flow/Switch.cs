using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Flow;

/// <summary>Runs the body of the first case that holds, or of all that hold; the default body when none does.</summary>
public sealed class Switch : IContainer
{
    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } =
        new("Elsa.Switch", 1, "Branching", "Switch", "Runs the body of the case that holds.")
        {
            Inputs =
            [
                new("cases", "Object", "switch-editor", "Cases", "Label, condition and body of each case."),
                new("mode", "String", "dropdown", "Mode", "The first case that holds, or any.") { Default = Value.Of("MatchFirst"), Options = ["MatchFirst", "MatchAny"] },
            ],
            Ports = ["default"],
        };

    /// <inheritdoc/>
    public Story Enter(ActivityContext here)
    {
        var bodies = new List<int>();
        var matched = 0;
        foreach (var option in here.Node.Cases)
        {
            var judged = here.Evaluate(option.Condition);
            if (!judged.Succeeded) return here.Fault("expression-failed", judged.Failure.ToString());
            if (!judged.Value.ToBoolean()) continue;
            matched++;
            if (option.Body is { } body) bodies.Add(body);
            if (here.Text("mode") != "MatchAny") break;
        }

        if (matched == 0 && here.Node.Embedded.TryGetValue("default", out var otherwise)) bodies.Add(otherwise);
        if (bodies.Count == 0) return here.Complete();
        return bodies.Aggregate(here.Story, (story, body) => here.In(story).Schedule(body));
    }

    /// <inheritdoc/>
    public Story ChildCompleted(ActivityContext here, ActivityInstance child, ImmutableArray<string> outcomes) => here.CompleteWhenIdle();
}
