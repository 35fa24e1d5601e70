
namespace EGov.Web.Desk.Urge;

/// <summary>催办: urge whoever holds it.</summary>
internal static class UrgeEndpoint
{
    public static void Map(IEndpointRouteBuilder cases) => cases.MapPost("work-items/{workItem:int}/urge", HandleAsync).WithName("Urge");

    private static Task<ActResult> HandleAsync([AsParameters] OfficerOrder order, int workItem, CancellationToken stop) =>
        order.HandInAsync(by => new Orders.UrgeWorkItem(by, workItem), null, stop);
}
