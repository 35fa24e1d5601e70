using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;

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

    /// <summary>True when the statements cannot be stored unless the case still has the version: its key in the journal would be taken.</summary>
    public bool ClaimsItsVersion { get; init; }
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

/// <summary>A receipt as it is stored: a journal row, or a row of its own for an order that caused nothing.</summary>
/// <param name="CaseId">The case.</param>
/// <param name="Version">Its version afterwards.</param>
/// <param name="CommandHash">By what a repeat is recognised; empty when the entry tells.</param>
/// <param name="Refusal">Why it was refused; empty when it was not.</param>
/// <param name="AtMs">When it was answered.</param>
/// <param name="Entry">The journal entry, packed; null when there is none.</param>
internal sealed record StoredReceipt(string CaseId, int Version, string CommandHash, string Refusal, long AtMs, byte[]? Entry)
{
    /// <summary>True when this is the answer to the same order, not to another one under its id.</summary>
    public bool Answers(CaseId caseId, CaseCommand command)
    {
        if (Entry is null) return EntryText.HashOf(caseId, command) == CommandHash;
        var stored = EntryText.Read(Entry).Command;
        // An officer does not say in whose power he acts: it was found for him, and the journal holds it.
        var asked = command.By.ActingFor is null && command.By.User == stored.By.User && stored.By.ActingFor is not null ? command with { By = stored.By } : command;
        return EntryText.HashOf(caseId, asked) == EntryText.HashOf(new(CaseId), stored);
    }
}
