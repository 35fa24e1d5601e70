using EGov.Runtime.Portal;
using Microsoft.Extensions.Logging;
using Quartz;

namespace EGov.Runtime.Documents;

/// <summary>Forgets applications that were never handed in, and the documents that were to go with them.</summary>
[DisallowConcurrentExecution]
internal sealed class TidyJob(SavedApplications saved, DocumentStore documents, ILogger<TidyJob> log) : IJob
{
    /// <summary>How often, in minutes.</summary>
    public const int EveryMinutes = 60;

    public async ValueTask Execute(IJobExecutionContext context, CancellationToken cancellationToken)
    {
        var applications = await saved.ForgetLapsedAsync(cancellationToken);
        var forgotten = await documents.ForgetLapsedAsync(cancellationToken);
        if (applications + forgotten > 0) log.Tidied(applications, forgotten);
    }
}
