using System.Threading.RateLimiting;
using EGov.Engine;
using EGov.Web.Http;

namespace EGov.Web.Portal.Follow;

/// <summary>How often a secret of one case may be tried from pages, whoever tries: as often as over the API. The number is in the form, where the rate limiter of the pipeline cannot see it.</summary>
internal abstract class TriesOfACase(RateLimits limits) : IDisposable
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

/// <summary>How often the password of a case may be tried.</summary>
internal sealed class PasswordTries(RateLimits limits) : TriesOfACase(limits);

/// <summary>How often the codes of its letters may be; who tries these keeps nobody from his case.</summary>
internal sealed class LetterTries(RateLimits limits) : TriesOfACase(limits);
