using System.Collections.Immutable;

namespace EGov.Runtime.Storage;

/// <summary>What is to be stored together or not at all, and on which condition.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="ExpectedVersion">Its version on which everything rests; null when it does not matter.</param>
/// <param name="CommandId">The order's id, which may be stored once; null when nothing is receipted.</param>
/// <param name="Statements">What to write.</param>
internal sealed record Commit(string CaseId, int? ExpectedVersion, string? CommandId, ImmutableArray<Statement> Statements)
{
    /// <summary>True when one statement may touch what another has written, so that their order matters.</summary>
    public bool IsInOrder { get; init; }
}

/// <summary>What became of a commit: stored, or the case had moved, or the order had been answered before.</summary>
internal abstract record CommitOutcome
{
    private CommitOutcome() { }

    public sealed record Stored : CommitOutcome
    {
        public static readonly Stored Once = new();
    }

    public sealed record Moved : CommitOutcome
    {
        public static readonly Moved On = new();
    }

    public sealed record Seen(StoredReceipt Receipt) : CommitOutcome;
}

/// <summary>A receipt as it is stored.</summary>
internal sealed record StoredReceipt(string CaseId, int Version, string CommandHash, string? Refusal, long AtMs);
