namespace EGov.Engine.Definitions.Checks;

/// <summary>Where a walk stands: which paths were visited, which boxes were reached, which of them are at work.</summary>
internal sealed class Marking
{
    private readonly SortedSet<int> followed = [];
    private readonly SortedSet<int> notFollowed = [];
    private readonly SortedSet<int> reached = [];
    private readonly SortedSet<int> live = [];

    private Marking(params ReadOnlySpan<IEnumerable<int>> sets) =>
        (followed, notFollowed, reached, live) = ([.. sets[0]], [.. sets[1]], [.. sets[2]], [.. sets[3]]);

    public IReadOnlyCollection<int> Live => live;

    /// <summary>Equal for equal markings.</summary>
    public string Key => string.Join('|', string.Join(',', followed), string.Join(',', notFollowed), string.Join(',', reached), string.Join(',', live));

    public static Marking Start(FlowGraph graph) => new([], [], [], graph.Start < 0 ? [] : [graph.Start]);

    public Marking Copy() => new(followed, notFollowed, reached, live);

    public bool IsFollowed(int path) => followed.Contains(path);

    public bool IsVisited(int path) => followed.Contains(path) || notFollowed.Contains(path);

    public bool IsReached(int node) => reached.Contains(node);

    public void Visit(int path, bool isFollowed) => (isFollowed ? followed : notFollowed).Add(path);

    public void Enter(int node)
    {
        reached.Add(node);
        live.Add(node);
    }

    public void Skip(int node) => reached.Add(node);

    public void Leave(int node) => live.Remove(node);

    /// <summary>Forgets all that a node had led to, and puts it to work again.</summary>
    public void Rewind(FlowGraph graph, int target)
    {
        var caused = graph.Descendants(target);
        live.ExceptWith(caused.Numbers());
        reached.ExceptWith(caused.Numbers());
        foreach (var path in graph.Connections.Where(c => c.Source == target || caused.Contains(c.Source)))
        {
            followed.Remove(path.Index);
            notFollowed.Remove(path.Index);
        }

        live.Add(target);
    }
}
