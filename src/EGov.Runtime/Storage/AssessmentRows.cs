using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Storage;

/// <summary>A period that was assessed for good. Rows are added and read; nothing changes or removes one.</summary>
[Table("Assessments"), PrimaryKey(nameof(AssessmentRow.Period))]
internal sealed class AssessmentRow
{
    /// <summary><c>2026-09</c> or <c>2026Q3</c>.</summary>
    [MaxLength(7)] public required string Period { get; set; }

    /// <summary>SHA-256 of the text in UTF-8.</summary>
    [MaxLength(64)] public required string Hash { get; set; }

    public DateTimeOffset FrozenAt { get; set; }
    [MaxLength(50)] public required string FrozenBy { get; set; }

    /// <summary>Last, so that a list of periods need not read past it.</summary>
    public required string Text { get; set; }
}
