
namespace EGov.Web.Desk.Release;

/// <summary>退签: put a claimed work item back.</summary>
internal static class ReleaseEndpoint
{
    public static void Map(IEndpointRouteBuilder cases) => cases.MapPost("work-items/{workItem:int}/release", HandleAsync).WithName("Release");

    private static Task<ActResult> HandleAsync([AsParameters] OfficerOrder order, int workItem, CancellationToken stop) =>
        order.HandInAsync(by => new Orders.ReleaseWorkItem(by, workItem), null, stop);
}
