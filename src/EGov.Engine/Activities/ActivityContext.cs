using System.Collections.Immutable;
using EGov.Engine.Activities.Flow;
using EGov.Engine.Cases;
using EGov.Engine.Clocks;
using EGov.Engine.Definitions;
using EGov.Engine.Definitions.Expressions;

namespace EGov.Engine.Activities;

/// <summary>All an activity can see and do: its own run, its inputs, and the story so far.</summary>
/// <param name="Story">What has happened up to here.</param>
/// <param name="Number">The activity's own instance.</param>
public readonly record struct ActivityContext(Story Story, int Number)
{
    /// <summary>The definition.</summary>
    public WorkflowDefinition Workflow => Story.Workflow;

    /// <summary>The state of the case.</summary>
    public CaseState State => Story.State;

    /// <summary>This run.</summary>
    public ActivityInstance Instance => Story.State.Find(Number)!;

    /// <summary>The box.</summary>
    public ActivityNode Node => Workflow.Nodes[Instance.Node];

    /// <summary>The work items of this run, open and done.</summary>
    public IEnumerable<WorkItem> Work
    {
        get
        {
            var number = Number;
            return State.WorkItems.Where(item => item.Instance == number);
        }
    }

    /// <summary>The value of an input; the descriptor's default when it is not set.</summary>
    public Value Input(string name)
    {
        var node = Node;
        if (node.Inputs.TryGetValue(name, out var expression))
        {
            if (expression.Constant is { } constant) return constant;
            if (expression.Evaluate(new CaseScope(Story, Number)) is { Succeeded: true } found) return found.Value;
        }

        foreach (var input in node.Behaviour.Descriptor.Inputs)
            if (input.Name == name) return input.Default ?? Value.Null;
        return Value.Null;
    }

    /// <summary>The error an input's expression ends in, or null. An activity is not entered while there is one: it faults.</summary>
    public string? InputError()
    {
        var node = Node;
        foreach (var input in node.Behaviour.Descriptor.Inputs) // in their order: the first to fail is the same in every replay
            if (node.Inputs.TryGetValue(input.Name, out var expression) && expression.Constant is null && Evaluate(expression) is { Succeeded: false } failed)
                return failed.Failure.ToString();
        return null;
    }

    /// <summary>Evaluates an expression that belongs to this box.</summary>
    public Evaluation Evaluate(Expression expression) => expression.Evaluate(new CaseScope(Story, Number));

    /// <summary>An input as text; empty when unset.</summary>
    public string Text(string name) => Input(name) is var value && value != Value.Null ? value.AsText() : "";

    /// <summary>An input as a party.</summary>
    public PartyId Party(string name) => new(Text(name));

    /// <summary>An input as a whole number.</summary>
    public int Whole(string name, int otherwise = 0) => Input(name).ToInteger() ?? otherwise;

    /// <summary>An input as yes or no.</summary>
    public bool Yes(string name) => Input(name).ToBoolean();

    /// <summary>An input as a list of texts.</summary>
    public ImmutableArray<string> Texts(string name) => Input(name).ToTexts();

    /// <summary>Ends this activity with outcomes; <c>Done</c> when none is named.</summary>
    public Story Complete(params ImmutableArray<string> outcomes) => Story.Complete(Number, outcomes.IsEmpty ? ["Done"] : outcomes);

    /// <summary>This activity cannot go on.</summary>
    public Story Fault(string code, string message) => Story.Fault(Number, code, message);

    /// <summary>Lets a contained node have its turn.</summary>
    public Story Schedule(int node, ImmutableSortedDictionary<string, Value>? locals = null) => Story.Schedule(Number, node, locals);

    /// <summary>Notes this activity's own progress.</summary>
    public Story Remember(Value memory) => Story.Then(new ActivityRemembered(Number, memory));

    /// <summary>Lays out work for a party.</summary>
    public Story OpenWork(PartyId party, ImmutableArray<string> choices, WorkKind kind = WorkKind.Task, UserId? addedBy = null) =>
        Story.Then(new WorkItemOpened(State.NextWorkItem, Number, party, choices, kind, addedBy));

    /// <summary>Waits for a moment, an event, a task or a child case.</summary>
    public Story WaitFor(WaitKind kind, string key, DateTimeOffset? until = null) => Story.Then(new WaitStarted(Number, kind, key, until));

    /// <summary>Starts a clock today; with <paramref name="owned"/> it stops when this activity ends. A limit of 0 starts none.</summary>
    public Story StartClock(ClockId id, int limitInWorkingDays, ImmutableArray<Rung> ladder, bool owned) =>
        limitInWorkingDays <= 0
            ? Story
            : Story.Then(new ClockChanged(
                ClockChange.Started, Clock.Start(id, limitInWorkingDays, Story.Today, ladder, owned ? Number : null, Workflow.Calendar)));

    /// <summary>Tells someone something: a template and what it needs, never personal data.</summary>
    public Story Notify(PartyId to, string template, params ReadOnlySpan<(string Key, string Value)> arguments)
    {
        if (template.Length == 0) return Story;
        var named = ImmutableSortedDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in arguments) named[key] = value;
        return Story.Then(new NoticeAsked(to, template, named.ToImmutable()));
    }

    /// <summary>Gives an output to the variable or the workflow's own output it is bound to, and to those who ask for it, when there are any.</summary>
    public Story Bind(string output, Value value)
    {
        var (node, parent) = (Node, Instance.Parent);
        var story = Story;
        if (node.Outputs.TryGetValue(output, out var bound))
            story = CaseScope.Assign(story, Number, bound, value) ?? Composite.SetOutput(this, bound, value, mustBeDeclared: true);
        return parent != 0 && node.Asked.Contains(output) ? story.Then(new VariableSet(parent, OutputAccess.Key(node, output), value)) : story;
    }

    /// <summary>The same activity in a longer story.</summary>
    public ActivityContext In(Story story) => this with { Story = story };
}
