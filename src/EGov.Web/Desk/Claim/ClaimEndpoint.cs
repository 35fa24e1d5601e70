
namespace EGov.Web.Desk.Claim;

/// <summary>签收: take a work item from the party's tray.</summary>
internal static class ClaimEndpoint
{
    public static void Map(IEndpointRouteBuilder cases) => cases.MapPost("work-items/{workItem:int}/claim", HandleAsync).WithName("Claim");

    private static Task<ActResult> HandleAsync([AsParameters] OfficerOrder order, int workItem, CancellationToken stop) =>
        order.HandInAsync(by => new Orders.ClaimWorkItem(by, workItem), null, stop);
}
