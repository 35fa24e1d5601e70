using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Storage;

// The portal's tables. All of it is about people, none of it is in a journal, and all of it is erasable.

/// <summary>An application that is not handed in yet; it goes when its time is over.</summary>
[Table("SavedApplications"), PrimaryKey(nameof(SavedApplicationRow.Key)), Index(nameof(SavedApplicationRow.ExpiresAt))]
internal sealed class SavedApplicationRow
{
    /// <summary>What the resume code is known by; the code itself is stored nowhere.</summary>
    [MaxLength(64)] public required string Key { get; set; }

    public DateTimeOffset ExpiresAt { get; set; }

    /// <summary>Sealed by the web: unreadable here.</summary>
    public required string Content { get; set; }
}

/// <summary>A message between an applicant and the office that has his case.</summary>
[Table("CaseMessages"), PrimaryKey(nameof(CaseMessageRow.CaseId), nameof(CaseMessageRow.Number))]
internal sealed class CaseMessageRow
{
    [MaxLength(50)] public required string CaseId { get; set; }
    public int Number { get; set; }
    public DateTimeOffset At { get; set; }

    /// <summary>The officer; null for the applicant.</summary>
    [MaxLength(50)] public string? By { get; set; }

    /// <summary>The party the officer wrote for.</summary>
    [MaxLength(100)] public string? Party { get; set; }

    public DateTimeOffset? ReadAt { get; set; }
    [MaxLength(2000)] public required string Text { get; set; }
}

/// <summary>What an applicant thought of how his case was handled, and of what was done about it.</summary>
[Table("Ratings"), PrimaryKey(nameof(RatingRow.CaseId)), Index(nameof(RatingRow.RatedAt))]
internal sealed class RatingRow
{
    [MaxLength(50)] public required string CaseId { get; set; }
    public int Grade { get; set; }
    [MaxLength(1000)] public string? Text { get; set; }
    public DateTimeOffset RatedAt { get; set; }
    [MaxLength(1000)] public string? Repair { get; set; }
    [MaxLength(50)] public string? RepairedBy { get; set; }
    public DateTimeOffset? RepairedAt { get; set; }
    public int? GradeAfterRepair { get; set; }
    public DateTimeOffset? RatedAgainAt { get; set; }
}
