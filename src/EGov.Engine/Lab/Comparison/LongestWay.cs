using EGov.Engine.Activities.Approval;
using EGov.Engine.Activities.Flow;
using EGov.Engine.Definitions;

namespace EGov.Engine.Lab.Comparison;

/// <summary>The most steps a case can pass from start to end; see <see cref="FourCounts.Steps"/> for what a step is.</summary>
internal static class LongestWay
{
    public static int Steps(WorkflowDefinition definition)
    {
        var steps = new int[definition.Nodes.Length];
        for (var index = steps.Length - 1; index >= 0; index--) steps[index] = At(definition, definition.Nodes[index], steps); // what a box contains comes after it
        return steps[0];
    }

    private static int At(WorkflowDefinition definition, ActivityNode node, int[] steps)
    {
        var inside = node.Embedded.Values.Concat(node.Cases.Select(option => option.Body).OfType<int>()).Select(inner => steps[inner]).DefaultIfEmpty().Max();
        return node.Behaviour switch
        {
            Supplement => 0,
            Composite => Math.Min(inside, 1),
            Sequence => node.Children.Sum(child => steps[child]),
            Flowchart when node.Graph is { Start: >= 0 } graph => Through(InOrder(definition, graph, node), steps),
            { Descriptor.HasWork: true } => 1,
            _ => inside,
        };
    }

    // In a draft whose loops are not sound yet, which path leads backward depends on the order of the text; the count must not.
    private static FlowGraph InOrder(WorkflowDefinition definition, FlowGraph graph, ActivityNode flowchart)
    {
        string IdOf(int node) => definition.Nodes[node].Id.Value;
        return new([.. graph.Connections.OrderBy(path => IdOf(path.Source), StringComparer.Ordinal).ThenBy(path => IdOf(path.Target), StringComparer.Ordinal)], flowchart.Children, graph.Start);
    }

    /// <summary>The longest path through a drawing: each box once everything that leads to it is known.</summary>
    private static int Through(FlowGraph graph, int[] steps)
    {
        var paths = graph.Forward.Select(path => (path.Source, path.Target)).Distinct().ToLookup(path => path.Source, path => path.Target);
        var awaited = paths.SelectMany(targets => targets).GroupBy(target => target).ToDictionary(group => group.Key, group => group.Count());
        var (longest, before, open) = (0, new Dictionary<int, int>(), new Queue<int>([graph.Start]));
        while (open.TryDequeue(out var box))
        {
            var here = before.GetValueOrDefault(box) + steps[box];
            longest = Math.Max(longest, here);
            foreach (var next in paths[box])
            {
                before[next] = Math.Max(before.GetValueOrDefault(next), here);
                if (--awaited[next] == 0) open.Enqueue(next);
            }
        }

        return longest;
    }
}
