using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine.Clocks;

namespace EGov.Web.Redesign.Ladder;

/// <summary>A mark on the line of a ladder, with its number and words.</summary>
/// <param name="Rung">What it stands for.</param>
/// <param name="Number">From 1, as in the table.</param>
/// <param name="X">Where it stands on the line.</param>
/// <param name="Row">In which row its words stand, from 0.</param>
/// <param name="TextX">Where its words begin.</param>
/// <param name="Text">The words.</param>
internal sealed record LadderMark(ShownRung Rung, int Number, int X, int Row, int TextX, string Text);

/// <summary>Where everything of a ladder's drawing stands: a line from the start over the due date to the last rung, in a field 720 wide.</summary>
internal sealed record LadderPicture(int Due, int End, ImmutableArray<int> Ticks, ImmutableArray<LadderMark> Marks, int Height)
{
    public const int Width = 720;
    public const int Left = 34;
    public const int Line = 40;
    public const int FirstRow = 78;
    public const int RowHeight = 20;
    private const int Right = 686;
    private const int MostTicks = 60;
    private const int Gap = 14;
    private const int MarkWidth = 18;

    /// <summary>Lays a ladder out.</summary>
    /// <param name="limit">The limit in working days, 1 or more.</param>
    /// <param name="rungs">The rungs, from early to late.</param>
    public static LadderPicture Of(int limit, ImmutableArray<ShownRung> rungs)
    {
        // A part of the line lies behind the due date even where no rung does, so that one sees where the limit ends.
        var last = Math.Max(rungs.Max(rung => rung.Day), limit + Math.Max(1, limit / 8));
        int At(int day) => Left + (int)((long)(Right - Left) * day / last);
        var (marks, ends, places) = (ImmutableArray.CreateBuilder<LadderMark>(), new List<int>(), Apart([.. rungs.Select(rung => At(rung.Day))]));
        foreach (var rung in rungs)
        {
            var text = string.Create(CultureInfo.InvariantCulture, $"{marks.Count + 1} {rung.When} · {rung.What}");
            var (x, width) = (places[marks.Count], WidthOf(text));
            var from = Math.Clamp(x - 6, 4, Math.Max(4, Width - width - 4));
            var row = ends.FindIndex(end => end + Gap <= from);
            if (row < 0) (row, ends) = (ends.Count, [.. ends, 0]);
            ends[row] = from + width;
            marks.Add(new(rung, marks.Count + 1, x, row, from, text));
        }

        var step = (last + MostTicks - 1) / MostTicks;
        return new(At(limit), At(last), [.. Enumerable.Range(0, (last / step) + 1).Select(tick => At(tick * step))], marks.ToImmutable(), FirstRow + (ends.Count * RowHeight));
    }

    /// <summary>Marks of the same moment stand side by side, in their order and on the line.</summary>
    private static int[] Apart(int[] places)
    {
        for (var at = 1; at < places.Length; at++) places[at] = Math.Max(places[at], places[at - 1] + MarkWidth);
        for (var (at, most) = (places.Length - 1, Right); at >= 0; at--, most = places[at + 1] - MarkWidth) places[at] = Math.Min(places[at], most);
        return places;
    }

    /// <summary>How a rung's mark looks: by what is done.</summary>
    public static string LookOf(RungAct act) => act switch
    {
        RungAct.YellowCard => "eg-rung-yellow",
        RungAct.RedCard => "eg-rung-red",
        RungAct.Remind => "eg-rung-remind",
        _ => "eg-rung",
    };

    /// <summary>About as wide as letters of 12 pixels are; a Chinese one is as wide as it is high.</summary>
    private static int WidthOf(string text) => text.Sum(letter => letter > 0x2e7f ? 12 : 7);
}
