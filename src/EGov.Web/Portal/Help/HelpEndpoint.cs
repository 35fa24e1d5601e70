using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Portal.Help;

/// <summary>办事指引: how to apply and follow, what the limits mean, and where to complain.</summary>
internal static class HelpEndpoint
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("help", (PageFrame frame) => new RazorComponentResult<HelpPage>(new { Frame = frame }));
}
