using EGov.Web.Http;

namespace EGov.Web.Desk.Withdraw;

/// <summary>撤回申请 at the window: an officer of the item withdraws on behalf of the applicant who stands before him.</summary>
internal static class WithdrawEndpoint
{
    public static void Map(IEndpointRouteBuilder cases) => cases.MapPost("withdraw", HandleAsync).WithName("WithdrawOnBehalf");

    private static Task<ActResult> HandleAsync([AsParameters] OfficerOrder order, WithdrawRequest body, CancellationToken stop) =>
        order.HandInForApplicantAsync(by => new Orders.WithdrawCase(by, Texts.Commit(body.Reason)), body.Reason, stop);
}

/// <summary>Why, as the applicant says.</summary>
internal sealed record WithdrawRequest(string? Reason = null);
