using Quartz;

namespace EGov.Runtime.Outbox;

/// <summary>Quartz only keeps time: it calls the worker, until nothing more leaves.</summary>
[DisallowConcurrentExecution]
internal sealed class OutboxJob(OutboxWorker worker) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        while (await worker.RunOnceAsync(cancellationToken) > 0 && !cancellationToken.IsCancellationRequested)
        {
            // More may have come due meanwhile.
        }
    }
}
