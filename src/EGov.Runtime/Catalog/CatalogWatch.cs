using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace EGov.Runtime.Catalog;

/// <summary>Every host learns what others have published, as often as deadlines are looked for. Not a round of the time table: that runs on one host only.</summary>
internal sealed class CatalogWatch(WorkflowCatalog catalog, DeadlineSettings settings, TimeProvider time, ILogger<CatalogWatch> log) : BackgroundService
{
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var rounds = new PeriodicTimer(TimeSpan.FromSeconds(settings.SweepSeconds), time);
        while (await rounds.WaitForNextTickAsync(stoppingToken))
        {
            try
            {
                await catalog.RefreshAsync(stoppingToken);
            }
#pragma warning disable CA1031 // What is known stays in use; the next round asks again.
            catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
            {
                log.CatalogNotRefreshed(failure);
            }
        }
    }
}
