using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace EGov.Runtime.Seeding;

/// <summary>Gives a demonstration office that has no case a few invented ones of the last months, so that its boards and figures have something to show. For development only.</summary>
internal sealed class DemonstrationCases(IServiceScopeFactory scopes, DemonstrationSettings settings, TimeProvider time) : IHostedService
{
    private const int Days = 120;
    private const int Luck = 1;

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        // Where another clock is in use, such as a test's, nobody could live in the past.
        if (time is not SeedClock clock) return;
        await using var scope = scopes.CreateAsyncScope();
        var seeder = scope.ServiceProvider.GetRequiredService<Seeder>();
        if (await seeder.IsEmptyAsync(cancellationToken)) await seeder.RunAsync(new(0, settings.Cases, 0, Days, Luck), new Unheard(), cancellationToken);
        clock.End();
    }

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private sealed class Unheard : IProgress<int>
    {
        public void Report(int value)
        {
        }
    }
}
