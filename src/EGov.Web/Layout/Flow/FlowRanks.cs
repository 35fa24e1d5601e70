using EGov.Engine.Activities.Flow;
using EGov.Engine.Definitions;

namespace EGov.Web.Layout.Flow;

/// <summary>A box, or the place where a long arc passes a rank.</summary>
internal sealed class FlowSeat
{
    /// <summary>The activity; null for an arc that passes.</summary>
    public ActivityNode? Box { get; init; }

    public required int Rank { get; init; }

    /// <summary>By this the seats of a rank are ordered, left to right.</summary>
    public required double Order { get; set; }

    public required int Width { get; init; }

    /// <summary>True when an arc leads to another seat of its rank, which needs room for its words.</summary>
    public bool IsJoined { get; set; }

    /// <summary>Centre, in pixels from the middle of the picture.</summary>
    public double X { get; set; }

    public List<FlowSeat> Above { get; } = [];

    public List<FlowSeat> Below { get; } = [];
}

/// <summary>One arc with the seats it passes, from its source to its target; the ranks may lead up or down.</summary>
internal sealed record FlowWay(FlowSeat Source, FlowSeat Target, string[] Ports, FlowSeat[] Passed);

/// <summary>Which box stands in which rank, in which order: as Studio has them, or as the paths ask for.</summary>
internal sealed class FlowRanks
{
    private const int SameRankPixels = 60;
    private const int PassingWidth = 6;
    private const int MostPassings = 4_000;
    private const int Sweeps = 4;

    private readonly List<FlowSeat> _seats = [];

    private FlowRanks(WorkflowDefinition definition)
    {
        var boxes = BoxesOf(definition.Root).Select(index => definition.Nodes[index]).ToList();
        var graph = definition.Root.Graph;
        var joined = (graph?.Connections ?? ChainOf(definition.Root)).GroupBy(path => (path.Source, path.Target)).ToList();
        var isPlaced = boxes.Count > 1 && boxes.All(box => box.Drawn is not null);
        var seats = (isPlaced ? AsPlaced(boxes, joined.Select(path => path.Key)) : ByPaths(boxes, graph?.Forward.Select(path => (path.Source, path.Target)) ?? joined.Select(path => path.Key)))
            .ToDictionary(seat => seat.Box!.Index);
        _seats.AddRange(seats.Values);
        Ways = [.. joined.OrderBy(path => Math.Abs(seats[path.Key.Source].Rank - seats[path.Key.Target].Rank))
            .Select(path => Lead(seats[path.Key.Source], seats[path.Key.Target], [.. path.Select(one => one.Port).Distinct()]))];
        if (!isPlaced) Untangle();
    }

    /// <summary>The seats of each rank, left to right.</summary>
    public IEnumerable<FlowSeat[]> Rows => _seats.GroupBy(seat => seat.Rank).OrderBy(rank => rank.Key).Select(rank => rank.OrderBy(seat => seat.Order).ToArray());

    public IReadOnlyList<FlowWay> Ways { get; }

    public static FlowRanks Of(WorkflowDefinition definition) => new(definition);

    private static IEnumerable<int> BoxesOf(ActivityNode root)
    {
        var inside = root.Children.Concat(root.Embedded.Values).Concat(root.Cases.Select(option => option.Body).OfType<int>()).ToList();
        return inside.Count > 0 || root.Graph is not null ? inside : [root.Index];
    }

    private static IEnumerable<Connection> ChainOf(ActivityNode root) =>
        root.Behaviour is Sequence ? root.Children.Zip(root.Children.Skip(1), (one, next) => new Connection(0, one, "Done", next)) : [];

    /// <summary>Ranks follow the direction in which the drawing runs.</summary>
    private static IEnumerable<FlowSeat> AsPlaced(List<ActivityNode> boxes, IEnumerable<(int Source, int Target)> joined)
    {
        var places = boxes.ToDictionary(box => box.Index, box => box.Drawn!.Value);
        var (across, down) = (0L, 0L);
        foreach (var (source, target) in joined)
        {
            across += Math.Abs(places[target].X - places[source].X);
            down += Math.Abs(places[target].Y - places[source].Y);
        }

        var runsDown = down > across;
        var (rank, first) = (-1, int.MinValue);
        foreach (var box in boxes.OrderBy(box => runsDown ? places[box.Index].Y : places[box.Index].X))
        {
            var (along, beside) = runsDown ? (places[box.Index].Y, places[box.Index].X) : (places[box.Index].X, places[box.Index].Y);
            if (rank < 0 || along - first > SameRankPixels) (rank, first) = (rank + 1, along);
            yield return SeatOf(box, rank, beside);
        }
    }

    /// <summary>The longest way from the start decides.</summary>
    private static IEnumerable<FlowSeat> ByPaths(List<ActivityNode> boxes, IEnumerable<(int Source, int Target)> forward)
    {
        var paths = forward.Where(path => path.Source != path.Target).Distinct().ToLookup(path => path.Source, path => path.Target);
        var awaited = paths.SelectMany(targets => targets).GroupBy(target => target).ToDictionary(group => group.Key, group => group.Count());
        var ranks = boxes.ToDictionary(box => box.Index, _ => 0);
        var open = new Queue<int>(boxes.Select(box => box.Index).Where(box => !awaited.ContainsKey(box)));
        while (open.TryDequeue(out var box))
            foreach (var next in paths[box])
            {
                ranks[next] = Math.Max(ranks[next], ranks[box] + 1);
                if (--awaited[next] == 0) open.Enqueue(next);
            }

        return boxes.Select((box, order) => SeatOf(box, ranks[box.Index], order));
    }

    private static FlowSeat SeatOf(ActivityNode box, int rank, double order) => new() { Box = box, Rank = rank, Order = order, Width = FlowSizes.WidthOf(box) };

    private FlowWay Lead(FlowSeat source, FlowSeat target, string[] ports)
    {
        var (upper, lower) = source.Rank <= target.Rank ? (source, target) : (target, source);
        var passed = new List<FlowSeat>();
        for (var rank = upper.Rank + 1; rank < lower.Rank && _seats.Count < MostPassings; rank++)
        {
            var share = (rank - upper.Rank) / (double)(lower.Rank - upper.Rank);
            // Beside the boxes that stand on its line, the longer the farther out.
            passed.Add(new() { Rank = rank, Order = upper.Order + ((lower.Order - upper.Order) * share) + 0.01 * (lower.Rank - upper.Rank), Width = PassingWidth });
        }

        _seats.AddRange(passed);
        if (upper.Rank != lower.Rank) Join([upper, .. passed, lower]);
        else if (source != target) source.IsJoined = target.IsJoined = true;

        if (source != upper) passed.Reverse();
        return new(source, target, ports, [.. passed]);
    }

    private static void Join(List<FlowSeat> seats)
    {
        foreach (var (one, next) in seats.Zip(seats.Skip(1)))
        {
            one.Below.Add(next);
            next.Above.Add(one);
        }
    }

    /// <summary>Seats go where their neighbours are, from above and from below in turn.</summary>
    private void Untangle()
    {
        for (var sweep = 0; sweep < Sweeps; sweep++)
            foreach (var row in sweep % 2 == 0 ? Rows.ToList() : Rows.Reverse().ToList())
            {
                var near = row.Select((seat, place) => (sweep % 2 == 0 ? seat.Above : seat.Below) is { Count: > 0 } next ? next.Average(other => other.Order) : place);
                var wanted = row.Zip(near).OrderBy(seat => seat.Second).Select(seat => seat.First).ToList();
                for (var place = 0; place < wanted.Count; place++) wanted[place].Order = place - (wanted.Count / 2.0);
            }
    }
}
