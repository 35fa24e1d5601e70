using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Storage;

// Every table of ours, read as one: plain rows that never leave this folder. Instants are UTC, stored as milliseconds; days as ISO text.

/// <summary>One accepted order with all it caused, as written once: the truth of a case, and the order's receipt.</summary>
[Table("Journal"), PrimaryKey(nameof(JournalRow.CaseId), nameof(JournalRow.FirstVersion))]
internal sealed class JournalRow
{
    [MaxLength(50)] public required string CaseId { get; set; }
    public int FirstVersion { get; set; }
    public int LastVersion { get; set; }
    public DateTimeOffset At { get; set; }
    [MaxLength(150)] public required string CommandId { get; set; }

    /// <summary>The entry's canonical text, packed (<see cref="EntryText"/>).</summary>
    public required byte[] Text { get; set; }

    [MaxLength(64)] public required string Hash { get; set; }
}

/// <summary>An order that caused nothing, because it was refused or changed nothing, and what it was answered.</summary>
[Table("Receipts"), PrimaryKey(nameof(ReceiptRow.CommandId))]
internal sealed class ReceiptRow
{
    [MaxLength(150)] public required string CommandId { get; set; }
    [MaxLength(50)] public required string CaseId { get; set; }
    public int Version { get; set; }
    [MaxLength(64)] public required string CommandHash { get; set; }
    public string? Refusal { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>View: one line per case, and when it must be woken.</summary>
[Table("Cases"), PrimaryKey(nameof(CaseRow.CaseId))]
internal sealed class CaseRow
{
    [MaxLength(50)] public required string CaseId { get; set; }
    [MaxLength(100)] public required string DefinitionId { get; set; }
    public int DefinitionVersion { get; set; }

    /// <summary>The edition of the working calendar its clocks are counted with.</summary>
    [MaxLength(40)] public required string CalendarVersion { get; set; }

    [MaxLength(20)] public required string Status { get; set; }
    [MaxLength(200)] public string? Outcome { get; set; }
    public string? Name { get; set; }
    [MaxLength(50)] public string? OpenedBy { get; set; }
    public bool ByApplicant { get; set; }
    [MaxLength(100)] public string? Place { get; set; }
    public DateOnly ReceivedOn { get; set; }
    public DateOnly? AcceptedOn { get; set; }
    public DateOnly? DecidedOn { get; set; }
    [MaxLength(200)] public string? Decision { get; set; }
    public DateOnly? Due { get; set; }
    public DateTimeOffset OpenedAt { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    public DateTimeOffset? WakeUpAt { get; set; }

    /// <summary>When supervision must look at it again at the latest; never after the moment of its next card.</summary>
    public DateTimeOffset? WatchAt { get; set; }
}

/// <summary>View: work laid out for a party, open and done; the party is the real unit's seat.</summary>
[Table("WorkItems"), PrimaryKey(nameof(WorkItemRow.CaseId), nameof(WorkItemRow.Number))]
internal sealed class WorkItemRow
{
    [MaxLength(50)] public required string CaseId { get; set; }
    public int Number { get; set; }
    public int Instance { get; set; }
    [MaxLength(200)] public required string Activity { get; set; }
    [MaxLength(20)] public required string Kind { get; set; }
    public DateTimeOffset OpenedAt { get; set; }
    [MaxLength(100)] public required string Party { get; set; }
    [MaxLength(50)] public string? Holder { get; set; }
    [MaxLength(200)] public string? Choice { get; set; }
    [MaxLength(50)] public string? CompletedBy { get; set; }
    public DateOnly? Due { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
    [MaxLength(100)] public required string DefinitionId { get; set; }
    public int DefinitionVersion { get; set; }

    /// <summary>Whose desk it lies on: the officer who holds it, or the party while nobody does (<see cref="Tray"/>).</summary>
    [MaxLength(110)] public required string Tray { get; set; }

    /// <summary>Nearest due date of the case's own clocks.</summary>
    public DateOnly? CaseDue { get; set; }

    /// <summary>The nearer of both dates, by which trays are sorted; the last day there is while no clock runs.</summary>
    public DateOnly NearestDue { get; set; }

    /// <summary>Working days of the clock that is nearest; 0 without one.</summary>
    public int Limit { get; set; }

    /// <summary>Working days that will be left when the clock goes on; null unless it stands still.</summary>
    public int? PausedWith { get; set; }
}

/// <summary>View: which cases wait for an event of a name.</summary>
[Table("EventWaits"), PrimaryKey(nameof(EventWaitRow.CaseId), nameof(EventWaitRow.Instance), nameof(EventWaitRow.Name))]
internal sealed class EventWaitRow
{
    [MaxLength(50)] public required string CaseId { get; set; }
    public int Instance { get; set; }
    [MaxLength(200)] public required string Name { get; set; }
}

/// <summary>View: rungs of ladders that fired: reminders and cards.</summary>
[Table("Rungs"), PrimaryKey(nameof(RungRow.CaseId), nameof(RungRow.EventNumber))]
internal sealed class RungRow
{
    [MaxLength(50)] public required string CaseId { get; set; }
    public int EventNumber { get; set; }
    [MaxLength(100)] public required string Clock { get; set; }
    [MaxLength(20)] public required string Act { get; set; }
    [MaxLength(100)] public string? Party { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>A message to be sent, keyed by the event that asked for it.</summary>
[Table("Outbox"), PrimaryKey(nameof(OutboxRow.CaseId), nameof(OutboxRow.EventNumber))]
internal sealed class OutboxRow
{
    [MaxLength(50)] public required string CaseId { get; set; }
    public int EventNumber { get; set; }
    [MaxLength(100)] public required string Party { get; set; }
    [MaxLength(100)] public required string Template { get; set; }
    public required string Arguments { get; set; }
    [MaxLength(20)] public required string State { get; set; }
    public int Attempts { get; set; }

    /// <summary>When the outbox looks at it next; once nothing is to be done by itself, since when.</summary>
    public DateTimeOffset DueAt { get; set; }

    public DateTimeOffset? SentAt { get; set; }

    /// <summary>The gateway of the latest attempt.</summary>
    [MaxLength(100)] public string? GatewayId { get; set; }

    [MaxLength(200)] public string? LastError { get; set; }

    /// <summary>The attempts before a clerk sent it on its way again; reports on them do not count any more.</summary>
    public int AttemptsBefore { get; set; }

    /// <summary>The weightiest delivery report, as the gateway numbers them.</summary>
    public int? Report { get; set; }

    public DateTimeOffset? ReportedAt { get; set; }

    /// <summary>The party that was asked to see to it.</summary>
    [MaxLength(100)] public string? Clerk { get; set; }

    [MaxLength(20)] public string? Settlement { get; set; }
    [MaxLength(50)] public string? SettledBy { get; set; }
    public DateTimeOffset? SettledAt { get; set; }

    /// <summary>What the clerk wrote along with it; erasable.</summary>
    [MaxLength(500)] public string? SettlementNote { get; set; }
}

/// <summary>An order one case has for another.</summary>
[Table("Errands"), PrimaryKey(nameof(ErrandRow.CaseId), nameof(ErrandRow.EventNumber))]
internal sealed class ErrandRow
{
    [MaxLength(50)] public required string CaseId { get; set; }
    public int EventNumber { get; set; }
    [MaxLength(20)] public required string Kind { get; set; }
    [MaxLength(200)] public required string Target { get; set; }
    [MaxLength(200)] public required string Text { get; set; }
    public required string Payload { get; set; }
    public int Instance { get; set; }
    public DateTimeOffset AskedAt { get; set; }
    public DateTimeOffset? DoneAt { get; set; }
    [MaxLength(50)] public string? Refusal { get; set; }
}

/// <summary>A free text the journal commits to; erasable.</summary>
[Table("Texts"), PrimaryKey(nameof(TextRow.CaseId), nameof(TextRow.Hash))]
internal sealed class TextRow
{
    [MaxLength(50)] public required string CaseId { get; set; }
    [MaxLength(64)] public required string Hash { get; set; }
    public required string Text { get; set; }
}

/// <summary>The personal part of an application; erasable.</summary>
[Table("Applications"), PrimaryKey(nameof(ApplicationRow.CaseId)), Index(nameof(ApplicationRow.IdNumber))]
internal sealed class ApplicationRow
{
    [MaxLength(50)] public required string CaseId { get; set; }
    public required string Form { get; set; }
    [MaxLength(200)] public required string Applicant { get; set; }
    [MaxLength(20)] public required string IdKind { get; set; }
    [MaxLength(50)] public required string IdNumber { get; set; }
    [MaxLength(30)] public required string Phone { get; set; }
    [MaxLength(20)] public required string Channel { get; set; }
    [MaxLength(200)] public string? QueryPasswordHash { get; set; }

    /// <summary>In which language messages go; null takes the office's.</summary>
    [MaxLength(10)] public string? Language { get; set; }

    /// <summary>Where messages go by e-mail, by the applicant's choice; null sends them to the telephone.</summary>
    [MaxLength(254)] public string? Email { get; set; }
}

/// <summary>A stored file, known by its content; the name is erasable.</summary>
[Table("Documents"), PrimaryKey(nameof(DocumentRow.Hash))]
internal sealed class DocumentRow
{
    [MaxLength(64)] public required string Hash { get; set; }
    public long Bytes { get; set; }
    [MaxLength(50)] public required string MediaType { get; set; }
    [MaxLength(255)] public string? Name { get; set; }
    public DateTimeOffset StoredAt { get; set; }

    /// <summary>When it may be forgotten, because nothing that was handed in holds it yet; null keeps it for good.</summary>
    public DateTimeOffset? ExpiresAt { get; set; }
}

/// <summary>One version of a definition, text byte for byte, with who did what to it.</summary>
[Table("Definitions"), PrimaryKey(nameof(DefinitionRow.DefinitionId), nameof(DefinitionRow.Version))]
internal sealed class DefinitionRow
{
    [MaxLength(100)] public required string DefinitionId { get; set; }
    public int Version { get; set; }
    [MaxLength(20)] public required string State { get; set; }
    [MaxLength(64)] public required string Hash { get; set; }

    /// <summary>How often it was saved.</summary>
    public int Revision { get; set; }

    [MaxLength(100)] public required string Name { get; set; }
    [MaxLength(2000)] public string? Description { get; set; }

    /// <summary>The version it was made from, as <c>definition/version</c>, or the template.</summary>
    [MaxLength(150)] public string? MadeFrom { get; set; }

    public DateTimeOffset CreatedAt { get; set; }
    public DateTimeOffset SavedAt { get; set; }
    [MaxLength(50)] public required string SavedBy { get; set; }
    public DateTimeOffset? PublishedAt { get; set; }
    [MaxLength(50)] public string? PublishedBy { get; set; }
    [MaxLength(2000)] public string? PublishedReason { get; set; }
    public DateTimeOffset? RetiredAt { get; set; }
    [MaxLength(50)] public string? RetiredBy { get; set; }
    [MaxLength(2000)] public string? RetiredReason { get; set; }

    /// <summary>Last, so that a list of versions need not read past it.</summary>
    public required string Text { get; set; }
}
