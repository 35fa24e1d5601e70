using System.Globalization;
using EGov.Runtime;
using EGov.Runtime.Catalog;
using EGov.Runtime.People;
using EGov.Web.Layout;
using EGov.Web.Portal.Items;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace EGov.Web.Portal.Home;

/// <summary>The first page: the items, where to go next, and in development who can sign in.</summary>
internal static class HomeEndpoint
{
    private const int MostOfficers = 100;

    public static void Map(IEndpointRouteBuilder app) => app.MapGet("/", Handle).ExcludeFromDescription();

    private static RazorComponentResult<HomePage> Handle(PageFrame frame, WorkflowCatalog catalog, DemonstrationSettings demonstration, UserManager<Officer> officers) => new(new
    {
        Frame = frame,
        Items = ItemSummary.Of(catalog, CultureInfo.CurrentUICulture.Name).ToList(),
        Officers = demonstration.Officers ? officers.Users.OrderBy(officer => officer.UserName).Take(MostOfficers).AsEnumerable().Select(HomeOfficer.Of).ToList() : [],
        demonstration.Password,
    });
}
