using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Storage;

/// <summary>What the portal keeps beside the cases.</summary>
internal abstract partial class EGovDbContext
{
    public DbSet<SavedApplicationRow> SavedApplications => Set<SavedApplicationRow>();
    public DbSet<CaseMessageRow> CaseMessages => Set<CaseMessageRow>();
    public DbSet<RatingRow> Ratings => Set<RatingRow>();
}
