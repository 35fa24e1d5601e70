using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Storage;

/// <summary>Electronic supervision.</summary>
internal abstract partial class EGovDbContext
{
    public DbSet<RuleEditionRow> RuleEditions => Set<RuleEditionRow>();
    public DbSet<CardRow> Cards => Set<CardRow>();
    public DbSet<CardActRow> CardActs => Set<CardActRow>();
    public DbSet<SupervisionOrderRow> SupervisionOrders => Set<SupervisionOrderRow>();
    public DbSet<AdviceLetterRow> AdviceLetters => Set<AdviceLetterRow>();

    private static void CreateSupervision(ModelBuilder builder)
    {
        builder.Entity<CaseRow>().HasIndex(r => r.WatchAt).HasFilter("\"WatchAt\" IS NOT NULL");
        builder.Entity<CardRow>(it =>
        {
            it.HasIndex(r => r.Number);
            it.HasIndex(r => r.At);
            it.HasIndex(r => new { r.Party, r.At });
        });
    }
}
