using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Storage;

/// <summary>What a window looked at when it took an application in; nothing of it is about people.</summary>
[Table("Intakes"), PrimaryKey(nameof(IntakeRow.CaseId))]
internal sealed class IntakeRow
{
    [MaxLength(50)] public required string CaseId { get; set; }
    [MaxLength(50)] public required string By { get; set; }
    public DateTimeOffset At { get; set; }
    [MaxLength(20)] public required string Presence { get; set; }
    [MaxLength(20)] public required string IdKind { get; set; }
    public bool NumberChecked { get; set; }

    /// <summary>Material → how it came, as JSON.</summary>
    public required string Materials { get; set; }
}
