using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Portal.Catalogue;

/// <summary>找事项: by word, by life event, by body.</summary>
internal static class CatalogueEndpoint
{
    public static void Map(IEndpointRouteBuilder pages) => pages.MapGet("items", Handle);

    private static RazorComponentResult<CataloguePage> Handle(PageFrame frame, Catalogue catalogue, string? q, string? @event, string? body)
    {
        var query = new CatalogueQuery(q, @event, body);
        return new(new { Frame = frame, Query = query, Found = catalogue.Find(query), All = catalogue.Items.ToList() });
    }
}
