using EGov.Runtime.Administration;
using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Administration.Acts;

/// <summary>管理日志: who changed what in the office, the latest first.</summary>
internal static class LogEndpoint
{
    private const int PerPage = 50;

    public static void Map(IEndpointRouteBuilder room) => room.MapGet("log", ShowAsync);

    private static async Task<RazorComponentResult<LogPage>> ShowAsync(PageFrame frame, AdministrativeActs log, int? skip, CancellationToken stop)
    {
        var from = Math.Max(0, skip ?? 0);
        var found = await log.ListAsync(from, PerPage + 1, stop);
        return new(new { Frame = frame, Acts = found.Take(PerPage).ToList(), Next = found.Length > PerPage ? from + PerPage : default(int?) });
    }
}
