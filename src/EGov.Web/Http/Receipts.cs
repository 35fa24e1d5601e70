using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Http;

/// <summary>A receipt over HTTP.</summary>
internal static class Receipts
{
    public static ActResult ToHttp(this CaseReceipt receipt) =>
        receipt.IsAccepted ? TypedResults.Ok(ActReceipt.Of(receipt)) : receipt.ToProblem();

    /// <summary>True when another order was handed in under the same id.</summary>
    public static bool IsOfAnotherOrder(this CaseReceipt receipt) =>
        receipt is { IsRepeat: true, Refusal: { Code: RejectionCode.TextNotAllowed, Arguments: ["command-id"] } };

    /// <summary>The refusal of a receipt that has one.</summary>
    public static ProblemHttpResult ToProblem(this CaseReceipt receipt) => receipt.IsOfAnotherOrder()
        ? Problems.Of(StatusCodes.Status409Conflict, "idempotency-key-reused")
        : receipt.Refusal!.ToProblem();
}
