using System.Globalization;
using EGov.Runtime.People;
using Microsoft.AspNetCore.Identity.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;

namespace EGov.Runtime.Storage;

/// <summary>The one model. Databases differ only in the ten lines of <see cref="ForSqlite"/>, <see cref="ForPostgres"/> and <see cref="ForSqlServer"/>.</summary>
internal abstract partial class EGovDbContext(DbContextOptions options) : IdentityDbContext<Officer>(options)
{
    public DbSet<JournalRow> Journal => Set<JournalRow>();
    public DbSet<ReceiptRow> Receipts => Set<ReceiptRow>();
    public DbSet<CaseRow> Cases => Set<CaseRow>();
    public DbSet<WorkItemRow> WorkItems => Set<WorkItemRow>();
    public DbSet<EventWaitRow> EventWaits => Set<EventWaitRow>();
    public DbSet<RungRow> Rungs => Set<RungRow>();
    public DbSet<OutboxRow> Outbox => Set<OutboxRow>();
    public DbSet<ErrandRow> Errands => Set<ErrandRow>();
    public DbSet<TextRow> Texts => Set<TextRow>();
    public DbSet<ApplicationRow> Applications => Set<ApplicationRow>();
    public DbSet<DocumentRow> Documents => Set<DocumentRow>();
    public DbSet<DefinitionRow> Definitions => Set<DefinitionRow>();

    protected override void ConfigureConventions(ModelConfigurationBuilder configurationBuilder)
    {
        configurationBuilder.Properties<DateTimeOffset>().HaveConversion<UtcMilliseconds>();
        configurationBuilder.Properties<DateOnly>().HaveConversion<IsoDay>().HaveMaxLength(10);
    }

    protected override void OnModelCreating(ModelBuilder builder)
    {
        base.OnModelCreating(builder);
        builder.Entity<Officer>(it =>
        {
            it.Property(o => o.Parties).HasMaxLength(1000);
            it.Property(o => o.DisplayName).HasMaxLength(100);
            it.Property(o => o.DisplayNameEn).HasMaxLength(100);
            it.Ignore(o => o.PartyIds);
        });
        builder.Entity<JournalRow>().HasIndex(r => r.CommandId).IsUnique();
        // Whatever the hosts do at the same moment, of one process one version is published.
        builder.Entity<DefinitionRow>().HasIndex(r => r.DefinitionId).IsUnique().HasFilter("\"State\" = 'Published'");
        CreateViews(builder);
        CreateQueues(builder);
        CreateSupervision(builder);
    }

    private static void CreateViews(ModelBuilder builder)
    {
        builder.Entity<CaseRow>(it =>
        {
            it.HasIndex(r => r.WakeUpAt).HasFilter("\"WakeUpAt\" IS NOT NULL");
            it.HasIndex(r => new { r.DefinitionId, r.OpenedAt });
            it.HasIndex(r => r.OpenedBy);
            it.HasIndex(r => new { r.Status, r.Due });
        });
        builder.Entity<WorkItemRow>(it =>
        {
            it.HasIndex(r => new { r.Tray, r.NearestDue, r.OpenedAt, r.CaseId, r.Number }).HasFilter("\"ClosedAt\" IS NULL");
            it.HasIndex(r => new { r.Party, r.Holder, r.NearestDue }).HasFilter("\"ClosedAt\" IS NULL");
            it.HasIndex(r => new { r.CompletedBy, r.ClosedAt }).HasFilter("\"CompletedBy\" IS NOT NULL");
        });
        builder.Entity<EventWaitRow>().HasIndex(r => r.Name);
        builder.Entity<RungRow>().HasIndex(r => r.At);
    }

    private static void CreateQueues(ModelBuilder builder)
    {
        builder.Entity<OutboxRow>().HasIndex(r => new { r.State, r.DueAt });
        builder.Entity<DocumentRow>().HasIndex(r => r.ExpiresAt).HasFilter("\"ExpiresAt\" IS NOT NULL");
        builder.Entity<ErrandRow>().HasIndex(r => r.AskedAt).HasFilter("\"DoneAt\" IS NULL");
    }
}

/// <summary>The convention for instants: UTC, whole milliseconds since 1970.</summary>
internal sealed class UtcMilliseconds() : ValueConverter<DateTimeOffset, long>(
    at => at.ToUnixTimeMilliseconds(), stored => DateTimeOffset.FromUnixTimeMilliseconds(stored));

/// <summary>The convention for days: <c>2026-01-05</c>, which sorts and reads the same in every database.</summary>
internal sealed class IsoDay() : ValueConverter<DateOnly, string>(
    day => day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), stored => DateOnly.ParseExact(stored, "yyyy-MM-dd", CultureInfo.InvariantCulture));
