using EGov.Web.Http;

namespace EGov.Web.Desk.TakeBack;

/// <summary>撤回: take back what one has just completed.</summary>
internal static class TakeBackEndpoint
{
    public static void Map(IEndpointRouteBuilder cases) => cases.MapPost("work-items/{workItem:int}/take-back", HandleAsync).WithName("TakeBack");

    private static Task<ActResult> HandleAsync([AsParameters] OfficerOrder order, int workItem, TakeBackRequest body, CancellationToken stop) =>
        order.HandInAsync(by => new Orders.TakeBack(by, workItem, Texts.Commit(body.Reason)), body.Reason, stop);
}

/// <summary>Why.</summary>
internal sealed record TakeBackRequest(string? Reason = null);
