using EGov.Engine.Activities.Flow;

namespace EGov.Engine.Definitions.Checks;

/// <summary>One completion in a walk, and all that it brings about. The same rules as <see cref="Cases.Flow"/>, on markings instead of cases.</summary>
internal sealed class Move(Drawing drawing, Marking marking)
{
    private readonly Queue<(int Node, IReadOnlyCollection<string> Outcomes, bool OnlyFollowed)> completed = new();

    public Marking Complete(int node, IReadOnlyCollection<string> outcomes)
    {
        marking.Leave(node);
        var back = drawing.Graph.Outbound(node).Where(path => outcomes.Contains(path.Port) && drawing.Graph.IsBackward(path)).ToArray();
        foreach (var path in back) marking.Rewind(drawing.Graph, path.Target);
        completed.Enqueue((node, outcomes, back.Length > 0));
        while (completed.TryDequeue(out var next)) Visit(next.Node, next.Outcomes, next.OnlyFollowed);
        return marking;
    }

    private void Visit(int node, IReadOnlyCollection<string> outcomes, bool onlyFollowed)
    {
        var targets = new List<int>();
        foreach (var path in drawing.Graph.Outbound(node))
        {
            var isFollowed = outcomes.Contains(path.Port);
            if (drawing.Graph.IsBackward(path) || (onlyFollowed && !isFollowed)) continue;
            marking.Visit(path.Index, isFollowed);
            if (!targets.Contains(path.Target)) targets.Add(path.Target);
        }

        foreach (var target in targets)
        {
            if (marking.IsReached(target) || Judge(target) is not { } turn) continue;
            if (turn) Enter(target);
            else Skip(target);
        }
    }

    private void Skip(int node)
    {
        marking.Skip(node);
        completed.Enqueue((node, [], false));
    }

    private void Enter(int target)
    {
        marking.Enter(target);
        if (ModeOf(target) != JoinMode.WaitAny) return;
        foreach (var rival in marking.Live.Where(live => drawing.Graph.Descendants(live).Contains(target)).ToArray())
        {
            marking.Leave(rival);
            completed.Enqueue((rival, [], false));
        }
    }

    private bool? Judge(int target)
    {
        var inbound = drawing.Graph.ForwardInbound(target);
        var followed = inbound.Count(path => marking.IsFollowed(path.Index));
        return ModeOf(target) switch
        {
            JoinMode.WaitAny when followed > 0 => true,
            _ when !inbound.All(path => marking.IsVisited(path.Index)) => null,
            JoinMode.WaitAll => followed == inbound.Length,
            _ => followed > 0,
        };
    }

    private JoinMode ModeOf(int target)
    {
        var node = drawing.Workflow.Nodes[target];
        return node.Behaviour is FlowJoin ? FlowJoin.ModeOf(node) : JoinMode.WaitAllActive;
    }
}
