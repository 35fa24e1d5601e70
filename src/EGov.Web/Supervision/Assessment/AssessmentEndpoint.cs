using System.Text;
using EGov.Runtime.People;
using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Supervision.Assessment;

/// <summary>目标考核: how bodies, teams and officers have done in a month or a quarter.</summary>
internal static class AssessmentEndpoint
{
    public static void Map(IEndpointRouteBuilder room)
    {
        room.MapGet("", ShowAsync);
        room.MapGet("export", ExportAsync);
    }

    private static async Task<Results<RazorComponentResult<AssessmentPage>, NotFound>> ShowAsync(PageFrame frame, AssessmentDesk desk, [AsParameters] AssessmentQuery query, CancellationToken stop) =>
        await desk.LayOutAsync(query, stop) is { } view ? new RazorComponentResult<AssessmentPage>(new { Frame = frame, View = view, Query = query }) : TypedResults.NotFound();

    private static async Task<Results<FileContentHttpResult, NotFound>> ExportAsync(AssessmentDesk desk, string? period, CancellationToken stop) =>
        await desk.ExportAsync(period, stop) is { } lines ? SpreadsheetFile.Of(lines, $"assessment-{period}.csv") : TypedResults.NotFound();
}

/// <summary>Lines as a file that spreadsheets open: CSV in UTF-8 with its mark, cells that look like formulas made harmless.</summary>
internal static class SpreadsheetFile
{
    public static FileContentHttpResult Of(IEnumerable<IReadOnlyList<string>> lines, string name) =>
        TypedResults.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(CsvText.Write(lines))], "text/csv; charset=utf-8", name);
}
