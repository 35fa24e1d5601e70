using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Engine.Supervision;

namespace EGov.Runtime.Cases;

/// <summary>Where a case stands: its state, the hash of its last entry, and the definition it stays on.</summary>
internal sealed record CaseHead(WorkflowDefinition Workflow, CaseState State, string Hash)
{
    /// <summary>How far hosts' clocks may differ, and more.</summary>
    private static readonly TimeSpan Margin = TimeSpan.FromMinutes(10);

    /// <summary>What supervision knows of it.</summary>
    public WatchState Watch { get; init; } = WatchState.None;

    /// <summary>The rules that <see cref="Watch"/> was counted with.</summary>
    public RuleBook Book { get; init; } = RuleBook.Empty;

    /// <summary>The moment stored for supervision's next look, as far as this process knows; null when it does not.</summary>
    public DateTimeOffset? WatchAt { get; init; }

    /// <summary>What supervision knows, under these rules.</summary>
    public WatchState WatchedUnder(RuleBook book) => ReferenceEquals(Book, book) ? Watch : EGov.Engine.Supervision.Watch.Under(book, Watch);

    /// <summary>The moment that is stored for certain: nobody can have looked, and moved it on, before it came.</summary>
    public DateTimeOffset? CertainWatchAt(RuleBook book, DateTimeOffset now) => ReferenceEquals(Book, book) && WatchAt > now + Margin ? WatchAt : null;
}
