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

/// <summary>A filter of trays an officer has given a name.</summary>
[Table("SavedFilters"), PrimaryKey(nameof(SavedFilterRow.Officer), nameof(SavedFilterRow.Name))]
internal sealed class SavedFilterRow
{
    [MaxLength(50)] public required string Officer { get; set; }
    [MaxLength(30)] public required string Name { get; set; }
    [MaxLength(500)] public required string Address { get; set; }
    public DateTimeOffset SavedAt { get; set; }
}
