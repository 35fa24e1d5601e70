using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities.Flow;

/// <summary>A workflow used as an activity (小流程 inside 大流程, M047): its drawing runs inside this box.</summary>
/// <remarks>The reader of definitions makes one for each definition that is usable as an activity and links its nodes below the box.</remarks>
public sealed class Composite(WorkflowDefinition inner) : IContainer
{
    /// <summary>The definition it runs.</summary>
    public WorkflowDefinition Inner { get; } = inner;

    /// <inheritdoc/>
    public ActivityDescriptor Descriptor { get; } = Describe(inner);

    /// <summary>The context of the nearest workflow used as an activity around this one, or null.</summary>
    public static ActivityContext? Around(ActivityContext here)
    {
        for (var instance = here.State.Find(here.Instance.Parent); instance is not null; instance = here.State.Find(instance.Parent))
            if (here.Workflow.Nodes[instance.Node].Behaviour is Composite) return new ActivityContext(here.Story, instance.Number);
        return null;
    }

    /// <summary>Gives an output a value: that of the nearest box around which has it, or else that of the case.</summary>
    /// <param name="here">Who gives it.</param>
    /// <param name="name">The output.</param>
    /// <param name="value">The value.</param>
    /// <param name="mustBeDeclared">Whether one that nobody declares is left alone.</param>
    public static Story SetOutput(ActivityContext here, string name, Value value, bool mustBeDeclared = false)
    {
        for (var box = Around(here); box is { } outer; box = Around(outer))
            if (((Composite)outer.Node.Behaviour).Inner.Outputs.Any(output => output.Name == name)) return outer.Bind(Camel(name), value);
        return mustBeDeclared && !here.Workflow.Outputs.Any(output => output.Name == name) ? here.Story : here.Story.Then(new OutputSet(name, value));
    }

    /// <inheritdoc/>
    public Story Enter(ActivityContext here)
    {
        var story = here.Story;
        foreach (var input in Inner.Inputs)
            if (here.Node.Inputs.ContainsKey(Camel(input.Name)))
                story = story.Then(new VariableSet(here.Number, "input:" + input.Name, here.Input(Camel(input.Name))));
        return here.In(story).Schedule(here.Node.Embedded["root"]);
    }

    /// <inheritdoc/>
    public Story ChildCompleted(ActivityContext here, ActivityInstance child, ImmutableArray<string> outcomes) => here.Complete();

    /// <summary>The JSON name of an input or output.</summary>
    internal static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    private static ActivityDescriptor Describe(WorkflowDefinition inner)
    {
        ArgumentNullException.ThrowIfNull(inner);
        return new(TypeNameOf(inner.Name), inner.Version, "Workflows", inner.Name, inner.Name)
        {
            Inputs = [.. inner.Inputs.Select(i => new InputDescriptor(Camel(i.Name), i.TypeName, "singleline", i.Name, i.Name))],
            Outputs = [.. inner.Outputs.Select(o => Camel(o.Name))],
            Outcomes = inner.Outcomes.IsEmpty ? ["Done"] : inner.Outcomes,
        };
    }

    /// <summary>The type name Elsa gives to a definition used as an activity: its name in Pascal case.</summary>
    public static string TypeNameOf(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.Concat(name.Split([' ', '-', '_', '.'], StringSplitOptions.RemoveEmptyEntries).Select(w => char.ToUpperInvariant(w[0]) + w[1..]));
    }
}
