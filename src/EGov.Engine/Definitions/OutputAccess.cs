namespace EGov.Engine.Definitions;

/// <summary>How an expression asks what another box gave: <c>getResultFromTask1()</c>, or <c>getOutputFrom('Task1', 'Result')</c>, as Elsa names it.</summary>
/// <remarks>
/// Outputs are remembered only where an expression asks for them (<see cref="ActivityNode.Asked"/>), by the container both boxes stand in; a
/// box that ran several times there is asked for its last run.
/// </remarks>
internal static class OutputAccess
{
    /// <summary>The accessor's name without <c>get</c>.</summary>
    public static string NameOf(string output, string activity) => $"{Pascal(output)}From{Pascal(activity)}";

    /// <summary>Under which name the container keeps the value; no variable can have it.</summary>
    public static string Key(ActivityNode box, string output) => $"output:{box.Id}:{output}";

    /// <summary>The box and output meant by an accessor in a box, looking outward up to the workflow it belongs to; null when there is none.</summary>
    public static (ActivityNode Box, string Output)? Find(IReadOnlyList<ActivityNode> nodes, ActivityNode asking, string accessor)
    {
        if (!accessor.Contains("From", StringComparison.Ordinal)) return null;
        for (var around = asking.Parent; around >= 0; around = nodes[around].Parent)
        {
            foreach (var child in nodes[around].Children)
                foreach (var output in nodes[child].Behaviour.Descriptor.Outputs)
                    if (IsMeant(nodes[child], output, accessor)) return (nodes[child], output);
            if (nodes[around].Behaviour is Activities.Flow.Composite) return null;
        }

        return null;
    }

    private static bool IsMeant(ActivityNode box, string output, string accessor) =>
        accessor == NameOf(output, box.Id.Value) || (box.Name is { } name && accessor == NameOf(output, name));

    private static string Pascal(string name) =>
        string.Concat(name.Split([' ', '-', '_'], StringSplitOptions.RemoveEmptyEntries).Select(word => char.ToUpperInvariant(word[0]) + word[1..]));
}
