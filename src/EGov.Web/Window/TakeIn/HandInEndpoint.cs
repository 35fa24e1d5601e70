using EGov.Web.Http;
using EGov.Web.Portal.ApplyOnline;

namespace EGov.Web.Window.TakeIn;

/// <summary>收件: everything on one page, then a case is opened by the officer, not by the applicant.</summary>
internal static class HandInEndpoint
{
    public static void Map(IEndpointRouteBuilder item)
    {
        item.MapGet("check", ShowAsync);
        item.MapPost("check", ReceiveAsync);
    }

    private static async Task<IResult> ShowAsync(string item, [AsParameters] WindowVisit visit, CancellationToken stop) =>
        await visit.Draft.OpenAsync(item, stop) is { } open ? CheckPage.Of(visit.Frame, new DraftScope(open)) : visit.Draft.ToBeginning(item);

    private static async Task<IResult> ReceiveAsync(string item, [AsParameters] WindowVisit visit, IFormCollection form, Submission submission, WindowTicket ticket, CancellationToken stop)
    {
        if (!visit.MayTakeIn(item)) return WindowVisit.Refused;
        // A second click finds the application gone; its receipt is still in this browser.
        if (await visit.Draft.OpenAsync(item, stop) is not { } open) return ticket.Of(visit.Context) is null ? visit.Draft.ToBeginning(item) : TypedResults.LocalRedirect(ReceiptEndpoint.Address);
        var scope = new DraftScope(open);
        if (submission.Problems(scope) is { Count: > 0 } problems) return CheckPage.Of(visit.Frame, scope, problems);
        if (await submission.HandInAsync(open, visit.Officer.Actor, stop) is not { } handedIn) return CheckPage.Of(visit.Frame, scope, [(scope.Base + "/check", Words.Say("busy"))]);
        ticket.Give(visit.Context, handedIn);
        await visit.Desk.CloseAsync(visit.Context, open.Code, stop);
        return TypedResults.LocalRedirect(ReceiptEndpoint.Address);
    }
}
