using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Storage;

/// <summary>What officers keep on their desks.</summary>
internal abstract partial class EGovDbContext
{
    public DbSet<WatchRow> Watches => Set<WatchRow>();
    public DbSet<CaseOpeningRow> CaseOpenings => Set<CaseOpeningRow>();
    public DbSet<SavedFilterRow> SavedFilters => Set<SavedFilterRow>();
    public DbSet<NoticeRow> Notices => Set<NoticeRow>();
    public DbSet<NoticeReadRow> NoticeReads => Set<NoticeReadRow>();
    public DbSet<NoticeMarkRow> NoticeMarks => Set<NoticeMarkRow>();
    public DbSet<AssignmentRow> Assignments => Set<AssignmentRow>();
}
