using System.Collections.Immutable;
using System.Globalization;

namespace EGov.Web.Layout.Flow;

/// <summary>Captions as they fit into boxes. Widths are estimates: a Chinese character is a full square, the rest about half of one.</summary>
internal static class FlowCaption
{
    public const int LetterSize = 13;

    private const double WidestLine = 8;
    private const double WidestLineOfWords = 10.5;
    private const double OnlyLine = 12;

    /// <summary>At most two lines; what does not fit ends in an ellipsis. Words need more room than characters to say the same.</summary>
    /// <param name="title">The caption.</param>
    /// <param name="onOneLine">True for a box that is only one line high.</param>
    public static ImmutableArray<string> Fit(string title, bool onOneLine = false)
    {
        ArgumentNullException.ThrowIfNull(title);
        var (most, widest) = onOneLine ? (1, OnlyLine) : (2, title.Any(letter => Width(letter) >= 1) ? WidestLine : WidestLineOfWords);
        var lines = ImmutableArray.CreateBuilder<string>();
        var letters = Letters(title);
        if (widest == WidestLineOfWords && letters.Sum(Width) > widest && Halved(letters, widest) is { } halves) return halves;
        for (var from = 0; from < letters.Count && lines.Count < most;)
        {
            var to = from;
            for (var width = 0.0; to < letters.Count && (width += Width(letters[to])) <= widest;) to++;
            if (lines.Count == most - 1 && to < letters.Count) return lines.Append(string.Concat(letters[from..(to - 1)]) + "…").ToImmutableArray();
            to = Break(letters, from, to);
            lines.Add(string.Concat(letters[from..to]).Trim());
            from = to;
        }

        return lines.Count == 0 ? [""] : lines.ToImmutable();
    }

    /// <summary>Words in two lines of about the same length; null where one of them would not fit.</summary>
    private static ImmutableArray<string>? Halved(List<string> letters, double widest)
    {
        var (best, longest) = (0, widest);
        for (var at = 1; at < letters.Count - 1; at++)
        {
            if (letters[at] != " ") continue;
            var longer = Math.Max(letters[..at].Sum(Width), letters[(at + 1)..].Sum(Width));
            if (longer <= longest) (best, longest) = (at, longer);
        }

        return best == 0 ? null : [string.Concat(letters[..best]), string.Concat(letters[(best + 1)..])];
    }

    /// <summary>Pixels across.</summary>
    public static int PixelsOf(string line) => (int)Math.Ceiling(Letters(line).Sum(Width) * LetterSize);

    /// <summary>A word is not torn apart, and a line neither begins with a stop nor leaves one character to the next.</summary>
    private static int Break(List<string> letters, int from, int to)
    {
        if (to >= letters.Count) return to;
        var space = letters.FindLastIndex(to, to - from, letter => letter == " ");
        if (space > from && Width(letters[to]) < 1) return space + 1;
        if (letters[to] is "，" or "。" or "、" or "；" or "）" or "？") return to < letters.Count - 1 ? to + 1 : to - 1;
        return letters.Count - to == 1 ? to - 1 : to;
    }

    private static List<string> Letters(string text)
    {
        var letters = new List<string>();
        for (var all = StringInfo.GetTextElementEnumerator(text); all.MoveNext();) letters.Add(all.GetTextElement());
        return letters;
    }

    private static double Width(string letter) => Width(letter[0]);

    private static double Width(char letter) => letter switch
    {
        < 'ư' when char.IsUpper(letter) => 0.72,
        < 'ư' => 0.56,
        _ => 1,
    };
}
