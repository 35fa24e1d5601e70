using System.Collections.Immutable;
using EGov.Engine.Definitions;
using EGov.Engine.Lab.Comparison;
using FsCheck;
using FsCheck.Fluent;

namespace EGov.Engine.Tests.Comparing;

public class Laws_of_comparing
{
    private static readonly Config ManyTimes = Config.QuickThrowOnFailure.WithMaxTest(400);

    [Fact]
    public void a_version_does_not_differ_from_itself() =>
        ForAny((text, _) => VersionComparison.Of(new Redraft(new Random(1), text).Definition, new Redraft(new Random(1), text).Definition) is { IsEmpty: true, Older: var one, Newer: var other } && one == other);

    [Fact]
    public void the_order_of_the_text_is_no_difference() =>
        ForAny((text, random) => VersionComparison.Of(new Redraft(random, text).Definition, new Redraft(random, text).Shuffled().Definition).IsEmpty);

    [Fact]
    public void the_order_of_the_text_does_not_change_how_versions_differ() =>
        ForAnyTwo((older, newer, random) => Told(VersionComparison.Of(new Redraft(random, older).Shuffled().Definition, new Redraft(random, newer).Shuffled().Definition))
            == Told(VersionComparison.Of(new Redraft(random, older).Definition, new Redraft(random, newer).Definition)));

    [Fact]
    public void from_the_other_side_the_differences_are_mirrored() =>
        ForAnyTwo((older, newer, random) =>
        {
            var (one, other) = (new Redraft(random, older).Definition, new Redraft(random, newer).Definition);
            return Told(VersionComparison.Of(one, other).Mirrored()) == Told(VersionComparison.Of(other, one));
        });

    [Fact]
    public void the_older_version_with_the_differences_is_the_newer_version() =>
        ForAnyTwo((older, newer, random) =>
        {
            var (one, other) = (new Redraft(random, older).Definition, new Redraft(random, newer).Definition);
            return Patched(VersionOutline.Of(one), VersionComparison.Of(one, other)) == Written(VersionOutline.Of(other));
        });

    private static string Told(VersionComparison comparison) => string.Join(
        '\n',
        comparison.Boxes.Select(box => $"{box.Kind} {box.IsMoved} {box.Older?.Id}>{box.Newer?.Id} {string.Join(';', box.Differences)}")
            .Concat(comparison.Paths.Select(path => $"{path.Older} > {path.Newer}")).Concat(comparison.Facts.Select(fact => fact.ToString()))
            .Append($"{comparison.Older} {comparison.Newer}"));

    /// <summary>Boxes and paths of the older version, with nothing taken from the newer one but the differences.</summary>
    private static string Patched(VersionOutline older, VersionComparison comparison)
    {
        var became = comparison.Boxes.Where(change => change is { Older: not null, Newer: not null }).ToDictionary(change => change.Older!.Id);
        ActivityId Now(ActivityId id) => became.TryGetValue(id, out var change) ? change.Newer!.Id : id;
        var gone = comparison.Boxes.Where(change => change.Newer is null).Select(change => change.Older!.Id).ToHashSet();
        var boxes = older.Boxes.Where(box => !gone.Contains(box.Id)).Select(box => Written(
                Now(box.Id), became.TryGetValue(box.Id, out var change) ? change.Newer!.Drawn : box.Drawn, Patched(box.Statements, change?.Differences ?? [], Now)))
            .Concat(comparison.Boxes.Where(change => change.Older is null).Select(change => Written(change.Newer!.Id, change.Newer.Drawn, change.Newer.Statements)));
        var paths = older.Paths.Except(comparison.Paths.Select(path => path.Older).OfType<OutlinedPath>()).Select(path => new OutlinedPath(Now(path.Source), path.Port, Now(path.Target)))
            .Concat(comparison.Paths.Select(path => path.Newer).OfType<OutlinedPath>());
        return Written(boxes, paths, Patched(older.Facts, comparison.Facts, Now));
    }

    private static ImmutableSortedDictionary<StatedKey, Stated> Patched(
        ImmutableSortedDictionary<StatedKey, Stated> older, ImmutableArray<Difference> differences, Func<ActivityId, ActivityId> now)
    {
        var patched = older.ToBuilder();
        foreach (var (key, stated) in older.Where(pair => pair.Value.Form == StatedForm.Boxes))
            patched[key] = stated with { Text = string.Join('\n', stated.Text.Split('\n').Select(id => now(new ActivityId(id)))) };
        foreach (var difference in differences)
        {
            patched.Remove(difference.Key);
            if (difference.Newer is { } stated) patched.Add(difference.Key, stated);
        }

        return patched.ToImmutable();
    }

    private static string Written(VersionOutline outline) => Written(outline.Boxes.Select(box => Written(box.Id, box.Drawn, box.Statements)), outline.Paths, outline.Facts);

    private static string Written(IEnumerable<string> boxes, IEnumerable<OutlinedPath> paths, ImmutableSortedDictionary<StatedKey, Stated> facts) => string.Join(
        '\n', boxes.Order(StringComparer.Ordinal).Concat(paths.Select(path => path.ToString()).Order(StringComparer.Ordinal)).Append(string.Join(';', facts)));

    private static string Written(ActivityId id, BoxPlace? drawn, ImmutableSortedDictionary<StatedKey, Stated> statements) => $"{id} at {drawn}: {string.Join(';', statements)}";

    private static void ForAny(Func<string, Random, bool> law) =>
        Prop.ForAll(Gen.Choose(0, int.MaxValue - 1).ToArbitrary(), seed => law(new Redraft(new Random(seed)).Edited(5).Text, new Random(~seed))).Check(ManyTimes);

    private static void ForAnyTwo(Func<string, string, Random, bool> law) => ForAny((older, random) => law(older, new Redraft(random, older).Edited(random.Next(9)).Text, random));
}
