using EGov.Runtime.Catalog;
using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Administration.Calendar;

/// <summary>工作日历: which edition limits are counted with, and what the holiday notices of each year say.</summary>
internal static class CalendarEndpoint
{
    public static void Map(IEndpointRouteBuilder room) => room.MapGet("calendar", Show);

    private static RazorComponentResult<CalendarPage> Show(PageFrame frame, WorkflowCatalog catalog) => new(new { Frame = frame, catalog.Calendar });
}
