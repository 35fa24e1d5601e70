using System.Collections.Immutable;
using EGov.Runtime.People;
using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Administration.Import;

/// <summary>批量导入: a file is tried first and reported line by line; then it is done, all of it or nothing.</summary>
internal static class ImportEndpoint
{
    public static void Map(IEndpointRouteBuilder room)
    {
        room.MapGet("import", (PageFrame frame) => Page(frame, null, []));
        room.MapPost("import", TryAsync);
        room.MapPost("import/do", DoAsync);
    }

    private static async Task<RazorComponentResult<ImportPage>> TryAsync(PageFrame frame, OfficerImport import, CurrentActor admin, IFormCollection form, CancellationToken stop)
    {
        var text = await CsvUpload.TextOfAsync(form, stop);
        return Page(frame, text, await import.TryAsync(text, admin.Actor.User));
    }

    private static async Task<RazorComponentResult<ImportPage>> DoAsync(PageFrame frame, OfficerImport import, CurrentActor admin, IFormCollection form)
    {
        var text = form["text"].ToString();
        var report = await import.DoAsync(text, admin.Actor.User);
        return Page(frame, text, report, isDone: report.All(line => line.Outcome != ImportOutcome.Wrong));
    }

    private static RazorComponentResult<ImportPage> Page(PageFrame frame, string? text, ImmutableArray<ImportLine> report, bool isDone = false) =>
        new(new { Frame = frame, Text = text, Report = report, IsDone = isDone }) { StatusCode = report.Any(line => line.Outcome == ImportOutcome.Wrong) ? StatusCodes.Status422UnprocessableEntity : StatusCodes.Status200OK };
}
