using System.Threading.RateLimiting;
using EGov.Engine;
using EGov.Web.Http;

namespace EGov.Web.Portal.Follow;

/// <summary>How often the password of one case may be tried from pages, whoever tries: as often as over the API. The number is in the form, where the rate limiter of the pipeline cannot see it.</summary>
internal sealed class PasswordTries(RateLimits limits) : IDisposable
{
    private readonly PartitionedRateLimiter<CaseId> _tries = PartitionedRateLimiter.Create<CaseId, string>(number =>
        RateLimitPartition.GetFixedWindowLimiter(number.Value, _ => new() { PermitLimit = limits.PerCaseAMinute, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 }));

    public bool MayTry(CaseId number)
    {
        using var lease = _tries.AttemptAcquire(number);
        return lease.IsAcquired;
    }

    public void Dispose() => _tries.Dispose();
}
