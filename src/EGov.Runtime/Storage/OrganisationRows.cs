using System.ComponentModel.DataAnnotations;
using System.ComponentModel.DataAnnotations.Schema;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Storage;

// Who the office is made of, and who may decide for whom.

/// <summary>A unit of the district.</summary>
[Table("Units"), PrimaryKey(nameof(UnitRow.Id))]
internal sealed class UnitRow
{
    [MaxLength(60)] public required string Id { get; set; }
    [MaxLength(20)] public required string Level { get; set; }
    [MaxLength(100)] public required string Name { get; set; }
    [MaxLength(100)] public required string NameEn { get; set; }
    [MaxLength(60)] public string? Block { get; set; }
    [MaxLength(60)] public string? Line { get; set; }
    public DateOnly? ClosedOn { get; set; }

    /// <summary>Its place in the list.</summary>
    public int Place { get; set; }
}

/// <summary>A post of a unit, known by its seat.</summary>
[Table("Posts"), PrimaryKey(nameof(PostRow.Seat)), Index(nameof(PostRow.UnitId))]
internal sealed class PostRow
{
    [MaxLength(100)] public required string Seat { get; set; }
    [MaxLength(60)] public required string UnitId { get; set; }
    [MaxLength(30)] public required string Role { get; set; }
    [MaxLength(100)] public required string Name { get; set; }
    [MaxLength(100)] public required string NameEn { get; set; }
    public int Grade { get; set; }

    /// <summary>Its duty rota, separated by semicolons.</summary>
    [MaxLength(500)] public string? Duty { get; set; }

    /// <summary>Its place among the posts of its unit.</summary>
    public int Place { get; set; }
}

/// <summary>An entry of the delegation register. It is written once; only its revocation is added.</summary>
[Table("Delegations"), PrimaryKey(nameof(DelegationRow.Id)), Index(nameof(DelegationRow.Owner)), Index(nameof(DelegationRow.Delegate))]
internal sealed class DelegationRow
{
    [MaxLength(32)] public required string Id { get; set; }
    [MaxLength(50)] public required string Owner { get; set; }
    [MaxLength(50)] public required string Delegate { get; set; }

    /// <summary>Items it is for, separated by commas; null for all.</summary>
    [MaxLength(2000)] public string? Items { get; set; }

    public DateOnly From { get; set; }
    public DateOnly Until { get; set; }
    [MaxLength(500)] public required string Reason { get; set; }
    [MaxLength(50)] public required string MadeBy { get; set; }
    public DateTimeOffset MadeAt { get; set; }
    [MaxLength(50)] public string? RevokedBy { get; set; }
    public DateTimeOffset? RevokedAt { get; set; }
}
