using EGov.Engine;

namespace EGov.Web.Layout.Flow;

/// <summary>What a picture says about a box or an arc beyond the drawing itself. Told thrice: by colour, by a sign, by a word.</summary>
/// <param name="Look">Class of the sheet: <c>new gone changed moved done now</c>.</param>
/// <param name="Sign">One character in the corner of the box.</param>
/// <param name="Word">What it means.</param>
public sealed record FlowMark(string Look, string Sign, string Word);

/// <summary>The marks of a picture.</summary>
public sealed record FlowMarks(IReadOnlyDictionary<ActivityId, FlowMark> Boxes, IReadOnlyDictionary<(ActivityId Source, string Port, ActivityId Target), FlowMark> Paths)
{
    public static readonly FlowMarks None = new(new Dictionary<ActivityId, FlowMark>(), new Dictionary<(ActivityId, string, ActivityId), FlowMark>());

    public FlowMark? Of(FlowBox box) => Boxes.GetValueOrDefault(box.Id);

    /// <summary>An arc of several outcomes is marked when one of them is.</summary>
    public FlowMark? Of(FlowArc arc) => arc.Ports.Select(port => Paths.GetValueOrDefault((arc.Source, port, arc.Target))).OfType<FlowMark>().FirstOrDefault();
}
