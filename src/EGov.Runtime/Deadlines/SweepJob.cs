using EGov.Runtime.Supervision;
using Microsoft.Extensions.Logging;
using Quartz;

namespace EGov.Runtime.Deadlines;

/// <summary>Quartz only keeps time: it calls the sweep, which decides nothing either.</summary>
[DisallowConcurrentExecution]
internal sealed class SweepJob(DeadlineSweep sweep, CalendarSweep calendar, ErrandRunner errands, SupervisionSweep supervision, ILogger<SweepJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var amended = await calendar.RunOnceAsync(cancellationToken); // first: what is due depends on it
        if (amended > 0) log.CasesRedated(amended);
        var woken = await sweep.RunOnceAsync(cancellationToken);
        var delivered = await errands.RunOnceAsync(cancellationToken);
        if (woken + delivered > 0) log.Swept(woken, delivered);
        var raised = await supervision.RunOnceAsync(cancellationToken); // last: it judges what the others have done
        if (raised > 0) log.CardsRaised(raised);
    }
}
