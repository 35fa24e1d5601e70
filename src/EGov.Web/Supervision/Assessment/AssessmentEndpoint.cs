using EGov.Runtime.Assessment;
using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Supervision.Assessment;

/// <summary>目标考核: how bodies, teams and officers have done in a month or a quarter; a supervisor freezes what is over.</summary>
internal static class AssessmentEndpoint
{
    public static void Map(IEndpointRouteBuilder room)
    {
        room.MapGet("", ShowAsync);
        room.MapGet("export", ExportAsync);
        room.MapPost("freeze", FreezeAsync).RequireAuthorization(Policies.Supervisor);
    }

    private static async Task<Results<RazorComponentResult<AssessmentPage>, NotFound>> ShowAsync(PageFrame frame, AssessmentDesk desk, [AsParameters] AssessmentQuery query, CancellationToken stop) =>
        await desk.LayOutAsync(query, stop) is { } view ? new RazorComponentResult<AssessmentPage>(new { Frame = frame, View = view, Query = query }) : TypedResults.NotFound();

    private static async Task<Results<FileContentHttpResult, NotFound>> ExportAsync(AssessmentDesk desk, string? period, string? form, CancellationToken stop) =>
        await desk.ExportAsync(period, stop) is { } lines ? SpreadsheetFile.Of(lines, $"assessment-{period}", form, AssessmentTable.Texts) : TypedResults.NotFound();

    private static async Task<Results<RedirectHttpResult, RazorComponentResult<AssessmentPage>, NotFound>> FreezeAsync(
        PageFrame frame, AssessmentDesk desk, CurrentActor by, IFormCollection form, CancellationToken stop)
    {
        var query = new AssessmentQuery(form["period"], null, null);
        if (await desk.LayOutAsync(query, stop) is not { } view) return TypedResults.NotFound();
        var outcome = await desk.FreezeAsync(view.Period, by.Actor.User, stop);
        return outcome is Freezing.Done or Freezing.WasFrozen
            ? TypedResults.LocalRedirect(AssessmentDesk.AddressOf(view.Period, null, null))
            : new RazorComponentResult<AssessmentPage>(new { Frame = frame, View = view, Query = query, Refused = outcome }) { StatusCode = StatusCodes.Status409Conflict };
    }
}
