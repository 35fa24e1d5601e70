using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Storage;

// What officers keep on their desks beside the cases. None of it is in a journal.

/// <summary>A case an officer keeps an eye on.</summary>
[Table("Watches"), PrimaryKey(nameof(WatchRow.Officer), nameof(WatchRow.CaseId))]
internal sealed class WatchRow
{
    [MaxLength(50)] public required string Officer { get; set; }
    [MaxLength(50)] public required string CaseId { get; set; }
    public DateTimeOffset Since { get; set; }
}

/// <summary>When an officer last opened a case: what has come since is new to him.</summary>
[Table("CaseOpenings"), PrimaryKey(nameof(CaseOpeningRow.Officer), nameof(CaseOpeningRow.CaseId))]
internal sealed class CaseOpeningRow
{
    [MaxLength(50)] public required string Officer { get; set; }
    [MaxLength(50)] public required string CaseId { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>A filter of trays an officer has given a name.</summary>
[Table("SavedFilters"), PrimaryKey(nameof(SavedFilterRow.Officer), nameof(SavedFilterRow.Name))]
internal sealed class SavedFilterRow
{
    [MaxLength(50)] public required string Officer { get; set; }
    [MaxLength(30)] public required string Name { get; set; }
    [MaxLength(500)] public required string Address { get; set; }
    public DateTimeOffset SavedAt { get; set; }
}

/// <summary>Something an officer or a party is told on the page.</summary>
[Table("Notices"), PrimaryKey(nameof(NoticeRow.Id)), Index(nameof(NoticeRow.To), nameof(NoticeRow.At)), Index(nameof(NoticeRow.CaseId))]
internal sealed class NoticeRow
{
    /// <summary>Of the event that caused it, so that it is told once; made at random where no event did.</summary>
    [MaxLength(100)] public required string Id { get; set; }

    /// <summary>Whose desk it lies on (<see cref="Tray"/>).</summary>
    [MaxLength(110)] public required string To { get; set; }

    [MaxLength(50)] public required string CaseId { get; set; }
    public DateTimeOffset At { get; set; }
    [MaxLength(100)] public required string Kind { get; set; }
    public required string Arguments { get; set; }
    [MaxLength(50)] public string? By { get; set; }

    /// <summary>What somebody wrote along with it; erasable.</summary>
    [MaxLength(1000)] public string? Text { get; set; }
}

/// <summary>A notice an officer has read.</summary>
[Table("NoticeReads"), PrimaryKey(nameof(NoticeReadRow.Officer), nameof(NoticeReadRow.NoticeId))]
internal sealed class NoticeReadRow
{
    [MaxLength(50)] public required string Officer { get; set; }
    [MaxLength(100)] public required string NoticeId { get; set; }
}

/// <summary>Up to when an officer has read everything.</summary>
[Table("NoticeMarks"), PrimaryKey(nameof(NoticeMarkRow.Officer))]
internal sealed class NoticeMarkRow
{
    [MaxLength(50)] public required string Officer { get; set; }
    public DateTimeOffset ReadUpTo { get; set; }
}

/// <summary>A case a leader has asked an officer to see to, and what he answered.</summary>
[Table("Assignments"), PrimaryKey(nameof(AssignmentRow.Id)), Index(nameof(AssignmentRow.By), nameof(AssignmentRow.AssignedAt)), Index(nameof(AssignmentRow.To), nameof(AssignmentRow.AssignedAt))]
internal sealed class AssignmentRow
{
    [MaxLength(40)] public required string Id { get; set; }
    [MaxLength(50)] public required string CaseId { get; set; }
    [MaxLength(50)] public required string By { get; set; }
    [MaxLength(50)] public required string To { get; set; }
    [MaxLength(1000)] public required string Text { get; set; }
    public DateOnly DueOn { get; set; }
    public DateTimeOffset AssignedAt { get; set; }
    [MaxLength(1000)] public string? Reply { get; set; }
    public DateTimeOffset? RepliedAt { get; set; }
}
