using System.Collections.Immutable;

namespace EGov.Engine.Lab.Comparison;

/// <summary>Which box of the older version is which box of the newer one.</summary>
/// <remarks>
/// The roots are each other's; then equal ids; then boxes of one type and caption, which somebody drew anew. Where several are alike they are
/// taken in the order of their ids. Nothing here depends on the order of the text, or on which version is called older.
/// </remarks>
internal sealed class BoxMatching
{
    private readonly Dictionary<ActivityId, OutlinedBox> _older;
    private readonly Dictionary<ActivityId, OutlinedBox> _newer;
    private readonly Dictionary<ActivityId, string> _keysOfOlder = [];
    private readonly Dictionary<ActivityId, string> _keysOfNewer = [];

    public BoxMatching(VersionOutline older, VersionOutline newer)
    {
        _older = older.Boxes.ToDictionary(box => box.Id);
        _newer = newer.Boxes.ToDictionary(box => box.Id);
        var pairs = ImmutableArray.CreateBuilder<(OutlinedBox, OutlinedBox)>();
        foreach (var (one, other) in Found(older, newer)) pairs.Add(Take(one, other));
        Pairs = pairs.DrainToImmutable();
        OnlyOlder = [.. _older.Values];
        OnlyNewer = [.. _newer.Values];
    }

    public ImmutableArray<(OutlinedBox Older, OutlinedBox Newer)> Pairs { get; }

    public ImmutableArray<OutlinedBox> OnlyOlder { get; }

    public ImmutableArray<OutlinedBox> OnlyNewer { get; }

    /// <summary>What stands for a box of the older version: the same for the box of the newer version that it became.</summary>
    public string KeyOfOlder(ActivityId id) => _keysOfOlder.GetValueOrDefault(id, id.Value);

    public string KeyOfNewer(ActivityId id) => _keysOfNewer.GetValueOrDefault(id, id.Value);

    private IEnumerable<(OutlinedBox, OutlinedBox)> Found(VersionOutline older, VersionOutline newer)
    {
        yield return (older.Boxes[0], newer.Boxes[0]);
        foreach (var box in older.Boxes)
            if (_older.ContainsKey(box.Id) && _newer.TryGetValue(box.Id, out var same)) yield return (box, same);
        var anew = InOrder(_newer).ToLookup(box => (box.Type, box.Title));
        foreach (var alike in InOrder(_older).GroupBy(box => (box.Type, box.Title)))
            foreach (var pair in alike.Zip(anew[alike.Key])) yield return pair;
    }

    private static List<OutlinedBox> InOrder(Dictionary<ActivityId, OutlinedBox> boxes) => [.. boxes.Values.OrderBy(box => box.Id.Value, StringComparer.Ordinal)];

    private (OutlinedBox Older, OutlinedBox Newer) Take(OutlinedBox older, OutlinedBox newer)
    {
        _older.Remove(older.Id);
        _newer.Remove(newer.Id);
        var (one, other) = (older.Id.Value, newer.Id.Value);
        // No id holds a line break, so a pair of ids is never taken for an id.
        _keysOfOlder[older.Id] = _keysOfNewer[newer.Id] = one == other ? one : string.CompareOrdinal(one, other) < 0 ? $"{one}\n{other}" : $"{other}\n{one}";
        return (older, newer);
    }
}
