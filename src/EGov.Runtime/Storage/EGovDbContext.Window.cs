using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Storage;

/// <summary>What windows and administration keep beside the cases.</summary>
internal abstract partial class EGovDbContext
{
    public DbSet<IntakeRow> Intakes => Set<IntakeRow>();
    public DbSet<SessionRow> Sessions => Set<SessionRow>();
    public DbSet<AdministrativeActRow> AdministrativeActs => Set<AdministrativeActRow>();
    public DbSet<CalendarEditionRow> CalendarEditions => Set<CalendarEditionRow>();
    public DbSet<RedatedClockRow> RedatedClocks => Set<RedatedClockRow>();
    public DbSet<MessageTemplateRow> MessageTemplates => Set<MessageTemplateRow>();
}
