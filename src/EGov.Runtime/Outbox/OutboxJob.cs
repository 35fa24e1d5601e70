using Quartz;

namespace EGov.Runtime.Outbox;

/// <summary>Quartz only keeps time: it calls the worker.</summary>
[DisallowConcurrentExecution]
internal sealed class OutboxJob(OutboxWorker worker) : IJob
{
    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken) => await worker.RunOnceAsync(cancellationToken);
}
