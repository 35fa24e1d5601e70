using EGov.Engine;
using EGov.Web.Http;

namespace EGov.Web.Desk.AddSigner;

/// <summary>加签: ask one more party to sign.</summary>
internal static class AddSignerEndpoint
{
    public static void Map(IEndpointRouteBuilder cases) => cases.MapPost("work-items/{workItem:int}/add-signer", HandleAsync).WithName("AddSigner");

    private static Task<ActResult> HandleAsync([AsParameters] OfficerOrder order, int workItem, AddSignerRequest body, CancellationToken stop) =>
        order.HandInAsync(by => new Orders.AddSigner(by, workItem, body.Party, Texts.Commit(body.Reason)), body.Reason, stop);
}

/// <summary>Which party, and why.</summary>
internal sealed record AddSignerRequest(PartyId Party, string? Reason = null);
