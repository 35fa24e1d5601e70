using System.Collections.Immutable;
using EGov.Engine.Definitions;

namespace EGov.Engine.Cases;

/// <summary>A decision in the making: the state so far and the events that led from the start of the order to it.</summary>
/// <remarks>
/// Every event evolves the state as it is appended, so whoever comes next sees what has happened. Activities whose turn has come wait in
/// a queue (first in, first out, as Elsa schedules) and are entered by <see cref="Run"/>; nothing in the queue outlives the order. What would
/// cancel others lets them have their turn first, so that the order in which a drawing lists its boxes and paths decides nothing.
/// </remarks>
public sealed record Story
{
    /// <summary>An order that causes more events than this is refused: the definition goes round without end.</summary>
    public const int MostEvents = 20_000;

    private Story(WorkflowDefinition workflow, CaseState state, Actor actor, DateTimeOffset now) =>
        (Workflow, State, Actor, Now) = (workflow, state, actor, now);

    /// <summary>The definition the case runs on.</summary>
    public WorkflowDefinition Workflow { get; }

    /// <summary>The state after the events so far; its version is still that of the start.</summary>
    public CaseState State { get; private init; }

    /// <summary>How many events there are so far.</summary>
    public int Count => Last?.Count ?? 0;

    /// <summary>Who gave the order.</summary>
    public Actor Actor { get; }

    /// <summary>The moment of the order; one for all its events.</summary>
    public DateTimeOffset Now { get; }

    /// <summary>The day of the order in the office's time zone.</summary>
    public DateOnly Today => Workflow.Calendar.DayOf(Now);

    private Trail? Last { get; init; }

    private ImmutableQueue<Turn> Queue { get; init; } = ImmutableQueue<Turn>.Empty;

    private ImmutableQueue<RaiseEvent> Published { get; init; } = ImmutableQueue<RaiseEvent>.Empty;

    /// <summary>What waits for its turn, the next one first.</summary>
    internal IEnumerable<Turn> Waiting => Queue;

    /// <summary>The events so far, in order.</summary>
    public ImmutableArray<CaseEvent> Events
    {
        get
        {
            var events = new CaseEvent[Count];
            for (var link = Last; link is not null; link = link.Before) events[link.Count - 1] = link.Event;
            return System.Runtime.InteropServices.ImmutableCollectionsMarshal.AsImmutableArray(events);
        }
    }

    /// <summary>True when there are more events than one order may cause.</summary>
    public bool IsEndless => Count > MostEvents;

    /// <summary>A story that begins with nothing.</summary>
    public static Story From(WorkflowDefinition workflow, CaseState state, Actor actor, DateTimeOffset now) => new(workflow, state, actor, now);

    /// <summary>This story and one more event.</summary>
    public Story Then(CaseEvent happened) =>
        this with { State = CaseEngine.Change(State, happened), Last = new Trail(happened, Last, Count + 1) };

    /// <summary>This story with a node waiting to be entered inside <paramref name="parent"/>.</summary>
    public Story Schedule(int parent, int node, ImmutableSortedDictionary<string, Value>? locals = null) =>
        Schedule(new Turn(parent, node, locals));

    /// <summary>This story with an event for this case, delivered when nothing waits for its turn any more.</summary>
    internal Story Publish(RaiseEvent raised) => this with { Published = Published.Enqueue(raised) };

    /// <summary>This story with one more turn to come.</summary>
    internal Story Schedule(Turn turn) => this with { Queue = Queue.Enqueue(turn) };

    /// <summary>True when a node waits to be entered anywhere inside this instance.</summary>
    public bool HasPendingInside(int instance) =>
        !Queue.IsEmpty && Queue.Any(turn => turn.Parent == instance || this.IsInside(turn.Parent, instance));

    /// <summary>This story without the nodes that wait anywhere inside this instance.</summary>
    public Story DropPendingInside(int instance) => Drop(turn => turn.Parent == instance || this.IsInside(turn.Parent, instance));

    /// <summary>This story without the turns that are meant.</summary>
    internal Story Drop(Func<Turn, bool> isMeant) =>
        Queue.IsEmpty ? this : this with { Queue = ImmutableQueue.CreateRange(Queue.Where(turn => !isMeant(turn))) };

    /// <summary>Enters what waits, until nothing waits any more.</summary>
    public Story Run()
    {
        var story = this;
        while (!story.IsEndless)
        {
            if (!story.Queue.IsEmpty)
            {
                var rest = story.Queue.Dequeue(out var next);
                story = (story with { Queue = rest }).Take(next);
            }
            else if (!story.Published.IsEmpty)
            {
                var rest = story.Published.Dequeue(out var raised);
                story = Decisions.RaiseEventDecision.Deliver(story with { Published = rest }, raised);
            }
            else
            {
                break;
            }
        }

        return story;
    }

    /// <summary>The decision this story ends in.</summary>
    public Decision Accept() => IsEndless
        ? new Decision([], State, Refusal.Of(RejectionCode.TooManySteps, MostEvents))
        : new Decision(Events, Count == 0 ? State : State with { Version = State.Version + Count }, null);

    private Story Take(Turn next)
    {
        if (next.Parent != 0 && State.Find(next.Parent) is null) return this;
        if (Precedence.IsEarly(this, next)) return Schedule(next);
        if (next.Back is { } back) return Flow.GoBack(this, next.Parent, next.Node, back);
        var story = Precedence.IsJoinOfTheFirst(this, next) ? Flow.CancelRivals(this, next.Parent, next.Node) : this;
        return Precedence.IsEarly(story, next) ? story.Schedule(next) : story.Enter(next);
    }

    private Story Enter(Turn next)
    {
        var node = Workflow.Nodes[next.Node];
        var number = State.NextInstance;
        var entered = Then(new ActivityEntered(number, next.Parent, next.Node, node.Id, Declare(node, next.Locals)));
        var here = new Activities.ActivityContext(entered, number);
        return here.InputError() is { } failed ? here.Fault("expression-failed", failed) : node.Behaviour.Enter(here);
    }

    private static ImmutableSortedDictionary<string, Value>? Declare(ActivityNode node, ImmutableSortedDictionary<string, Value>? locals) =>
        node.Variables.IsEmpty
            ? locals
            : (locals ?? ImmutableSortedDictionary<string, Value>.Empty).SetItems(
                node.Variables.Select(v => KeyValuePair.Create(v.Id, v.Initial)));

    private sealed record Trail(CaseEvent Event, Trail? Before, int Count);
}
