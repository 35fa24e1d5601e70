using System.Globalization;
using EGov.Runtime;
using EGov.Runtime.Catalog;
using EGov.Web.Portal.Items;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Portal.Home;

/// <summary>The first page.</summary>
internal static class HomeEndpoint
{
    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/", Handle).ExcludeFromDescription();

    private static RazorComponentResult<HomePage> Handle(WorkflowCatalog catalog, DemonstrationSettings demonstration) => new(new
    {
        Items = ItemSummary.Of(catalog, CultureInfo.CurrentUICulture.Name).ToList(),
        Officers = new List<HomeOfficer>(),
        demonstration.Password,
    });
}
