using EGov.Runtime.Outbox;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Gateway;

/// <summary>送达回执: where the SMS gateway reports on an attempt. The seal in the address is its key; whoever lacks it is told nothing and changes nothing.</summary>
internal static class ReportEndpoint
{
    public const string Path = "/sms/report/{key}";

    public static void Map(IEndpointRouteBuilder app) => app.MapGet(Path, HearAsync).AllowAnonymous().ExcludeFromDescription();

    /// <summary>Kannel tries again whatever is not answered with 200, also after 204.</summary>
    private static async Task<Results<Ok, BadRequest, NotFound>> HearAsync(DeliveryReports reports, string key, string? status, string? sig, CancellationToken stop) =>
        await reports.HearAsync(key, status, sig, stop) switch
        {
            ReportOutcome.Heard => TypedResults.Ok(),
            ReportOutcome.Malformed => TypedResults.BadRequest(),
            _ => TypedResults.NotFound(),
        };
}
