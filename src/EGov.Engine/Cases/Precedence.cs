using EGov.Engine.Activities.Flow;
using EGov.Engine.Definitions;

namespace EGov.Engine.Cases;

/// <summary>Who goes first when one turn would cancel another.</summary>
/// <remarks>
/// A join that takes the first arrival cancels what still leads to it; a step back forgets what its target had led to. Both let everything
/// have its turn first that they would cancel: what is over at once is then over whichever came first in the drawing, and only what has to
/// wait is cancelled. An Elsa server enters in the order the drawing lists its paths, and Studio changes that order with mere clicks.
/// A join does not wait for a step back, which waits for the join; so nothing waits in a circle.
/// </remarks>
internal static class Precedence
{
    /// <summary>True when something else must have its turn first.</summary>
    public static bool IsEarly(Story story, Turn turn)
    {
        if (turn.Back is null && !IsJoinOfTheFirst(story, turn)) return false;
        if (turn.Parent == 0 || story.Workflow.Nodes[story.State.Find(turn.Parent)!.Node].Graph is not { } graph) return false;
        foreach (var other in story.Waiting)
            if (PlaceIn(story, turn.Parent, other) is { } node && (turn.Back is null ? Leads(graph, other, node, turn) : IsForgotten(graph, other, node, turn))) return true;
        return false;
    }

    /// <summary>True for the turn of a join that takes the first arrival.</summary>
    public static bool IsJoinOfTheFirst(Story story, Turn turn) =>
        turn.Back is null && turn.Parent != 0 && story.Workflow.Nodes[turn.Node] is { Behaviour: FlowJoin } join && FlowJoin.ModeOf(join) == JoinMode.WaitAny
        && story.Workflow.Nodes[story.State.Find(turn.Parent)!.Node].Graph is not null;

    private static bool Leads(FlowGraph graph, Turn other, int node, Turn join) =>
        !(other.Parent == join.Parent && other.Back is not null) && graph.Descendants(node).Contains(join.Node);

    private static bool IsForgotten(FlowGraph graph, Turn other, int node, Turn back) =>
        graph.Descendants(back.Node).Contains(node) || (node == back.Node && !(other.Parent == back.Parent && other.Back is not null));

    /// <summary>The box of the flowchart that the other turn is about or stands inside; null when it has nothing to do with the flowchart.</summary>
    private static int? PlaceIn(Story story, int flow, Turn other)
    {
        if (other.Parent == flow) return other.Node;
        for (var instance = story.State.Find(other.Parent); instance is not null; instance = story.State.Find(instance.Parent))
            if (instance.Parent == flow) return instance.Node;
        return null;
    }
}
