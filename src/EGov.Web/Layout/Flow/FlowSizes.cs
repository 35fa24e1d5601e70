using System.Collections.Immutable;
using EGov.Engine.Activities.Flow;
using EGov.Engine.Definitions;
using EGov.Web.Http;

namespace EGov.Web.Layout.Flow;

/// <summary>How large things are, in pixels.</summary>
internal static class FlowSizes
{
    public const int BoxHeight = 44;
    public const int RankGap = 44;
    public const int GateHeight = 26;
    public const int Beside = 22;
    public const int BesideJoined = 88;
    public const int Margin = 16;

    private const int NarrowestGate = 72;
    private const int Padding = 22;
    private const int Narrowest = 84;

    public static int WidthOf(ActivityNode box) =>
        Math.Max(ShapeOf(box) == FlowShape.Gate ? NarrowestGate : Narrowest, CaptionOf(box).Max(FlowCaption.PixelsOf) + Padding);

    /// <summary>The caption in lines; a gate is one line high.</summary>
    public static ImmutableArray<string> CaptionOf(ActivityNode box) => FlowCaption.Fit(box.TitleHere(), onOneLine: ShapeOf(box) == FlowShape.Gate);

    public static FlowShape ShapeOf(ActivityNode box) => box.Behaviour switch
    {
        Start or { Descriptor.IsTerminal: true } => FlowShape.End,
        FlowDecision or FlowSwitch => FlowShape.Choice,
        FlowFork or FlowJoin => FlowShape.Gate,
        _ => box.Children.Length + box.Embedded.Count + box.Cases.Length > 0 ? FlowShape.Flow : FlowShape.Step,
    };
}
