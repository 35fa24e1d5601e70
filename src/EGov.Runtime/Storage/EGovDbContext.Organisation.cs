using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Storage;

/// <summary>Units, posts and delegated power.</summary>
internal abstract partial class EGovDbContext
{
    public DbSet<UnitRow> Units => Set<UnitRow>();
    public DbSet<PostRow> Posts => Set<PostRow>();
    public DbSet<DelegationRow> Delegations => Set<DelegationRow>();
}
