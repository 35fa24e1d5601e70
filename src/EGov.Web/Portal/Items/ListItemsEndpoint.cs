using System.Globalization;
using EGov.Runtime.Catalog;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Portal.Items;

/// <summary>The items one can apply for.</summary>
internal static class ListItemsEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("items", Handle).WithName("ListItems").AllowAnonymous();

    private static Ok<ItemSummary[]> Handle(WorkflowCatalog catalog) =>
        TypedResults.Ok(ItemSummary.Of(catalog, CultureInfo.CurrentUICulture.Name).ToArray());
}
