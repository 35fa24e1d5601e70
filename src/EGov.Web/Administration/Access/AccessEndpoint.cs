using System.Text;
using EGov.Runtime.Administration;
using EGov.Runtime.Catalog;
using EGov.Runtime.Handling;
using EGov.Runtime.People;
using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Administration.Access;

/// <summary>查阅日志: who was shown personal data in full, of which case, when; read by administrators and auditors, changed by nobody.</summary>
internal static class AccessEndpoint
{
    private const int PerPage = 50;
    private const int Farthest = 1_000_000;
    private static readonly string[] Headings = ["at_utc", "officer", "case", "fields"];

    public static void Map(IEndpointRouteBuilder room)
    {
        room.MapGet("access", ShowAsync);
        room.MapGet("access/export", ExportAsync);
    }

    private static async Task<RazorComponentResult<AccessPage>> ShowAsync(PageFrame frame, AccessLog log, WorkflowCatalog catalog, OfficerNames names, [AsParameters] AccessQuery query, int? skip, CancellationToken stop)
    {
        var from = Math.Clamp(skip ?? 0, 0, Farthest);
        var found = await log.ListAsync(query.ToFilter(catalog.Calendar), from, PerPage + 1, stop);
        return new(new { Frame = frame, Query = query, Lines = found.Take(PerPage).ToList(), Names = names.Of(found.Select(line => line.Officer)), From = from, Next = found.Length > PerPage ? from + PerPage : default(int?), Previous = from > 0 ? Math.Max(0, from - PerPage) : default(int?) });
    }

    /// <summary>The lines found as a file; taking it away is itself an act that is written down.</summary>
    private static async Task<FileContentHttpResult> ExportAsync(AccessLog log, WorkflowCatalog catalog, AdministrativeActs acts, CurrentActor reader, [AsParameters] AccessQuery query, CancellationToken stop)
    {
        var found = await log.ListAsync(query.ToFilter(catalog.Calendar), 0, AccessLog.MostExported, stop);
        await acts.RecordAsync(reader.Actor.User, "access-log-exported", "", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"lines {found.Length}"), stop);
        var text = CsvText.Write([Headings, .. found.Select(line => new[] { line.At.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", System.Globalization.CultureInfo.InvariantCulture), line.Officer.Value, line.Case.Value, string.Join(' ', line.Fields) })]);
        return TypedResults.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(text)], "text/csv; charset=utf-8", "access-log.csv");
    }
}
