using System.Text.Json;
using EGov.Engine;
using EGov.Runtime.Catalog;
using EGov.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Portal.Items;

/// <summary>One item with all its facts: limits, legal basis, materials, the schema of its form and the choices it asks for.</summary>
internal static class ShowItemEndpoint
{
    public static void Map(IEndpointRouteBuilder api) => api.MapGet("items/{item}", Handle).WithName("ShowItem").AllowAnonymous();

    private static Results<Ok<JsonElement>, ProblemHttpResult> Handle(string item, WorkflowCatalog catalog) =>
        catalog.Find(new ItemId(item)) is { } found && catalog.Offered(item) is not null
            ? TypedResults.Ok(found.Facts)
            : Problems.Of(StatusCodes.Status404NotFound, "item-unknown", item);
}
