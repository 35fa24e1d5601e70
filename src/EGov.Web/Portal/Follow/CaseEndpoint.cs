using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Portal.Follow;

/// <summary>办件进度: the case this browser was let in to.</summary>
internal static class CaseEndpoint
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet(CaseVisit.Address, ShowAsync);

    private static async Task<Results<RazorComponentResult<CasePage>, Onward>> ShowAsync([AsParameters] CaseVisit visit, CaseTeller teller, CancellationToken stop) =>
        await visit.OpenAsync(stop) is { } file
            ? new RazorComponentResult<CasePage>(new { visit.Frame, Case = await teller.TellAsync(file, stop) })
            : CaseVisit.ToDoor;
}
