using System.Text;
using EGov.Runtime.People;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Supervision.Assessment;

/// <summary>Lines as a file that spreadsheets open: a workbook (<c>xlsx</c>), or else CSV in UTF-8 with its mark, cells that look like formulas made harmless.</summary>
internal static class SpreadsheetFile
{
    /// <param name="lines">The table, headings first.</param>
    /// <param name="name">The file's name without its ending.</param>
    /// <param name="form"><c>xlsx</c>; anything else is CSV.</param>
    /// <param name="texts">How many columns at the left are texts whatever stands in them.</param>
    public static FileContentHttpResult Of(IEnumerable<IReadOnlyList<string>> lines, string name, string? form, int texts) => form == "xlsx"
        ? TypedResults.File(Workbook.Write(lines, texts), Workbook.MediaType, name + ".xlsx")
        : TypedResults.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(CsvText.Write(lines))], "text/csv; charset=utf-8", name + ".csv");
}
