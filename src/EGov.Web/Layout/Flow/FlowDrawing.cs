using System.Collections.Frozen;
using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Definitions;

namespace EGov.Web.Layout.Flow;

/// <summary>A process as a picture: where its boxes and arcs lie, in pixels. The way of a case runs down the page, so that it can be read on a narrow one and two fit side by side.</summary>
/// <remarks>
/// Where Studio placed every box, the picture keeps that arrangement: what stood later stands lower, what stood beside stands beside, only tidier and, if
/// it ran to the right, turned. Otherwise ranks follow from the paths. Arcs that skip ranks go round the boxes between. Nested drawings are one box.
/// </remarks>
/// <param name="Width">Pixels across.</param>
/// <param name="Height">Pixels down.</param>
/// <param name="Boxes">The boxes, in reading order.</param>
/// <param name="Arcs">The arcs; several outcomes from one box to another are one arc.</param>
public sealed record FlowDrawing(int Width, int Height, ImmutableArray<FlowBox> Boxes, ImmutableArray<FlowArc> Arcs)
{
    private readonly FrozenDictionary<ActivityId, FlowBox> _shown = Boxes.ToFrozenDictionary(box => box.Id);

    /// <summary>Draws the outermost flowchart of a definition; of any other root what it contains.</summary>
    /// <param name="definition">What is drawn.</param>
    /// <param name="word">What an outcome is called.</param>
    public static FlowDrawing Of(WorkflowDefinition definition, Func<string, string> word)
    {
        var ranks = FlowRanks.Of(definition);
        FlowSpread.Spread(ranks);
        return FlowRouting.Draw(ranks, outcomes => string.Join(Http.Words.Say("flow-and"), outcomes.Select(word)));
    }

    /// <summary>The box that shows an activity: its own, or the one that contains it; null when it is not drawn.</summary>
    public FlowBox? Showing(WorkflowDefinition definition, ActivityId activity)
    {
        for (var node = definition.Find(activity); node is not null; node = node.Parent < 0 ? null : definition.Nodes[node.Parent])
            if (_shown.TryGetValue(node.Id, out var box)) return box;
        return null;
    }
}

/// <summary>What a box looks like.</summary>
public enum FlowShape
{
    /// <summary>Somebody works on it, or the engine does something.</summary>
    Step,

    /// <summary>Beginning or end.</summary>
    End,

    /// <summary>The way parts by a condition.</summary>
    Choice,

    /// <summary>Parallel ways part or meet.</summary>
    Gate,

    /// <summary>Another drawing lies inside.</summary>
    Flow,
}

/// <summary>One box.</summary>
/// <param name="Number">Position in reading order, from 1; its address within the page.</param>
/// <param name="Id">The activity.</param>
/// <param name="Title">Its caption.</param>
/// <param name="Lines">The caption as it fits, in at most two lines.</param>
/// <param name="Shape">What it looks like.</param>
/// <param name="At">Its frame.</param>
public sealed record FlowBox(int Number, ActivityId Id, string Title, ImmutableArray<string> Lines, FlowShape Shape, FlowFrame At)
{
    /// <summary>The language of the caption where it is not the page's; else null.</summary>
    public string? Tongue { get; init; }
}

/// <summary>A rectangle in pixels.</summary>
public readonly record struct FlowFrame(int X, int Y, int Width, int Height)
{
    public int Centre => X + (Width / 2);

    public int Middle => Y + (Height / 2);

    public int Right => X + Width;

    public int Bottom => Y + Height;
}

/// <summary>One arc.</summary>
/// <param name="Source">The box it leaves.</param>
/// <param name="Target">The box it enters.</param>
/// <param name="Ports">The outcomes it carries.</param>
/// <param name="Line">The line, as SVG path data.</param>
/// <param name="Head">The arrow head, as SVG path data.</param>
/// <param name="Label">Its outcomes in words; null where the source has one outcome only.</param>
public sealed record FlowArc(ActivityId Source, ActivityId Target, ImmutableArray<string> Ports, string Line, string Head, FlowLabel? Label);

/// <summary>A word on an arc.</summary>
/// <param name="Text">The word.</param>
/// <param name="X">Its middle.</param>
/// <param name="Y">Its middle.</param>
public sealed record FlowLabel(string Text, int X, int Y);
