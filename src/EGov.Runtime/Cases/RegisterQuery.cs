using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;

namespace EGov.Runtime.Cases;

/// <summary>What is looked for in the register; what is null does not matter.</summary>
public sealed record RegisterQuery
{
    /// <summary>Of this item.</summary>
    public string? DefinitionId { get; init; }

    /// <summary>In this state.</summary>
    public CaseStatus? Status { get; init; }

    /// <summary>Handed in by this person.</summary>
    public UserId? OpenedBy { get; init; }

    /// <summary>Whose number begins with this.</summary>
    public string? NumberBegins { get; init; }

    /// <summary>Received on this day or later.</summary>
    public DateOnly? ReceivedFrom { get; init; }

    /// <summary>Received on this day or earlier.</summary>
    public DateOnly? ReceivedUntil { get; init; }

    /// <summary>With a running clock due before this day.</summary>
    public DateOnly? DueBefore { get; init; }

    /// <summary>Of one of these items; empty for any.</summary>
    public ImmutableArray<string> DefinitionIds { get; init; } = [];

    /// <summary>On this version of its process.</summary>
    public int? DefinitionVersion { get; init; }

    /// <summary>In one of these states; empty for any.</summary>
    public ImmutableArray<CaseStatus> Statuses { get; init; } = [];

    /// <summary>With (true) or without a fault that waits for an officer.</summary>
    public bool? HasIncidents { get; init; }

    /// <summary>One of these cases.</summary>
    public ImmutableArray<CaseId>? Cases { get; init; }

    /// <summary>What must be true of its moments; all of it.</summary>
    public ImmutableArray<MomentFilter> Moments { get; init; } = [];

    /// <summary>Only what this officer may read.</summary>
    public Readership? Readable { get; init; }

    /// <summary>What comes first.</summary>
    public RegisterOrder Order { get; init; } = RegisterOrder.Opened;

    /// <summary>The latest, or the highest number, first.</summary>
    public bool Descending { get; init; } = true;

    /// <summary>Skips so many.</summary>
    public int Skip { get; init; }

    /// <summary>Gives at most so many; 1 to 1000.</summary>
    public int Take { get; init; } = 50;
}

/// <summary>What cases are sorted and compared by.</summary>
public enum RegisterOrder
{
    /// <summary>When it was handed in.</summary>
    Opened,

    /// <summary>When an order last changed it; looked up in the journal, so it takes longest.</summary>
    Changed,

    /// <summary>When it was over; those still open count as earlier than all.</summary>
    Closed,

    /// <summary>Its number.</summary>
    Number,
}

/// <summary>How a moment is compared.</summary>
public enum MomentComparison
{
    /// <summary>The same millisecond.</summary>
    Is,

    /// <summary>Another one, or never.</summary>
    IsNot,

    /// <summary>Later.</summary>
    GreaterThan,

    /// <summary>Then or later.</summary>
    GreaterThanOrEqual,

    /// <summary>Earlier.</summary>
    LessThan,

    /// <summary>Then or earlier.</summary>
    LessThanOrEqual,
}

/// <summary>What must be true of a moment of the case.</summary>
/// <param name="Of">Opened, changed or closed.</param>
/// <param name="Comparison">How it is compared.</param>
/// <param name="Moment">With what; to the millisecond.</param>
public sealed record MomentFilter(RegisterOrder Of, MomentComparison Comparison, DateTimeOffset Moment);

/// <summary>What an officer may read: cases of processes that name one of his parties, those with work of his unit there, and those with open work for him.</summary>
/// <param name="Officer">Who.</param>
/// <param name="Parties">His parties.</param>
/// <param name="Versions">The versions of processes that name one of them.</param>
public sealed record Readership(UserId Officer, ImmutableArray<PartyId> Parties, ImmutableArray<(string DefinitionId, int Version)> Versions);
