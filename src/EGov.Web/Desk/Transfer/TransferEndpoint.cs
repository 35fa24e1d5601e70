using EGov.Engine;
using EGov.Web.Http;

namespace EGov.Web.Desk.Transfer;

/// <summary>转办: give a work item away for good.</summary>
internal static class TransferEndpoint
{
    public static void Map(IEndpointRouteBuilder cases) => cases.MapPost("work-items/{workItem:int}/transfer", HandleAsync).WithName("Transfer");

    private static Task<ActResult> HandleAsync([AsParameters] OfficerOrder order, int workItem, TransferRequest body, CancellationToken stop) =>
        order.HandInAsync(by => new Orders.TransferWorkItem(by, workItem, body.Party, body.To, Texts.Commit(body.Reason)), body.Reason, stop);
}

/// <summary>To another party, to a named officer, or both; with a reason.</summary>
internal sealed record TransferRequest(PartyId? Party = null, UserId? To = null, string? Reason = null);
