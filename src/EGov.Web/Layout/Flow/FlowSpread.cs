namespace EGov.Web.Layout.Flow;

/// <summary>Places the seats of each rank as near as possible below and above their neighbours, in order and without touching.</summary>
internal static class FlowSpread
{
    private const int Sweeps = 16;
    private const int StraightWeight = 6;

    public static void Spread(FlowRanks ranks)
    {
        var rows = ranks.Rows.ToList();
        foreach (var row in rows) Settle(row, _ => 0);
        for (var sweep = 0; sweep < Sweeps; sweep++)
            foreach (var row in sweep % 2 == 0 ? rows : Enumerable.Reverse(rows)) Settle(row, seat => Wanted(seat, sweep % 2 == 0));
        foreach (var row in rows) Settle(row, seat => Wanted(seat, null));
    }

    /// <summary>The mean of the neighbours; arcs that pass, and boxes one below the other, want to go on straight.</summary>
    private static double Wanted(FlowSeat seat, bool? fromAbove)
    {
        var near = fromAbove switch { true => seat.Above, false => seat.Below, _ => [.. seat.Above, .. seat.Below] };
        if (near.Count == 0) return seat.X;
        var (sum, weights) = (0.0, 0);
        foreach (var other in near)
        {
            var weight = (seat.Box is null) == (other.Box is null) ? StraightWeight : 1;
            (sum, weights) = (sum + (other.X * weight), weights + weight);
        }

        return sum / weights;
    }

    /// <summary>Least squares under an order: neighbours that would touch move together, by the mean of what they want.</summary>
    private static void Settle(FlowSeat[] row, Func<FlowSeat, double> wanted)
    {
        var blocks = new Stack<(double Sum, int Count)>();
        var (offsets, offset) = (new double[row.Length], 0.0);
        for (var i = 0; i < row.Length; i++)
        {
            if (i > 0) offset += (row[i - 1].Width / 2.0) + (row[i - 1].IsJoined && row[i].IsJoined ? FlowSizes.BesideJoined : FlowSizes.Beside) + (row[i].Width / 2.0);
            offsets[i] = offset;
            var block = (Sum: wanted(row[i]) - offset, Count: 1);
            while (blocks.TryPeek(out var before) && before.Sum / before.Count >= block.Sum / block.Count)
            {
                blocks.Pop();
                block = (before.Sum + block.Sum, before.Count + block.Count);
            }

            blocks.Push(block);
        }

        var seat = row.Length;
        while (blocks.TryPop(out var block))
            for (var i = 0; i < block.Count; i++) row[--seat].X = (block.Sum / block.Count) + offsets[seat];
    }
}
