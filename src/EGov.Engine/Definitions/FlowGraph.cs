using System.Collections.Frozen;
using System.Collections.Immutable;
using EGov.Engine.Cases;

namespace EGov.Engine.Definitions;

/// <summary>A path between two boxes of a flowchart.</summary>
/// <param name="Index">Position in <see cref="FlowGraph.Connections"/>; the journal names paths by it.</param>
/// <param name="Source">Index of the node it leaves.</param>
/// <param name="Port">The outcome it carries.</param>
/// <param name="Target">Index of the node it enters.</param>
public sealed record Connection(int Index, int Source, string Port, int Target);

/// <summary>The paths of one flowchart, with everything movement asks about them worked out once.</summary>
/// <remarks>
/// The forward graph is found breadth first from the start: a path is kept unless it would close a cycle; the rest lead backward.
/// Merging counts forward paths only. This is how Elsa 3.8 decides by default.
/// </remarks>
public sealed class FlowGraph
{
    private readonly FrozenDictionary<int, ImmutableArray<Connection>> _outbound;
    private readonly FrozenDictionary<int, ImmutableArray<Connection>> _forwardInbound;
    private readonly FrozenDictionary<int, NumberSet> _descendants;
    private readonly NumberSet _forward;
    private readonly ImmutableArray<int> _nodes;

    /// <summary>Works the graph out for a flowchart of these nodes, starting at <paramref name="start"/> (-1 when it is empty).</summary>
    public FlowGraph(ImmutableArray<Connection> connections, ImmutableArray<int> nodes, int start)
    {
        Connections = connections;
        Start = start;
        _nodes = nodes;
        _outbound = connections.GroupBy(c => c.Source).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray());
        var forward = FindForward(_outbound, start);
        Forward = [.. connections.Where(c => forward.Contains((c.Source, c.Target)))];
        _forward = NumberSet.Of(Forward.Select(c => c.Index));
        _forwardInbound = Forward.GroupBy(c => c.Target).ToFrozenDictionary(g => g.Key, g => g.ToImmutableArray());
        _descendants = FindDescendants(Forward, nodes);
    }

    /// <summary>Every path, in the order of the text.</summary>
    public ImmutableArray<Connection> Connections { get; }

    /// <summary>The paths that do not close a cycle.</summary>
    public ImmutableArray<Connection> Forward { get; }

    /// <summary>Index of the node where the flowchart starts; -1 when it is empty.</summary>
    public int Start { get; }

    /// <summary>Paths leaving a node.</summary>
    public ImmutableArray<Connection> Outbound(int node) => _outbound.TryGetValue(node, out var paths) ? paths : [];

    /// <summary>Forward paths entering a node.</summary>
    public ImmutableArray<Connection> ForwardInbound(int node) => _forwardInbound.TryGetValue(node, out var paths) ? paths : [];

    /// <summary>True when following the path goes back to something that came before.</summary>
    public bool IsBackward(Connection path) => !_forward.Contains(path.Index);

    /// <summary>Everything that forward paths lead to from a node, without the node itself.</summary>
    public NumberSet Descendants(int node) => _descendants.GetValueOrDefault(node);

    /// <summary>True when the node can be reached from the start by forward paths.</summary>
    public bool IsReachable(int node) => node == Start || _forwardInbound.ContainsKey(node);

    /// <summary>True when every forward way from the start to <paramref name="source"/> passes <paramref name="target"/>.</summary>
    /// <remarks>A path back is only sound then; Elsa throws at run time otherwise, we refuse to publish.</remarks>
    public bool Dominates(int target, int source)
    {
        if (target == Start || target == source) return true;
        var seen = new HashSet<int> { target, Start };
        var open = new Stack<int>([Start]);
        while (open.TryPop(out var node))
        {
            if (node == source) return false;
            foreach (var next in Outbound(node).Where(c => !IsBackward(c) && seen.Add(c.Target))) open.Push(next.Target);
        }

        return true;
    }

    /// <summary>The same graph over nodes whose indexes are higher by <paramref name="shift"/>.</summary>
    internal FlowGraph Moved(int shift) => new(
        [.. Connections.Select(c => c with { Source = c.Source + shift, Target = c.Target + shift })],
        [.. _nodes.Select(node => node + shift)],
        Start < 0 ? Start : Start + shift);

    private static HashSet<(int, int)> FindForward(FrozenDictionary<int, ImmutableArray<Connection>> outbound, int start)
    {
        var kept = new HashSet<(int, int)>();
        var reach = new Dictionary<int, HashSet<int>>();
        var queue = new Queue<int>([start]);
        var visited = new HashSet<int>();
        while (queue.TryDequeue(out var source))
        {
            visited.Add(source);
            foreach (var target in outbound.GetValueOrDefault(source, []).Select(c => c.Target).Where(t => !Leads(reach, t, source)))
            {
                if (!kept.Add((source, target))) continue;
                reach.TryAdd(source, []);
                reach[source].Add(target);
                if (!visited.Contains(target)) queue.Enqueue(target);
            }
        }

        return kept;
    }

    private static bool Leads(Dictionary<int, HashSet<int>> edges, int from, int to)
    {
        var seen = new HashSet<int> { from };
        var open = new Stack<int>([from]);
        while (open.TryPop(out var node))
        {
            if (node == to) return true;
            foreach (var next in edges.GetValueOrDefault(node, []).Where(seen.Add)) open.Push(next);
        }

        return false;
    }

    private static FrozenDictionary<int, NumberSet> FindDescendants(ImmutableArray<Connection> forward, ImmutableArray<int> nodes)
    {
        var edges = forward.GroupBy(c => c.Source).ToDictionary(g => g.Key, g => g.Select(c => c.Target).ToHashSet());
        return nodes.ToFrozenDictionary(node => node, node => From(edges, node));
    }

    private static NumberSet From(Dictionary<int, HashSet<int>> edges, int start)
    {
        var seen = new HashSet<int>();
        var open = new Stack<int>([start]);
        while (open.TryPop(out var node))
            foreach (var next in edges.GetValueOrDefault(node, []).Where(seen.Add)) open.Push(next);
        return NumberSet.Of(seen);
    }
}
