using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json;
using EGov.Runtime.Supervision;
using EGov.Web.Supervision.Cards;

namespace EGov.Web.Supervision.Overview;

/// <summary>A line of a table of the board.</summary>
/// <param name="Id">Stays the same from one look to the next, so that the reader's place is kept.</param>
/// <param name="Name">Body, item or street.</param>
/// <param name="Address">Where its cards are listed.</param>
/// <param name="Open">Open cases.</param>
/// <param name="Paused">Of those, with a clock that stands still.</param>
/// <param name="Yellow">Unsettled yellow cards.</param>
/// <param name="Red">Unsettled red cards.</param>
/// <param name="Orders">Unsettled orders by rule.</param>
public sealed record BoardRow(string Id, string Name, string Address, int Open, int Paused, int Yellow, int Red, int Orders)
{
    public int Cards => Yellow + Red + Orders;
}

/// <summary>A table of the board.</summary>
/// <param name="Key">Which: <c>body</c>, <c>item</c> or <c>street</c>.</param>
/// <param name="Rows">Its lines, the most red first.</param>
public sealed record BoardTable(string Key, ImmutableArray<BoardRow> Rows);

/// <summary>One of the three zeroes (三个零): must be 0.</summary>
/// <param name="Key"><c>untaken</c>, <c>unhandled</c> or <c>unpublished</c>.</param>
/// <param name="Count">Unsettled cards.</param>
/// <param name="Address">Where they are listed.</param>
public sealed record ZeroLine(string Key, int Count, string Address);

/// <summary>The board of supervision (监察看板) as it stands.</summary>
public sealed record OverviewView(
    BoardCounts Counts, ImmutableArray<BoardTable> Tables, ImmutableArray<ZeroLine> Zeroes, ImmutableArray<MonthLine> Months, ImmutableArray<ShownCard> Latest, int Unsettled)
{
    private static readonly JsonSerializerOptions AllOfIt = new() { IncludeFields = true };

    /// <summary>As of when; not part of what is compared.</summary>
    public DateTimeOffset At { get; init; }

    /// <summary>Changes when anything that is shown changes, and with nothing else.</summary>
    public string Seen { get; } = Convert.ToHexStringLower(SHA256.HashData(JsonSerializer.SerializeToUtf8Bytes(new { Counts, Tables, Zeroes, Months, Latest, Unsettled }, AllOfIt)))[..16];

    /// <summary>The same board, asked for again.</summary>
    public string Refresh => "/supervision?seen=" + Seen;
}
