using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Desk.Handling;

/// <summary>办理: a case with its form, materials, limits and story, and what is to be done with it now.</summary>
internal static class HandlingEndpoint
{
    public static void Map(IEndpointRouteBuilder cases) => cases.MapGet("", ShowAsync);

    private static async Task<Results<RazorComponentResult<HandlingPage>, NotFound>> ShowAsync(
        [AsParameters] HandlingVisit visit, [AsParameters] HandlingView view, [AsParameters] HandlingParts parts, CancellationToken stop) =>
        await visit.OpenAsync(stop) is { } opened ? await parts.PageAsync(visit, opened, view, new(), stop) : TypedResults.NotFound();
}

/// <summary>What of the case is looked at.</summary>
/// <param name="Tab">Form, materials, clocks or drawing.</param>
/// <param name="Document">Which document is open.</param>
internal sealed record HandlingView(string? Tab = null, string? Document = null);
