using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Storage;

// Electronic supervision: the rules, the cards they raised, and what people did about them.

/// <summary>One edition of the catalogue of rules, text byte for byte, in force until the next.</summary>
[Table("RuleEditions"), PrimaryKey(nameof(RuleEditionRow.Number))]
internal sealed class RuleEditionRow
{
    [DatabaseGenerated(DatabaseGeneratedOption.None)] public int Number { get; set; }
    public DateTimeOffset InForceFrom { get; set; }
    public DateTimeOffset StoredAt { get; set; }
    [MaxLength(64)] public required string Digest { get; set; }
    public required string Text { get; set; }
}

/// <summary>View: a card, as rules and journal give it; what people did about it stands in <see cref="CardActRow"/>.</summary>
[Table("Cards"), PrimaryKey(nameof(CardRow.CaseId), nameof(CardRow.Rule), nameof(CardRow.Subject))]
internal sealed class CardRow
{
    [MaxLength(50)] public required string CaseId { get; set; }
    [MaxLength(20)] public required string Rule { get; set; }
    [MaxLength(120)] public required string Subject { get; set; }
    public int RuleVersion { get; set; }

    /// <summary>监察编号.</summary>
    [MaxLength(30)] public required string Number { get; set; }

    [MaxLength(10)] public required string Severity { get; set; }
    public DateTimeOffset At { get; set; }
    [MaxLength(100)] public string? Party { get; set; }
    [MaxLength(50)] public string? Officer { get; set; }
    [MaxLength(200)] public string? Activity { get; set; }
    public DateOnly? Due { get; set; }
    [MaxLength(100)] public required string DefinitionId { get; set; }
    public int DefinitionVersion { get; set; }
}

/// <summary>What somebody did about a card; only ever added to. The text is erasable.</summary>
[Table("CardActs"), PrimaryKey(nameof(CardActRow.Id)), Index(nameof(CardActRow.Card), nameof(CardActRow.At))]
internal sealed class CardActRow
{
    /// <summary>Made of the click; a settlement's of the card, so that there is one.</summary>
    [MaxLength(50)] public required string Id { get; set; }

    /// <summary>The card's number.</summary>
    [MaxLength(30)] public required string Card { get; set; }

    [MaxLength(50)] public required string CaseId { get; set; }
    [MaxLength(10)] public required string Act { get; set; }
    [MaxLength(50)] public required string By { get; set; }
    public DateTimeOffset At { get; set; }
    [MaxLength(1000)] public required string Text { get; set; }
}

/// <summary>督办单: what a unit is told to do about a case, by when, and what it replied. Texts are erasable.</summary>
[Table("SupervisionOrders"), PrimaryKey(nameof(SupervisionOrderRow.Id)), Index(nameof(SupervisionOrderRow.CaseId)), Index(nameof(SupervisionOrderRow.DueOn))]
internal sealed class SupervisionOrderRow
{
    [MaxLength(50)] public required string Id { get; set; }
    [MaxLength(50)] public required string CaseId { get; set; }

    /// <summary>The card's number it came from; null when it came from none.</summary>
    [MaxLength(30)] public string? Card { get; set; }

    /// <summary>被督办机构.</summary>
    [MaxLength(100)] public required string Party { get; set; }

    [MaxLength(1000)] public required string Content { get; set; }
    [MaxLength(50)] public required string IssuedBy { get; set; }
    public DateTimeOffset IssuedAt { get; set; }
    public DateOnly DueOn { get; set; }
    [MaxLength(1000)] public string? Reply { get; set; }
    [MaxLength(50)] public string? RepliedBy { get; set; }
    public DateTimeOffset? RepliedAt { get; set; }
    [MaxLength(50)] public string? ClosedBy { get; set; }
    public DateTimeOffset? ClosedAt { get; set; }
}

/// <summary>监察建议书: what supervision advises a unit after looking at a time of its work.</summary>
[Table("AdviceLetters"), PrimaryKey(nameof(AdviceLetterRow.Id)), Index(nameof(AdviceLetterRow.IssuedAt))]
internal sealed class AdviceLetterRow
{
    [MaxLength(50)] public required string Id { get; set; }
    [MaxLength(100)] public required string Party { get; set; }
    public DateOnly From { get; set; }
    public DateOnly To { get; set; }

    /// <summary>Cards of the unit in that time, as they stood when the letter was written.</summary>
    public int Yellow { get; set; }
    public int Red { get; set; }
    public int Orders { get; set; }

    [MaxLength(4000)] public required string Text { get; set; }
    [MaxLength(50)] public required string IssuedBy { get; set; }
    public DateTimeOffset IssuedAt { get; set; }
    public DateOnly? ReplyDueOn { get; set; }
}
