using System.Globalization;
using System.Text;
using EGov.Runtime.Administration;
using EGov.Runtime.Organisation;
using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Administration.Units;

/// <summary>机构与岗位: the office as it stands, block by block, and as a file.</summary>
internal static class UnitsPageEndpoint
{
    public static void Map(IEndpointRouteBuilder room)
    {
        room.MapGet("units", ShowAsync);
        room.MapGet("units/export", ExportAsync);
    }

    private static async Task<RazorComponentResult<UnitsPage>> ShowAsync(PageFrame frame, UnitRegister register, CancellationToken stop) =>
        new(new { Frame = frame, Units = await register.AllAsync(stop) });

    /// <summary>The file that can be brought in again; taking it away is written down.</summary>
    private static async Task<FileContentHttpResult> ExportAsync(UnitRegister register, AdministrativeActs acts, CurrentActor admin, CancellationToken stop)
    {
        var units = await register.AllAsync(stop);
        await acts.RecordAsync(admin.Actor.User, "units-exported", "", string.Create(CultureInfo.InvariantCulture, $"units {units.Length}"), stop);
        return TypedResults.File([.. Encoding.UTF8.Preamble, .. Encoding.UTF8.GetBytes(UnitExport.Write(units))], "text/csv; charset=utf-8", "units.csv");
    }
}
