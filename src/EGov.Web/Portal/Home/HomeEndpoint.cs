using EGov.Runtime;
using EGov.Runtime.People;
using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Identity;

namespace EGov.Web.Portal.Home;

/// <summary>The first page: what one wants to get done, where a case is, and in development who can sign in.</summary>
internal static class HomeEndpoint
{
    private const int MostOfficers = 100;

    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("/", Handle);

    private static RazorComponentResult<HomePage> Handle(PageFrame frame, Catalogue.Catalogue catalogue, DemonstrationSettings demonstration, UserManager<Officer> officers) => new(new
    {
        Frame = frame,
        Items = catalogue.Items.ToList(),
        Officers = demonstration.Officers ? officers.Users.OrderBy(officer => officer.UserName).Take(MostOfficers).AsEnumerable().Select(HomeOfficer.Of).ToList() : [],
        demonstration.Password,
    });
}
