using EGov.Runtime.Catalog;
using EGov.Web.Layout;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Redesign.Publish;

/// <summary>发布: with a reason, once the checks are passed. The version never changes again, and new cases open on it.</summary>
internal static class PublishEndpoint
{
    public static void Map(IEndpointRouteBuilder version)
    {
        version.MapGet("publish", AskAsync);
        version.MapPost("publish", PublishAsync);
    }

    private static async Task<Results<RazorComponentResult<ReasonPage>, NotFound>> AskAsync(DefinitionShelf shelf, PageFrame frame, string definition, int version, CancellationToken stop) =>
        await shelf.ReadAsync(definition, version, stop) is { } kept ? ReasonPage.Of(frame, "publish", kept, null, null) : TypedResults.NotFound();

    private static async Task<Results<Onward, RazorComponentResult<ReasonPage>, NotFound>> PublishAsync(
        [AsParameters] VersionOrder order, DefinitionDesk desk, DefinitionShelf shelf, [FromForm] ReasonForm form, CancellationToken stop)
    {
        var receipt = await desk.PublishAsync(order.Definition, order.Version, order.By, form.Reason, CopyMark.Parse(form.Seen), stop);
        if (receipt.IsAccepted) return Onward.To("/designer", "published");
        return await shelf.ReadAsync(order.Definition, order.Version, stop) is { } kept
            ? ReasonPage.Of(order.Frame, "publish", kept, form.Reason, receipt.Refusal)
            : TypedResults.NotFound();
    }
}
