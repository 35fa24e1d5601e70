namespace EGov.Engine.Definitions.Checks;

/// <summary>The paths of a drawing: what they carry, what they reach, and whether they may lead back.</summary>
internal static class PathChecks
{
    public static IEnumerable<Problem> Check(Drawing drawing) =>
        drawing.Nodes.SelectMany(node => CheckOutbound(drawing, node)).Concat(Unreachable(drawing));

    private static IEnumerable<Problem> CheckOutbound(Drawing drawing, ActivityNode node)
    {
        var (ports, seen) = (Drawing.PortsOf(node), new HashSet<(string, int)>());
        foreach (var path in drawing.Graph.Outbound(node.Index))
        {
            var target = drawing.Workflow.Nodes[path.Target];
            if (!ports.Contains(path.Port)) yield return Drawing.At(node, "port-unknown", path.Port, target.Id.Value);
            if (!seen.Add((path.Port, path.Target))) yield return Drawing.At(node, "connection-twice", path.Port, target.Id.Value);
            if (IsUnsound(drawing.Graph, path)) yield return Drawing.At(node, "backward-path-unsound", path.Port, target.Id.Value);
        }
    }

    // Going back to a place that not every way led through would enter branches that were never begun.
    private static bool IsUnsound(FlowGraph graph, Connection path) =>
        graph.IsReachable(path.Source) && graph.IsBackward(path) && !graph.Dominates(path.Target, path.Source);

    private static IEnumerable<Problem> Unreachable(Drawing drawing) =>
        drawing.Nodes.Where(node => !drawing.Graph.IsReachable(node.Index)).Select(node => Drawing.At(node, "activity-unreachable"));
}
