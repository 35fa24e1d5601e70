using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using EGov.Web.Http;

namespace EGov.Web.Layout.Flow;

/// <summary>Turns seats into frames, and ways into lines with arrow heads.</summary>
internal sealed class FlowRouting
{
    private const int HeadLength = 7;
    private const int HeadHalf = 4;
    private const int SideBow = 18;

    private readonly Dictionary<FlowSeat, FlowFrame> _frames = [];
    private readonly Dictionary<(FlowWay Way, bool AtSource), int> _slots = [];

    private FlowRouting(FlowRanks ranks)
    {
        var rows = ranks.Rows.ToList();
        var left = rows.SelectMany(row => row).Min(seat => seat.X - (seat.Width / 2.0));
        for (var rank = 0; rank < rows.Count; rank++)
            foreach (var seat in rows[rank])
            {
                var height = seat.Box is { } box && FlowSizes.ShapeOf(box) == FlowShape.Gate ? FlowSizes.GateHeight : FlowSizes.BoxHeight;
                var upper = FlowSizes.Margin + (rank * (FlowSizes.BoxHeight + FlowSizes.RankGap)) + ((FlowSizes.BoxHeight - height) / 2);
                _frames[seat] = new((int)Math.Round(seat.X - (seat.Width / 2.0) - left) + FlowSizes.Margin + SideBow, upper, seat.Width, height);
            }

        foreach (var seat in rows.SelectMany(row => row).Where(seat => seat.Box is not null))
        {
            Attach(seat, ranks.Ways.Where(way => LeadsBelow(way, seat)));
            Attach(seat, ranks.Ways.Where(way => LeadsAbove(way, seat)));
        }
    }

    public static FlowDrawing Draw(FlowRanks ranks, Func<string[], string> words)
    {
        if (!ranks.Rows.Any()) return new(2 * FlowSizes.Margin, 2 * FlowSizes.Margin, [], []);
        var routing = new FlowRouting(ranks);
        var boxes = ranks.Rows.SelectMany(row => row).Where(seat => seat.Box is not null).Select((seat, number) => routing.BoxOf(seat, number + 1)).ToImmutableArray();
        var outcomes = ranks.Ways.GroupBy(way => way.Source).ToDictionary(ways => ways.Key, ways => ways.SelectMany(way => way.Ports).Distinct().Count());
        var labels = new FlowLabels(boxes.Select(box => box.At));
        return new(
            routing._frames.Values.Max(frame => frame.Right) + FlowSizes.Margin + SideBow, routing._frames.Values.Max(frame => frame.Bottom) + FlowSizes.Margin,
            boxes, [.. ranks.Ways.Select(way => routing.ArcOf(way, outcomes[way.Source] > 1 ? bend => labels.Place(words(way.Ports), bend) : _ => null))]);
    }

    private FlowBox BoxOf(FlowSeat seat, int number) =>
        new(number, seat.Box!.Id, seat.Box.TitleHere(), FlowSizes.CaptionOf(seat.Box), FlowSizes.ShapeOf(seat.Box), _frames[seat]) { Tongue = seat.Box.TongueHere() };

    private static bool LeadsBelow(FlowWay way, FlowSeat seat) =>
        way.Source.Rank != way.Target.Rank && (way.Source == seat ? way.Target.Rank > seat.Rank : way.Target == seat && way.Source.Rank > seat.Rank);

    private static bool LeadsAbove(FlowWay way, FlowSeat seat) =>
        way.Source.Rank != way.Target.Rank && (way.Source == seat ? way.Target.Rank < seat.Rank : way.Target == seat && way.Source.Rank < seat.Rank);

    /// <summary>Lines that meet one side of a box share it out, in the order of where they come from.</summary>
    private void Attach(FlowSeat seat, IEnumerable<FlowWay> ways)
    {
        var sorted = ways.OrderBy(way => NextTo(way, seat)).ThenBy(way => way.Source == seat ? 0 : 1).ToList();
        var frame = _frames[seat];
        var step = Math.Min(20.0, (frame.Width - 24.0) / Math.Max(1, sorted.Count - 1));
        for (var i = 0; i < sorted.Count; i++)
            _slots[(sorted[i], sorted[i].Source == seat)] = frame.Centre + (int)Math.Round((i - ((sorted.Count - 1) / 2.0)) * step);
    }

    private int NextTo(FlowWay way, FlowSeat seat) =>
        _frames[way.Source == seat ? way.Passed.FirstOrDefault(way.Target) : way.Passed.LastOrDefault(way.Source)].Centre;

    private FlowArc ArcOf(FlowWay way, Func<FlowBend, FlowLabel?> label)
    {
        var (line, head, first) = way.Source.Rank == way.Target.Rank ? Beside(way) : AcrossRanks(way);
        return new(way.Source.Box!.Id, way.Target.Box!.Id, [.. way.Ports], line, head, label(first));
    }

    private (string Line, string Head, FlowBend First) AcrossRanks(FlowWay way)
    {
        var isDown = way.Source.Rank < way.Target.Rank;
        var (source, target) = (_frames[way.Source], _frames[way.Target]);
        var (x, y) = (_slots[(way, true)], isDown ? source.Bottom : source.Y);
        var (line, bends) = (new StringBuilder(Text($"M{x} {y}")), new List<FlowBend>());
        var stops = way.Passed.Select(seat => _frames[seat]).Select(frame => (frame.Centre, In: isDown ? frame.Y : frame.Bottom, Out: isDown ? frame.Bottom : frame.Y));
        var end = isDown ? target.Y - HeadLength : target.Bottom + HeadLength;
        foreach (var (nextX, into, outOf) in stops.Append((_slots[(way, false)], end, end)))
        {
            var half = (into - y) / 2;
            bends.Add(new(x, y, nextX, into));
            line.Append(Text($"C{x} {y + half} {nextX} {into - half} {nextX} {into}"));
            if (outOf != into) line.Append(Text($"V{outOf}"));
            (x, y) = (nextX, outOf);
        }

        var tip = isDown ? target.Y : target.Bottom;
        return (line.ToString(), Text($"M{x - HeadHalf} {end}h{2 * HeadHalf}L{x} {tip}z"), bends[0]);
    }

    /// <summary>Within a rank: straight to a neighbour; back to itself in a bow at its right.</summary>
    private (string Line, string Head, FlowBend First) Beside(FlowWay way)
    {
        var (source, target) = (_frames[way.Source], _frames[way.Target]);
        if (way.Source == way.Target)
        {
            var (right, upper, lower) = (source.Right, source.Y + 8, source.Bottom - 8);
            var (bow, tip) = (Text($"M{right} {upper}h{SideBow}V{lower}H{right + HeadLength}"), Text($"M{right + HeadLength} {lower - HeadHalf}v{2 * HeadHalf}L{right} {lower}z"));
            return (bow, tip, new(right + SideBow, upper, right + SideBow, lower));
        }

        var isRight = source.X < target.X;
        var (from, to) = isRight ? (source.Right, target.X) : (source.X, target.Right);
        var back = isRight ? to - HeadLength : to + HeadLength;
        return (Text($"M{from} {source.Middle}H{back}"), Text($"M{back} {source.Middle - HeadHalf}v{2 * HeadHalf}L{to} {source.Middle}z"), new(from, source.Middle, to, source.Middle));
    }

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
