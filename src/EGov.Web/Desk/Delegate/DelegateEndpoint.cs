using EGov.Engine;
using EGov.Web.Http;

namespace EGov.Web.Desk.Delegate;

/// <summary>委派: let another officer do the work; it comes back.</summary>
internal static class DelegateEndpoint
{
    public static void Map(IEndpointRouteBuilder cases) => cases.MapPost("work-items/{workItem:int}/delegate", HandleAsync).WithName("Delegate");

    private static Task<ActResult> HandleAsync([AsParameters] OfficerOrder order, int workItem, DelegateRequest body, CancellationToken stop) =>
        order.HandInAsync(by => new Orders.DelegateWorkItem(by, workItem, body.To, Texts.Commit(body.Reason)), body.Reason, stop);
}

/// <summary>Who does it, by user name, and why.</summary>
internal sealed record DelegateRequest(UserId To, string? Reason = null);
