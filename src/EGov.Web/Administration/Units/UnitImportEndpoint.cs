using System.Collections.Immutable;
using EGov.Runtime.Organisation;
using EGov.Runtime.People;
using EGov.Web.Administration.Import;
using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Administration.Units;

/// <summary>批量导入机构: units and posts from a file, tried first and reported line by line; then all of it or nothing.</summary>
internal static class UnitImportEndpoint
{
    public static void Map(IEndpointRouteBuilder room)
    {
        room.MapGet("units/import", (PageFrame frame) => Page(frame, "", []));
        room.MapPost("units/import", TryAsync);
        room.MapPost("units/import/do", DoAsync);
    }

    private static async Task<RazorComponentResult<UnitImportPage>> TryAsync(PageFrame frame, UnitImport import, IFormCollection form, CancellationToken stop)
    {
        var text = await CsvUpload.TextOfAsync(form, stop);
        return Page(frame, text, await import.TryAsync(text, stop));
    }

    private static async Task<RazorComponentResult<UnitImportPage>> DoAsync(PageFrame frame, UnitImport import, CurrentActor admin, IFormCollection form, CancellationToken stop)
    {
        var text = form["text"].ToString();
        return Page(frame, text, await import.DoAsync(text, admin.Actor.User, stop), isDone: true);
    }

    private static RazorComponentResult<UnitImportPage> Page(PageFrame frame, string text, ImmutableArray<ImportLine> report, bool isDone = false)
    {
        var isWrong = report.Any(line => line.Outcome == ImportOutcome.Wrong);
        return new(new { Frame = frame, Text = text, Report = report, IsDone = isDone && !isWrong }) { StatusCode = isWrong ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK };
    }
}
