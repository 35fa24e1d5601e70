using Microsoft.Extensions.Logging;
using Quartz;

namespace EGov.Runtime.Deadlines;

/// <summary>Quartz only keeps time: it calls the sweep, which decides nothing either.</summary>
[DisallowConcurrentExecution]
internal sealed class SweepJob(DeadlineSweep sweep, ErrandRunner errands, ILogger<SweepJob> log) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var woken = await sweep.RunOnceAsync(cancellationToken);
        var delivered = await errands.RunOnceAsync(cancellationToken);
        if (woken + delivered > 0) log.Swept(woken, delivered);
    }
}
