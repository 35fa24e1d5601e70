using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Storage;

/// <summary>What was assessed for good.</summary>
internal abstract partial class EGovDbContext
{
    public DbSet<AssessmentRow> Assessments => Set<AssessmentRow>();
}
