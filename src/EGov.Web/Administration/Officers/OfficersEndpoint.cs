using EGov.Runtime.People;
using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Administration.Officers;

/// <summary>人员: everybody with an account, by search and page.</summary>
internal static class OfficersEndpoint
{
    private const int PerPage = 50;
    private const int Farthest = 100_000;

    public static void Map(IEndpointRouteBuilder room)
    {
        room.MapGet("", () => TypedResults.LocalRedirect(AdministrationRail.Address + "/officers"));
        room.MapGet("officers", ShowAsync);
    }

    private static async Task<RazorComponentResult<OfficersPage>> ShowAsync(PageFrame frame, OfficerRegister register, string? q, int? skip, CancellationToken stop)
    {
        var from = Math.Clamp(skip ?? 0, 0, Farthest);
        var found = await register.FindAsync(q?.Trim(), from, PerPage, stop);
        return new(new { Frame = frame, Officers = found.Take(PerPage).ToList(), Text = q, From = from, Next = found.Length > PerPage ? from + PerPage : default(int?), Previous = from > 0 ? Math.Max(0, from - PerPage) : default(int?) });
    }
}
