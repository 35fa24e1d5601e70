using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;

namespace EGov.Runtime.Inbox;

/// <summary>Which card supervision has issued in a case.</summary>
public enum IssuedCard
{
    /// <summary>None.</summary>
    None,

    /// <summary>黄牌.</summary>
    Yellow,

    /// <summary>红牌.</summary>
    Red,
}

/// <summary>One line of a tray: a work item of a case, or a watched case itself.</summary>
public sealed record InboxLine
{
    /// <summary>The case.</summary>
    public required CaseId Case { get; init; }

    /// <summary>The work item; 0 where the line is about a case that waits for nobody.</summary>
    public required int WorkItem { get; init; }

    /// <summary>The item.</summary>
    public required string DefinitionId { get; init; }

    /// <summary>The version it runs on.</summary>
    public required int DefinitionVersion { get; init; }

    /// <summary>The step, or null.</summary>
    public required ActivityId? Activity { get; init; }

    /// <summary>Who is to do it, or null.</summary>
    public required PartyId? Party { get; init; }

    /// <summary>Who took it, or null.</summary>
    public required UserId? Holder { get; init; }

    /// <summary>Since when it waits, or when it was done.</summary>
    public required DateTimeOffset At { get; init; }

    /// <summary>The nearest due date; null while no clock runs.</summary>
    public required DateOnly? Due { get; init; }

    /// <summary>True when it is the step that is due then, not the case.</summary>
    public required bool IsStepDue { get; init; }

    /// <summary>Working days of that clock; 0 without one.</summary>
    public required int Limit { get; init; }

    /// <summary>Working days that will be left when the clock goes on; null unless it stands still.</summary>
    public required int? PausedWith { get; init; }

    /// <summary>What was chosen, in the tray of what is done.</summary>
    public string? Choice { get; init; }

    /// <summary>Where the case stands.</summary>
    public required CaseStatus Status { get; init; }

    /// <summary>The day it was received.</summary>
    public required DateOnly ReceivedOn { get; init; }

    /// <summary>The day it was accepted, or null.</summary>
    public required DateOnly? AcceptedOn { get; init; }

    /// <summary>Who applies, unmasked; null when it was erased.</summary>
    public required string? Applicant { get; init; }

    /// <summary>By what kind of document he is known: a person's names are masked, a company's are not.</summary>
    public required string? IdKind { get; init; }

    /// <summary>The worst card there is.</summary>
    public required IssuedCard Card { get; init; }

    /// <summary>True for open work whose case the reader has not opened since it was laid out.</summary>
    public bool IsUnread { get; init; }

    /// <summary>What else the case waits for.</summary>
    public ImmutableArray<PartyId> WaitsFor { get; init; } = [];

    /// <summary>Where it stands in its tray.</summary>
    public InboxPlace Place => new(Due ?? DateOnly.MaxValue, At, Case, WorkItem);
}

/// <summary>A page of a tray.</summary>
/// <param name="Lines">In order.</param>
/// <param name="HasEarlier">True when there is a page before.</param>
/// <param name="HasLater">True when there is a page after.</param>
public sealed record InboxPage(ImmutableArray<InboxLine> Lines, bool HasEarlier, bool HasLater);

/// <summary>How much lies on each desk, counted to a bound.</summary>
/// <param name="Mine">What I hold.</param>
/// <param name="Party">What nobody holds.</param>
/// <param name="Watched">Cases I watch.</param>
/// <param name="Overdue">Of what I hold, what is past its date.</param>
public sealed record InboxCounts(int Mine, int Party, int Watched, int Overdue)
{
    /// <summary>No count goes further; what reaches it is told as this many or more.</summary>
    public const int Most = 1000;

    /// <summary>Messages that may not have arrived and wait for my parties.</summary>
    public int Unsettled { get; init; }
}
