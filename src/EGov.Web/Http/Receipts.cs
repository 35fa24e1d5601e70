using EGov.Runtime.Cases;

namespace EGov.Web.Http;

/// <summary>A receipt over HTTP.</summary>
internal static class Receipts
{
    public static ActResult ToHttp(this CaseReceipt receipt) =>
        receipt.Refusal is { } refusal ? refusal.ToProblem() : TypedResults.Ok(ActReceipt.Of(receipt));
}
