using System.Collections.Immutable;
using EGov.Engine.Definitions;

namespace EGov.Engine.Lab.Comparison;

/// <summary>How two versions of a process differ: box by box, path by path, fact by fact, and in the four counts of a redesign (四减).</summary>
/// <remarks>
/// Only what is stated counts. The order of activities and paths in the text never does, formatting never does; where a box stands counts as
/// moved and as nothing else. An input that is set to what it would be anyway does count: a later type may have another default.
/// </remarks>
/// <param name="Boxes">Boxes that were added, removed, changed, drawn anew or moved.</param>
/// <param name="Paths">Paths that were added, removed or led elsewhere.</param>
/// <param name="Facts">Facts of the whole that differ.</param>
/// <param name="Older">The counts of the older version.</param>
/// <param name="Newer">The counts of the newer version.</param>
public sealed record VersionComparison(
    ImmutableArray<BoxChange> Boxes, ImmutableArray<PathChange> Paths, ImmutableArray<Difference> Facts, FourCounts Older, FourCounts Newer)
{
    /// <summary>True when both state the same.</summary>
    public bool IsEmpty => Boxes.IsEmpty && Paths.IsEmpty && Facts.IsEmpty;

    /// <summary>The same differences seen from the other side.</summary>
    public VersionComparison Mirrored() => new([.. Boxes.Select(box => box.Mirrored())], [.. Paths.Select(path => path.Mirrored())], [.. Facts.Select(fact => fact.Mirrored())], Newer, Older);

    /// <summary>Compares two definitions; they need not have the same id.</summary>
    public static VersionComparison Of(WorkflowDefinition older, WorkflowDefinition newer)
    {
        var (one, other) = (VersionOutline.Of(older), VersionOutline.Of(newer));
        var matching = new BoxMatching(one, other);
        return new(BoxChanges(matching), PathChanges.Between(one.Paths, other.Paths, matching), Differ(one.Facts, other.Facts, matching), FourCounts.Of(older), FourCounts.Of(newer));
    }

    private static ImmutableArray<BoxChange> BoxChanges(BoxMatching matching) =>
    [
        .. matching.Pairs.Select(pair => new BoxChange(pair.Older, pair.Newer, Differ(pair.Older.Statements, pair.Newer.Statements, matching)))
            .Where(change => change is not { Kind: BoxChangeKind.Moved, IsMoved: false })
            .Concat(matching.OnlyNewer.Select(box => new BoxChange(null, box, [])))
            .Concat(matching.OnlyOlder.Select(box => new BoxChange(box, null, [])))
            .OrderBy(KeyOf, StringComparer.Ordinal),
    ];

    private static string KeyOf(BoxChange change)
    {
        var ids = new[] { change.Older?.Id.Value, change.Newer?.Id.Value }.OfType<string>().Order(StringComparer.Ordinal);
        return string.Join('\n', ids);
    }

    private static ImmutableArray<Difference> Differ(ImmutableSortedDictionary<StatedKey, Stated> older, ImmutableSortedDictionary<StatedKey, Stated> newer, BoxMatching matching) =>
    [
        .. from key in older.Keys.Union(newer.Keys).Order()
           let one = older.TryGetValue(key, out var before) ? before : (Stated?)null
           let other = newer.TryGetValue(key, out var after) ? after : (Stated?)null
           where Meaning(one, matching.KeyOfOlder) != Meaning(other, matching.KeyOfNewer)
           select new Difference(key, one, other),
    ];

    private static Stated? Meaning(Stated? stated, Func<ActivityId, string> keyOf) => stated is { Form: StatedForm.Boxes } boxes
        ? boxes with { Text = string.Join("\n\n", boxes.Text.Split('\n').Select(id => keyOf(new ActivityId(id)))) }
        : stated;
}

/// <summary>What became of a box.</summary>
public enum BoxChangeKind
{
    /// <summary>Only the newer version has it.</summary>
    Added,

    /// <summary>Only the older version has it.</summary>
    Removed,

    /// <summary>Something stated about it differs.</summary>
    Changed,

    /// <summary>The same under another id: somebody deleted it and drew it anew.</summary>
    Redrawn,

    /// <summary>It stands elsewhere, and that is all.</summary>
    Moved,
}

/// <summary>A box that is not the same in both versions.</summary>
/// <param name="Older">As it was; null when it was added.</param>
/// <param name="Newer">As it is; null when it was removed.</param>
/// <param name="Differences">What is stated differently; empty for one that was added or removed.</param>
public sealed record BoxChange(OutlinedBox? Older, OutlinedBox? Newer, ImmutableArray<Difference> Differences)
{
    /// <summary>What became of it.</summary>
    public BoxChangeKind Kind =>
        Older is null ? BoxChangeKind.Added
        : Newer is null ? BoxChangeKind.Removed
        : !Differences.IsEmpty ? BoxChangeKind.Changed
        : Older.Id != Newer.Id ? BoxChangeKind.Redrawn
        : BoxChangeKind.Moved;

    /// <summary>True when it stands elsewhere, whatever else became of it.</summary>
    public bool IsMoved => Older is not null && Newer is not null && Older.Drawn != Newer.Drawn;

    /// <summary>The same seen from the other side.</summary>
    public BoxChange Mirrored() => new(Newer, Older, [.. Differences.Select(difference => difference.Mirrored())]);
}

/// <summary>One statement that differs.</summary>
/// <param name="Key">What it is about.</param>
/// <param name="Older">What was stated; null for nothing.</param>
/// <param name="Newer">What is stated; null for nothing.</param>
public sealed record Difference(StatedKey Key, Stated? Older, Stated? Newer)
{
    /// <summary>The same seen from the other side.</summary>
    public Difference Mirrored() => new(Key, Newer, Older);
}
