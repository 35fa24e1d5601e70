using EGov.Web.Http;
using EGov.Web.Portal.Follow;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Portal.ApplyOnline;

/// <summary>核对并提交: everything on one page, then handed in.</summary>
internal static class CheckEndpoint
{
    public static void Map(IEndpointRouteBuilder application)
    {
        application.MapGet("check", ShowAsync);
        application.MapPost("check", HandInAsync).RequireRateLimiting(RateLimits.Applying);
    }

    private static async Task<Results<RazorComponentResult<CheckPage>, RedirectHttpResult>> ShowAsync(string item, [AsParameters] DraftVisit visit, CancellationToken stop) =>
        await visit.OpenAsync(item, stop) is { } open ? CheckPage.Of(visit.Frame, new DraftScope(open)) : visit.ToBeginning(item);

    private static async Task<Results<RazorComponentResult<CheckPage>, RedirectHttpResult>> HandInAsync(
        string item, [AsParameters] DraftVisit visit, IFormCollection form, Submission submission, CaseTicket ticket, CancellationToken stop)
    {
        // A second click finds the application gone; its receipt is still in this browser.
        if (await visit.OpenAsync(item, stop) is not { } open) return ticket.HasReceipt(visit.Context) ? TypedResults.LocalRedirect("/receipt") : visit.ToBeginning(item);
        var scope = new DraftScope(open);
        if (submission.Problems(scope) is { Count: > 0 } problems) return CheckPage.Of(visit.Frame, scope, problems);
        if (await submission.HandInAsync(open, null, stop) is not { } handedIn) return CheckPage.Of(visit.Frame, scope, [(scope.Base, Words.Say("busy"))]);
        ticket.Give(visit.Context, handedIn);
        await visit.Desk.CloseAsync(visit.Context, open.Code, stop);
        return TypedResults.LocalRedirect("/receipt");
    }
}
