using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Storage;

// What belongs to handling a case and stands in no journal.

/// <summary>An opinion an officer has begun to write; gone once he has acted. Erasable.</summary>
[Table("OpinionDrafts"), PrimaryKey(nameof(OpinionDraftRow.CaseId), nameof(OpinionDraftRow.Officer))]
internal sealed class OpinionDraftRow
{
    [MaxLength(50)] public required string CaseId { get; set; }
    [MaxLength(50)] public required string Officer { get; set; }
    public DateTimeOffset SavedAt { get; set; }
    [MaxLength(2000)] public required string Text { get; set; }
}

/// <summary>The set phrases of an officer or, without one, of the whole office: one a line.</summary>
[Table("Phrases"), PrimaryKey(nameof(PhraseRow.Owner))]
internal sealed class PhraseRow
{
    [MaxLength(50)] public required string Owner { get; set; }
    [MaxLength(4000)] public required string Lines { get; set; }
}

/// <summary>Who looked at personal data in full, when, and at which fields.</summary>
[Table("AccessLog"), PrimaryKey(nameof(AccessRow.Id)), Index(nameof(AccessRow.CaseId), nameof(AccessRow.At)), Index(nameof(AccessRow.At))]
internal sealed class AccessRow
{
    [MaxLength(32)] public required string Id { get; set; }
    [MaxLength(50)] public required string CaseId { get; set; }
    [MaxLength(50)] public required string Officer { get; set; }
    public DateTimeOffset At { get; set; }
    [MaxLength(1000)] public required string Fields { get; set; }
}
