using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Storage;

// What administration keeps: who is signed in, who changed what, and what was changed.

/// <summary>Somebody is signed in. A cookie or token is worth nothing once its session is revoked.</summary>
[Table("Sessions"), PrimaryKey(nameof(SessionRow.Id)), Index(nameof(SessionRow.UserName))]
internal sealed class SessionRow
{
    [MaxLength(64)] public required string Id { get; set; }
    [MaxLength(50)] public required string UserName { get; set; }
    public DateTimeOffset StartedAt { get; set; }
    public DateTimeOffset SeenAt { get; set; }

    /// <summary>What the browser or program says it is.</summary>
    [MaxLength(200)] public required string Device { get; set; }

    public DateTimeOffset? EndedAt { get; set; }
    [MaxLength(50)] public string? EndedBy { get; set; }
}

/// <summary>An act of administration; appended, never changed, and without personal data.</summary>
[Table("AdministrativeActs"), PrimaryKey(nameof(AdministrativeActRow.Number)), Index(nameof(AdministrativeActRow.At))]
internal sealed class AdministrativeActRow
{
    [DatabaseGenerated(DatabaseGeneratedOption.Identity)] public long Number { get; set; }
    public DateTimeOffset At { get; set; }
    [MaxLength(50)] public required string By { get; set; }
    [MaxLength(50)] public required string Act { get; set; }

    /// <summary>On whom or what: an account, a template, a calendar.</summary>
    [MaxLength(200)] public required string Subject { get; set; }

    /// <summary>Codes of what was changed.</summary>
    [MaxLength(1000)] public required string Change { get; set; }
}

/// <summary>An edition of the working calendar; appended, never changed.</summary>
[Table("CalendarEditions"), PrimaryKey(nameof(CalendarEditionRow.Number)), Index(nameof(CalendarEditionRow.Version), IsUnique = true)]
internal sealed class CalendarEditionRow
{
    [DatabaseGenerated(DatabaseGeneratedOption.None)] public int Number { get; set; }
    [MaxLength(40)] public required string Version { get; set; }

    /// <summary>The version it took the place of; null for the first.</summary>
    [MaxLength(40)] public string? Amends { get; set; }

    /// <summary>Byte for byte.</summary>
    public required string Text { get; set; }

    [MaxLength(64)] public required string Digest { get; set; }
    public DateTimeOffset At { get; set; }
    [MaxLength(50)] public required string By { get; set; }
    [MaxLength(500)] public required string Reason { get; set; }
}

/// <summary>View: a due date that another edition of the working calendar moved.</summary>
[Table("RedatedClocks"), PrimaryKey(nameof(RedatedClockRow.CaseId), nameof(RedatedClockRow.EventNumber), nameof(RedatedClockRow.Clock))]
[Index(nameof(RedatedClockRow.Edition), nameof(RedatedClockRow.CaseId))]
internal sealed class RedatedClockRow
{
    [MaxLength(50)] public required string CaseId { get; set; }
    public int EventNumber { get; set; }
    [MaxLength(100)] public required string Clock { get; set; }
    [MaxLength(100)] public required string DefinitionId { get; set; }
    [MaxLength(40)] public required string Edition { get; set; }
    public DateOnly Before { get; set; }
    public DateOnly After { get; set; }
    public DateTimeOffset At { get; set; }
}

/// <summary>Words of a message that take the place of the item's own; every version is kept.</summary>
[Table("MessageTemplates"), PrimaryKey(nameof(MessageTemplateRow.DefinitionId), nameof(MessageTemplateRow.Template), nameof(MessageTemplateRow.Version))]
internal sealed class MessageTemplateRow
{
    [MaxLength(100)] public required string DefinitionId { get; set; }
    [MaxLength(100)] public required string Template { get; set; }
    public int Version { get; set; }
    [MaxLength(1000)] public required string Chinese { get; set; }
    [MaxLength(1000)] public required string English { get; set; }
    public DateTimeOffset SavedAt { get; set; }
    [MaxLength(50)] public required string SavedBy { get; set; }
}
