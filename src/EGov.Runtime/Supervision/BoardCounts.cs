using System.Collections.Immutable;

namespace EGov.Runtime.Supervision;

/// <summary>Unsettled cards of one seat, item, place or rule.</summary>
/// <param name="Key">Its id; empty when there is none, as for cases filed online.</param>
/// <param name="Yellow">Yellow cards.</param>
/// <param name="Red">Red cards.</param>
/// <param name="Orders">Orders.</param>
public sealed record BoardLine(string Key, int Yellow, int Red, int Orders);

/// <summary>All cards of a month, settled or not.</summary>
/// <param name="Month">Its first day.</param>
/// <param name="Yellow">Yellow cards.</param>
/// <param name="Red">Red cards.</param>
/// <param name="Orders">Orders.</param>
public sealed record MonthLine(DateOnly Month, int Yellow, int Red, int Orders);

/// <summary>What the board of supervision (监察看板) counts.</summary>
/// <param name="Open">Cases that are open (在办).</param>
/// <param name="DueToday">Of these, due today.</param>
/// <param name="NewToday">Cases handed in today.</param>
/// <param name="Paused">Open cases with work whose clock stands still.</param>
/// <param name="Yellow">Unsettled yellow cards, and of today.</param>
/// <param name="Red">Unsettled red cards, and of today.</param>
/// <param name="Orders">Unsettled orders by rule, and of today.</param>
public sealed record BoardCounts(int Open, int DueToday, int NewToday, int Paused, (int All, int Today) Yellow, (int All, int Today) Red, (int All, int Today) Orders)
{
    /// <summary>By seat, the most red first, at most 200.</summary>
    public ImmutableArray<BoardLine> ByParty { get; init; } = [];

    /// <summary>By the item's process.</summary>
    public ImmutableArray<BoardLine> ByItem { get; init; } = [];

    /// <summary>By place of filing.</summary>
    public ImmutableArray<BoardLine> ByPlace { get; init; } = [];

    /// <summary>By rule.</summary>
    public ImmutableArray<BoardLine> ByRule { get; init; } = [];

    /// <summary>The last twelve months that have cards, in order.</summary>
    public ImmutableArray<MonthLine> ByMonth { get; init; } = [];

    /// <summary>The three zeroes (发而不收、收而不办、办而不公开): unsettled cards of each.</summary>
    public (int Untaken, int Unhandled, int Unpublished) Zeroes { get; init; }
}
