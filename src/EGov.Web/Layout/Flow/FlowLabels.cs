namespace EGov.Web.Layout.Flow;

/// <summary>One bend of an arc: from where to where, upright at both ends.</summary>
internal readonly record struct FlowBend(int FromX, int FromY, int ToX, int ToY)
{
    /// <summary>The point at a share of the way, 0 to 1.</summary>
    public (int X, int Y) At(double share)
    {
        var (across, down) = ((3 * share * share) - (2 * share * share * share), (1.5 * share * (1 - share)) + (share * share * share));
        return ((int)Math.Round(FromX + ((ToX - FromX) * across)), (int)Math.Round(FromY + ((ToY - FromY) * (FromY == ToY ? across : down))));
    }
}

/// <summary>Writes words on arcs where no word and no box stands yet; near the source where it can be.</summary>
internal sealed class FlowLabels(IEnumerable<FlowFrame> boxes)
{
    private const int Height = 13;
    private const int SignWidth = 14;

    private static readonly double[] Shares = [0.38, 0.62, 0.24, 0.76, 0.5, 0.14, 0.86];

    private readonly List<FlowFrame> _taken = [.. boxes];

    public FlowLabel Place(string text, FlowBend bend)
    {
        var width = (FlowCaption.PixelsOf(text) * 11 / FlowCaption.LetterSize) + SignWidth;
        var frames = Shares.Select(bend.At).Select(at => new FlowFrame(at.X - (width / 2), at.Y - (Height / 2), width, Height)).ToList();
        var chosen = frames.FirstOrDefault(frame => !_taken.Any(taken => Touch(frame, taken)), frames[0]);
        _taken.Add(chosen);
        return new(text, chosen.Centre, chosen.Middle);
    }

    private static bool Touch(FlowFrame one, FlowFrame other) => one.X < other.Right && other.X < one.Right && one.Y < other.Bottom && other.Y < one.Bottom;
}
