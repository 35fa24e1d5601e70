namespace EGov.Web.Tests.Crashes;

/// <summary>A promise that is shown on PostgreSQL; skipped, and said so, where no server is named.</summary>
[AttributeUsage(AttributeTargets.Method)]
public sealed class PostgresFactAttribute : FactAttribute
{
    public PostgresFactAttribute()
    {
        if (Environment.GetEnvironmentVariable("EGOV_POSTGRES") is not { Length: > 0 }) Skip = "EGOV_POSTGRES names no server to test on.";
    }
}
