using EGov.Web.Http;

namespace EGov.Web.Portal.Withdraw;

/// <summary>撤回申请: the applicant withdraws before the decision.</summary>
internal static class WithdrawEndpoint
{
    public static void Map(IEndpointRouteBuilder track) => track.MapPost("withdraw", HandleAsync).WithName("WithdrawByApplicant");

    private static Task<ActResult> HandleAsync([AsParameters] ApplicantOrder order, WithdrawRequest body, CancellationToken stop) =>
        order.HandInAsync(_ => new Orders.WithdrawCase(ApplicantOrder.Applicant, Texts.Commit(body.Reason)), body.Reason, stop);
}

/// <summary>Why; may be left out.</summary>
internal sealed record WithdrawRequest(string? Reason = null);
