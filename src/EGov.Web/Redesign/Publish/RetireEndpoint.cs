using EGov.Runtime.Catalog;
using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Redesign.Publish;

/// <summary>停用: no new case opens on the version; running ones go on.</summary>
internal static class RetireEndpoint
{
    public static void Map(IEndpointRouteBuilder version)
    {
        version.MapGet("retire", AskAsync);
        version.MapPost("retire", RetireAsync);
    }

    private static async Task<Results<RazorComponentResult<ReasonPage>, NotFound>> AskAsync(DefinitionShelf shelf, PageFrame frame, string definition, int version, CancellationToken stop) =>
        await shelf.ReadAsync(definition, version, stop) is { } kept ? ReasonPage.Of(frame, "retire", kept, null, null) : TypedResults.NotFound();

    private static async Task<Results<Onward, RazorComponentResult<ReasonPage>, NotFound>> RetireAsync(
        [AsParameters] VersionOrder order, DefinitionDesk desk, DefinitionShelf shelf, [FromForm] ReasonForm form, CancellationToken stop)
    {
        var receipt = await desk.RetireAsync(order.Definition, order.Version, order.By, form.Reason, stop);
        if (receipt.IsAccepted) return Onward.To("/designer", "retired");
        return await shelf.ReadAsync(order.Definition, order.Version, stop) is { } kept
            ? ReasonPage.Of(order.Frame, "retire", kept, form.Reason, receipt.Refusal)
            : TypedResults.NotFound();
    }
}
