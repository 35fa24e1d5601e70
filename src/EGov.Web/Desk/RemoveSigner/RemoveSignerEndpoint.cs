using EGov.Web.Http;

namespace EGov.Web.Desk.RemoveSigner;

/// <summary>减签: release an added signer.</summary>
internal static class RemoveSignerEndpoint
{
    public static void Map(IEndpointRouteBuilder cases) => cases.MapPost("work-items/{workItem:int}/remove-signer", HandleAsync).WithName("RemoveSigner");

    private static Task<ActResult> HandleAsync([AsParameters] OfficerOrder order, int workItem, RemoveSignerRequest body, CancellationToken stop) =>
        order.HandInAsync(by => new Orders.RemoveSigner(by, workItem, Texts.Commit(body.Reason)), body.Reason, stop);
}

/// <summary>Why.</summary>
internal sealed record RemoveSignerRequest(string? Reason = null);
