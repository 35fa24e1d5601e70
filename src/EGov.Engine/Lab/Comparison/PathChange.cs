using System.Collections.Immutable;

namespace EGov.Engine.Lab.Comparison;

/// <summary>A path that is not the same in both versions: added, removed, or, with both sides given, led to another box by the same outcome.</summary>
/// <param name="Older">As it was, by the ids of the older version; null when it was added.</param>
/// <param name="Newer">As it is, by the ids of the newer version; null when it was removed.</param>
public sealed record PathChange(OutlinedPath? Older, OutlinedPath? Newer)
{
    /// <summary>True when the outcome leads to another box now.</summary>
    public bool IsRerouted => Older is not null && Newer is not null;

    /// <summary>The same seen from the other side.</summary>
    public PathChange Mirrored() => new(Newer, Older);
}

/// <summary>Finds the paths that differ.</summary>
internal static class PathChanges
{
    private sealed record End(string Source, string Port, string Target, OutlinedPath Path);

    /// <summary>Paths by the boxes they join: a path between boxes that were drawn anew is the same path.</summary>
    public static ImmutableArray<PathChange> Between(ImmutableHashSet<OutlinedPath> older, ImmutableHashSet<OutlinedPath> newer, BoxMatching matching)
    {
        var before = older.Select(path => new End(matching.KeyOfOlder(path.Source), path.Port, matching.KeyOfOlder(path.Target), path)).ToList();
        var after = newer.Select(path => new End(matching.KeyOfNewer(path.Source), path.Port, matching.KeyOfNewer(path.Target), path)).ToList();
        var gone = Without(before, after).ToLookup(SourceOf);
        var come = Without(after, before).ToLookup(SourceOf);
        return
        [
            .. gone.Select(ends => ends.Key).Union(come.Select(ends => ends.Key))
                .OrderBy(end => end.Source, StringComparer.Ordinal).ThenBy(end => end.Port, StringComparer.Ordinal)
                .SelectMany(end => Pair([.. gone[end]], [.. come[end]])),
        ];
    }

    /// <summary>Outcomes that led elsewhere are paired in the order of the boxes they led to; what is left over is new or gone.</summary>
    private static IEnumerable<PathChange> Pair(End[] gone, End[] come)
    {
        for (var i = 0; i < Math.Max(gone.Length, come.Length); i++)
            yield return new(i < gone.Length ? gone[i].Path : null, i < come.Length ? come[i].Path : null);
    }

    private static IEnumerable<End> Without(List<End> ends, List<End> others)
    {
        var known = others.Select(Joined).ToHashSet();
        return ends.Where(end => !known.Contains(Joined(end))).OrderBy(end => end.Target, StringComparer.Ordinal);
    }

    private static (string Source, string Port) SourceOf(End end) => (end.Source, end.Port);

    private static (string, string, string) Joined(End end) => (end.Source, end.Port, end.Target);
}
