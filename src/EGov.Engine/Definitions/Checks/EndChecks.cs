using EGov.Engine.Activities.Approval;
using EGov.Engine.Activities.Flow;

namespace EGov.Engine.Definitions.Checks;

/// <summary>Whether every way through a drawing ends: what dangles, what never reaches an end, what goes round for ever.</summary>
internal static class EndChecks
{
    public static IEnumerable<Problem> Check(Drawing drawing) =>
        drawing.Workflow.Facts.Item is null ? Endless(drawing) : Dangling(drawing).Concat(NoWayToEnd(drawing));

    private static IEnumerable<Problem> Dangling(Drawing drawing) =>
        from node in drawing.Reachable
        from port in drawing.DanglingPorts(node)
        select Drawing.At(node, "outcome-dangling", port);

    /// <summary>Boxes from which no terminal box can be reached. What dangles is told already and counts as a way out.</summary>
    private static IEnumerable<Problem> NoWayToEnd(Drawing drawing)
    {
        var ending = Leading(drawing, drawing.Nodes.Where(node => node.Behaviour.Descriptor.IsTerminal || drawing.DanglingPorts(node).Any()));
        return drawing.Reachable.Where(node => !ending.Contains(node.Index)).Select(node => Drawing.At(node, "no-way-to-end"));
    }

    /// <summary>Boxes that can never be left again although nothing among them ever waits: an order would go round until it is refused.</summary>
    private static IEnumerable<Problem> Endless(Drawing drawing)
    {
        var leaving = Leading(drawing, drawing.Nodes.Where(node => !IsInstant(node) || Drawing.PortsOf(node).IsEmpty || drawing.DanglingPorts(node).Any()));
        return drawing.Reachable.Where(node => !leaving.Contains(node.Index)).Select(node => Drawing.At(node, "endless-loop"));
    }

    /// <summary>These boxes and all from which a path leads to one of them.</summary>
    private static HashSet<int> Leading(Drawing drawing, IEnumerable<ActivityNode> goals)
    {
        var sources = drawing.Graph.Connections.ToLookup(path => path.Target, path => path.Source);
        var found = goals.Select(node => node.Index).ToHashSet();
        var open = new Stack<int>(found);
        while (open.TryPop(out var node))
            foreach (var source in sources[node].Where(found.Add)) open.Push(source);
        return found;
    }

    private static bool IsInstant(ActivityNode node) => node.Behaviour
        is Start or FlowDecision or FlowSwitch or FlowFork or FlowJoin
        or SetVariable or SetName or SetOutput or Correlate or WriteLine or PublishEvent or SendSms or Deadline;
}
