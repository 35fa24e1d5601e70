using EGov.Engine.Activities.Flow;

namespace EGov.Engine.Definitions.Checks;

/// <summary>A walk through all markings of a drawing: boxes complete in any order with any outcome, by the rules of <see cref="Cases.Flow"/>.</summary>
internal sealed class Walk
{
    private const int MostStates = 20_000;
    private const int MostMemory = 20_000_000; // characters of all keys
    private readonly Drawing drawing;
    private readonly HashSet<int> wanted;
    private readonly HashSet<string> seen = new(StringComparer.Ordinal);
    private readonly Stack<Marking> open = new();
    private readonly bool isComplete;
    private long memory;

    /// <summary>Walks until every wanted node was entered, or there is nothing new, or there are too many states.</summary>
    public Walk(Drawing drawing, IEnumerable<int> wanted)
    {
        this.drawing = drawing;
        this.wanted = [.. wanted];
        Meet(Marking.Start(drawing.Graph));
        while (this.wanted.Count > 0 && !IsTired && open.TryPop(out var marking)) Leave(marking);
        isComplete = !IsTired;
    }

    private bool IsTired => seen.Count > MostStates || memory > MostMemory;

    /// <summary>True when it is proved that the node is entered in no run.</summary>
    public bool NeverEnters(int node) => isComplete && wanted.Contains(node);

    private void Leave(Marking marking)
    {
        foreach (var live in marking.Live)
            foreach (var outcomes in Choices(drawing.Workflow.Nodes[live]))
                Meet(new Move(drawing, marking.Copy()).Complete(live, outcomes));
    }

    private void Meet(Marking marking)
    {
        wanted.ExceptWith(marking.Live);
        var key = marking.Key;
        if (!seen.Add(key)) return;
        memory += key.Length;
        open.Push(marking);
    }

    /// <summary>The sets of outcomes a box may end with; none for one that ends the drawing.</summary>
    private static IEnumerable<IReadOnlyCollection<string>> Choices(ActivityNode node)
    {
        var ports = Drawing.PortsOf(node);
        if (ports.IsEmpty) return [];
        if (node.Behaviour.Descriptor.EmitsAll) return [ports];
        var single = ports.Select(port => new[] { port });
        return node.Behaviour is FlowSwitch or Composite ? single.Append([.. ports]) : single; // these may end with several at once
    }
}
