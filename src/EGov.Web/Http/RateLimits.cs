using System.Globalization;
using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace EGov.Web.Http;

/// <summary>How often secrets may be tried: a query password has eight digits, so guessing must be slow.</summary>
internal sealed record RateLimits
{
    /// <summary>Doors opened by case number and query password.</summary>
    public const string Applicant = "applicant";

    /// <summary>The sign-in.</summary>
    public const string SignIn = "sign-in";

    /// <summary>Forms that open something by a secret: tracking, resuming.</summary>
    public const string Entering = "entering";

    /// <summary>Handing in: applications, documents and letters.</summary>
    public const string Applying = "applying";

    /// <summary>Requests a minute for one case number.</summary>
    public int PerCaseAMinute { get; init; } = 20;

    /// <summary>Requests a minute from one address, whatever the case numbers.</summary>
    public int PerAddressAMinute { get; init; } = 120;

    /// <summary>Sign-ins a minute from one address.</summary>
    public int SignInsAMinute { get; init; } = 60;

    /// <summary>Applications, documents and letters a minute from one address.</summary>
    public int ApplicationsAMinute { get; init; } = 60;

    public void Configure(RateLimiterOptions options)
    {
        options.AddPolicy(Applicant, context => AMinute("case/" + context.GetRouteValue("number"), PerCaseAMinute));
        options.AddPolicy(SignIn, context => AMinute(AddressOf(context), SignInsAMinute));
        options.AddPolicy(Entering, context => AMinute("entering/" + AddressOf(context), PerAddressAMinute));
        options.AddPolicy(Applying, context => AMinute("applying/" + AddressOf(context), ApplicationsAMinute));
        // A door has one policy, but a password is guessed in two ways: many for one case, and one for many cases.
        options.GlobalLimiter = PartitionedRateLimiter.Create<HttpContext, string>(context =>
            context.GetEndpoint()?.Metadata.GetMetadata<EnableRateLimitingAttribute>()?.PolicyName == Applicant
                ? AMinute(AddressOf(context), PerAddressAMinute)
                : RateLimitPartition.GetNoLimiter(""));
        options.OnRejected = async (rejected, _) =>
        {
            var after = rejected.Lease.TryGetMetadata(MetadataName.RetryAfter, out var wait) ? Math.Max(1, (int)Math.Ceiling(wait.TotalSeconds)) : 60;
            var seconds = after.ToString(CultureInfo.InvariantCulture);
            rejected.HttpContext.Response.Headers.RetryAfter = seconds;
            rejected.HttpContext.Response.StatusCode = StatusCodes.Status429TooManyRequests;
            if (Layout.Troubles.WantsPage(rejected.HttpContext.Request)) return;
            await Problems.Of(StatusCodes.Status429TooManyRequests, "too-many-attempts", seconds).ExecuteAsync(rejected.HttpContext);
        };
    }

    private static RateLimitPartition<string> AMinute(string key, int permits) =>
        RateLimitPartition.GetFixedWindowLimiter(key, _ => new() { PermitLimit = permits, Window = TimeSpan.FromMinutes(1), QueueLimit = 0 });

    private static string AddressOf(HttpContext context) => "address/" + context.Connection.RemoteIpAddress;
}
