using EGov.Runtime.Cases;
using Microsoft.Extensions.Diagnostics.HealthChecks;

namespace EGov.Web.Http;

/// <summary>Whether the program lives, and whether it can work: the database answers with the model of this program.</summary>
/// <remarks>The host migrates before it listens; reading a line of the register fails when a column is missing or the database is away.</remarks>
internal sealed class Health(CaseRegister register) : IHealthCheck
{
    public static void Map(IEndpointRouteBuilder app)
    {
        app.MapHealthChecks("/healthz/live", new() { Predicate = _ => false });
        app.MapHealthChecks("/healthz/ready");
    }

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await register.FindAsync(new RegisterQuery { Take = 1 }, cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
