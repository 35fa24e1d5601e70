using EGov.Engine;
using EGov.Web.Http;

namespace EGov.Web.Desk.ExtendClock;

/// <summary>延长审批: extend a clock once.</summary>
internal static class ExtendClockEndpoint
{
    public static void Map(IEndpointRouteBuilder cases) => cases.MapPost("clocks/{clock}/extend", HandleAsync).WithName("ExtendClock");

    private static Task<ActResult> HandleAsync([AsParameters] OfficerOrder order, string clock, ExtendClockRequest body, CancellationToken stop) =>
        order.HandInAsync(by => new Orders.ExtendClock(by, new ClockId(clock), body.WorkingDays, Texts.Commit(body.Reason)), body.Reason, stop);
}

/// <summary>1 to 15 working days, and the reason told to the applicant.</summary>
internal sealed record ExtendClockRequest(int WorkingDays, string? Reason = null);
