using EGov.Runtime.Organisation;
using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Administration.Units;

/// <summary>机构与岗位: the office as it stands, block by block.</summary>
internal static class UnitsPageEndpoint
{
    public static void Map(IEndpointRouteBuilder room) => room.MapGet("units", ShowAsync);

    private static async Task<RazorComponentResult<UnitsPage>> ShowAsync(PageFrame frame, UnitRegister register, string? done, CancellationToken stop) =>
        new(new { Frame = frame, Units = await register.AllAsync(stop), Done = done });
}
