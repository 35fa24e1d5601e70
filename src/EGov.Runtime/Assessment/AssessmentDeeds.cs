using EGov.Engine;
using EGov.Engine.Assessment;
using EGov.Runtime.Administration;
using EGov.Runtime.Storage;
using EGov.Runtime.Supervision;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Assessment;

/// <summary>Keeps assessments for good: once for each period, and every time with a line in the log of administration.</summary>
internal sealed class AssessmentDeeds(Database database, AdministrativeActs acts, SupervisionSweep supervision, TimeProvider time)
{
    public DateTimeOffset Now => time.GetUtcNow();

    /// <summary>Finds the cards that time alone has raised, so that none of a period that is over is found after it was frozen.</summary>
    public Task SuperviseAsync(CancellationToken stop) => supervision.RunOnceAsync(stop);

    /// <summary>Keeps it; false when the period was kept before.</summary>
    public async Task<bool> KeepAsync(AssessmentPeriod period, AssessedPeriod computed, UserId by, CancellationToken stop)
    {
        await using var context = database.NewContext();
        if (await context.Assessments.AnyAsync(row => row.Period == period.ToString(), stop)) return false;
        context.Add(new AssessmentRow { Period = period.ToString(), Hash = computed.Hash, FrozenAt = Now, FrozenBy = by.Value, Text = computed.Text });
        try
        {
            await context.SaveChangesAsync(stop);
        }
        catch (DbUpdateException) when (context.Assessments.Any(row => row.Period == period.ToString()))
        {
            return false;
        }

        await acts.RecordAsync(by, "assessment-frozen", period.ToString(), computed.Hash, stop);
        return true;
    }
}
