using EGov.Engine;
using EGov.Web.Http;

namespace EGov.Web.Desk.Return;

/// <summary>退回: send the case back to an earlier activity.</summary>
internal static class ReturnEndpoint
{
    public static void Map(IEndpointRouteBuilder cases) => cases.MapPost("work-items/{workItem:int}/return", HandleAsync).WithName("Return");

    private static Task<ActResult> HandleAsync([AsParameters] OfficerOrder order, int workItem, ReturnRequest body, CancellationToken stop) =>
        order.HandInAsync(by => new Orders.ReturnCase(by, workItem, body.To, Texts.Commit(body.Reason)), body.Reason, stop);
}

/// <summary>Which activity, and why.</summary>
internal sealed record ReturnRequest(ActivityId To, string? Reason = null);
