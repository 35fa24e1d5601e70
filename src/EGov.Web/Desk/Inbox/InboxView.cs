using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;
using EGov.Engine;
using EGov.Runtime.Inbox;
using EGov.Web.Desk.Trail;
using EGov.Web.Layout;

namespace EGov.Web.Desk.Inbox;

/// <summary>One line of a tray as it is shown.</summary>
/// <param name="Case">The number.</param>
/// <param name="WorkItem">The work; 0 for a case that waits for nobody.</param>
/// <param name="Title">Who applies, masked.</param>
/// <param name="Item">What for.</param>
/// <param name="Step">Where it stands.</param>
/// <param name="Under">What it waits for, or who holds it.</param>
/// <param name="Standing">How its limit stands, or null.</param>
/// <param name="Clock">Whose limit that is.</param>
/// <param name="Card">A card, or none.</param>
/// <param name="Note">When it was accepted or received.</param>
/// <param name="Like">What lines must have in common to be finished together.</param>
public sealed record InboxRowView(
    CaseId Case, int WorkItem, string Title, string Item, string Step, string Under, DueStanding? Standing, string Clock, IssuedCard Card, string Note, string Like)
{
    /// <summary>The line's own name in the page and in forms.</summary>
    public string Key => $"{Case}/{WorkItem}";

    /// <summary>The language of the step's title where it is not the page's; else null.</summary>
    public string? StepTongue { get; init; }

    /// <summary>From which list the case is opened; null where no list goes on.</summary>
    public CaseTrail? Trail { get; init; }

    /// <summary>True when its reader has not opened the case since this came.</summary>
    public bool IsUnread { get; init; }

    /// <summary>Where the limits of the case are counted day by day.</summary>
    public string DaysAddress => $"/cases/{Uri.EscapeDataString(Case.Value)}?tab=clocks";

    /// <summary>The page of the case.</summary>
    public string Address => CaseTrail.AddressOf(Case, Trail);
}

/// <summary>Lines that are due on the same day.</summary>
public sealed record InboxGroup(string Heading, ImmutableArray<InboxRowView> Rows);

/// <summary>A choice of a filter.</summary>
public sealed record InboxChoice(string Value, string Text);

/// <summary>A page of a tray as it is shown.</summary>
public sealed record InboxView
{
    /// <summary>What was asked.</summary>
    public required InboxAddress Address { get; init; }

    /// <summary>How much lies where.</summary>
    public required InboxCounts Counts { get; init; }

    /// <summary>The lines, by the day they are due.</summary>
    public required ImmutableArray<InboxGroup> Groups { get; init; }

    /// <summary>The page before, or null.</summary>
    public required string? Earlier { get; init; }

    /// <summary>The page after, or null.</summary>
    public required string? Later { get; init; }

    /// <summary>Today, and how many working days the week has left.</summary>
    public required string Today { get; init; }

    /// <summary>The colleague whose work is looked at, or null.</summary>
    public required string? Holder { get; init; }

    /// <summary>Items to choose from.</summary>
    public required ImmutableArray<InboxChoice> Items { get; init; }

    /// <summary>Steps to choose from, by item.</summary>
    public required ImmutableArray<(string Item, ImmutableArray<InboxChoice> Steps)> Steps { get; init; }

    /// <summary>Filters that were kept.</summary>
    public required ImmutableArray<SavedFilter> Saved { get; init; }

    /// <summary>Lines of the page.</summary>
    public int Count => Groups.Sum(group => group.Rows.Length);

    /// <summary>True where work can be taken or finished from the list.</summary>
    public bool MayAct => Address.Tray is InboxTray.Mine or InboxTray.Party;

    /// <summary>The same as long as the page shows the same.</summary>
    public string Seen => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Counts + string.Concat(Groups.SelectMany(group => group.Rows)))))[..16];
}
