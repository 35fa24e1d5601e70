using EGov.Engine.Cases;
using EGov.Web.Http;

namespace EGov.Web.Desk.ResolveIncident;

/// <summary>异常处置: retry, skip with an outcome, or cancel what faulted.</summary>
internal static class ResolveIncidentEndpoint
{
    public static void Map(IEndpointRouteBuilder cases) => cases.MapPost("work-items/{workItem:int}/resolve-incident", HandleAsync).WithName("ResolveIncident");

    private static Task<ActResult> HandleAsync([AsParameters] OfficerOrder order, int workItem, ResolveIncidentRequest body, CancellationToken stop) =>
        order.HandInAsync(by => new Orders.ResolveIncident(by, workItem, body.Remedy, body.Outcome, Texts.Commit(body.Reason)), body.Reason, stop);
}

/// <summary>What to do; the outcome when skipping.</summary>
internal sealed record ResolveIncidentRequest(Remedy Remedy, string? Outcome = null, string? Reason = null);
