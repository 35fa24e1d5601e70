using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Definitions;
using EGov.Engine.Lab.Comparison;
using EGov.Runtime.Catalog;
using EGov.Web.Layout.Flow;

namespace EGov.Web.Redesign.Compare;

/// <summary>One version as it is shown.</summary>
/// <param name="Version">Everything kept about it.</param>
/// <param name="Definition">What it says; null for a draft that cannot be read yet.</param>
/// <param name="Drawing">Its picture, or null.</param>
/// <param name="Marks">What the picture marks.</param>
public sealed record ComparedSide(DefinitionVersion Version, WorkflowDefinition? Definition, FlowDrawing? Drawing, FlowMarks Marks)
{
    /// <summary>The box that shows an activity, or null.</summary>
    public FlowBox? Showing(ActivityId? activity) => activity is { } id && Definition is not null ? Drawing?.Showing(Definition, id) : null;
}

/// <summary>Two versions and how they differ.</summary>
/// <param name="Title">The item, or the caption.</param>
/// <param name="Words">How people read what the versions state.</param>
/// <param name="Older">The left one.</param>
/// <param name="Newer">The right one.</param>
/// <param name="Comparison">The differences; null when one of them cannot be read.</param>
public sealed record CompareView(string Title, CompareWords Words, ComparedSide Older, ComparedSide Newer, VersionComparison? Comparison)
{
    /// <summary>Every version there is, newest first.</summary>
    public ImmutableArray<DefinitionVersion> Versions { get; init; } = [];

    public static CompareView Of(string title, CompareWords words, (DefinitionVersion Version, WorkflowDefinition? Definition) older, (DefinitionVersion Version, WorkflowDefinition? Definition) newer)
    {
        var comparison = older.Definition is { } before && newer.Definition is { } after ? VersionComparison.Of(before, after) : null;
        ComparedSide Side(DefinitionVersion version, WorkflowDefinition? definition, bool isOlder)
        {
            if (definition is null) return new(version, null, null, FlowMarks.None);
            var drawing = FlowDrawing.Of(definition, words.Port);
            return new(version, definition, drawing, comparison is null ? FlowMarks.None : CompareMarks.Of(definition, drawing, comparison, isOlder));
        }

        return new(title, words, Side(older.Version, older.Definition, isOlder: true), Side(newer.Version, newer.Definition, isOlder: false), comparison);
    }
}

/// <summary>Marks of a comparison.</summary>
internal static class CompareMarks
{
    public static FlowMark Of(BoxChangeKind kind) => kind switch
    {
        BoxChangeKind.Added => New("new", "+", "compare-added"),
        BoxChangeKind.Removed => New("gone", "−", "compare-removed"),
        BoxChangeKind.Changed => New("changed", "≠", "compare-changed"),
        BoxChangeKind.Redrawn => New("moved", "=", "compare-redrawn"),
        _ => New("moved", "→", "compare-moved"),
    };

    public static FlowMarks Of(WorkflowDefinition definition, FlowDrawing drawing, VersionComparison comparison, bool isOlder)
    {
        var boxes = new Dictionary<ActivityId, FlowMark>();
        foreach (var change in comparison.Boxes.OrderBy(change => change.Kind))
            if ((isOlder ? change.Older : change.Newer) is { } side && drawing.Showing(definition, side.Id) is { } shown)
                boxes.TryAdd(shown.Id, shown.Id == side.Id ? Of(change.Kind) : Of(BoxChangeKind.Changed)); // something inside it
        var paths = comparison.Paths.Where(change => (isOlder ? change.Older : change.Newer) is not null).ToDictionary(
            change => (isOlder ? change.Older : change.Newer) is { } path ? (path.Source, path.Port, path.Target) : default,
            change => change.IsRerouted ? New("changed", "≠", "compare-rerouted") : Of(isOlder ? BoxChangeKind.Removed : BoxChangeKind.Added));
        return new(boxes, paths);
    }

    private static FlowMark New(string look, string sign, string key) => new(look, sign, Http.Words.Say(key));
}
