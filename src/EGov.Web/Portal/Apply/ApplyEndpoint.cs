using EGov.Engine;
using EGov.Runtime.Catalog;
using EGov.Runtime.Portal;
using EGov.Web.Http;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Portal.Apply;

/// <summary>申请, 收件: anyone applies online; a window officer of the item applies on behalf of whoever stands before him.</summary>
internal static class ApplyEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapPost("items/{item}/applications", HandleAsync).WithName("Apply").AllowAnonymous().RequireRateLimiting(RateLimits.Applying);

    private static async Task<Results<Created<ApplyReceipt>, ProblemHttpResult>> HandleAsync(
        [AsParameters] ApplyOrder order, ApplyRequest body, Counter counter, CancellationToken stop)
    {
        var headers = new ActHeaders(order.Key, null);
        if (headers.Problem is { } problem) return problem;
        if (order.Catalog.Offered(order.Item) is null || order.Catalog.Find(new ItemId(order.Item)) is not { } item || counter.PartiesOf(item).Count == 0)
            return Problems.Of(StatusCodes.Status404NotFound, "item-unknown", order.Item);
        var wrong = ApplicationCheck.Of(item, body, counter.Today).AddRange(ApplicationCheck.OfEmail("email", body.Email, order.Contacts.OffersMail));
        if (!wrong.IsEmpty) return FieldProblems.ToProblem(wrong);
        var officer = order.Visitor.Officer;
        if (officer is not null && !await counter.MayTakeInAsync(item, body.Place, officer, stop)) return Problems.Of(StatusCodes.Status403Forbidden, "not-allowed");

        var (receipt, password) = await counter.TakeInAsync(headers.IdFor(officer?.User.Value ?? "web"), item, body, officer, stop);
        return receipt.Refusal is null
            ? TypedResults.Created($"/api/track/{receipt.Case}", new ApplyReceipt(receipt.Case.Value, password, receipt.Version, receipt.At))
            : receipt.ToProblem();
    }
}

/// <summary>What an application says besides its body.</summary>
internal sealed record ApplyOrder(
    [FromRoute(Name = "item")] string Item, [FromHeader(Name = "Idempotency-Key")] string? Key, Visitor Visitor, WorkflowCatalog Catalog, ApplicantContacts Contacts);
