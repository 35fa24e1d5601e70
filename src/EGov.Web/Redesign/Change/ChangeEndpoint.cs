using EGov.Engine;
using EGov.Runtime.Catalog;
using EGov.Web.Layout;
using EGov.Web.Security;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Redesign.Change;

/// <summary>What can be done with a version without words: go back to it, throw a draft away, copy it, begin from a template.</summary>
internal static class ChangeEndpoint
{
    public static void Map(IEndpointRouteBuilder designer, IEndpointRouteBuilder version)
    {
        designer.MapPost("begin", BeginAsync);
        version.MapPost("revert", RevertAsync);
        version.MapPost("discard", DiscardAsync);
        version.MapGet("copy", AskForCopyAsync);
        version.MapPost("copy", CopyAsync);
    }

    private static async Task<IResult> BeginAsync(DefinitionDesk desk, CurrentActor actor, PageFrame frame, [FromForm] BeginForm form, CancellationToken stop) =>
        (await desk.NewFromTemplateAsync(form.Template ?? "", new ItemId(form.Item ?? ""), null, actor.Actor.User, stop)).ToPage(frame, version => $"/designer/{version.DefinitionId}");

    private static async Task<IResult> RevertAsync([AsParameters] VersionOrder order, DefinitionDesk desk, CancellationToken stop) =>
        (await desk.RevertAsync(order.Definition, order.Version, order.By, stop)).ToPage(order.Frame, version => $"/designer/{version.DefinitionId}");

    private static async Task<IResult> DiscardAsync([AsParameters] VersionOrder order, DefinitionDesk desk, CancellationToken stop) =>
        (await desk.DeleteDraftAsync(order.Definition, order.Version, order.By, stop)).ToPage(order.Frame, _ => "/designer", "discarded");

    private static async Task<Results<RazorComponentResult<CopyPage>, NotFound>> AskForCopyAsync(DefinitionShelf shelf, PageFrame frame, string definition, int version, CancellationToken stop) =>
        await shelf.ReadAsync(definition, version, stop) is { } kept ? new RazorComponentResult<CopyPage>(new { Frame = frame, kept.Version }) : TypedResults.NotFound();

    private static async Task<IResult> CopyAsync([AsParameters] VersionOrder order, DefinitionDesk desk, [FromForm] CopyForm form, CancellationToken stop) =>
        (await desk.CopyAsync(order.Definition, order.Version, form.Id ?? "", string.IsNullOrWhiteSpace(form.Name) ? null : form.Name, order.By, stop))
            .ToPage(order.Frame, version => $"/designer/{version.DefinitionId}");
}

/// <summary>Which template for which item.</summary>
internal sealed record BeginForm
{
    public string? Item { get; init; }

    public string? Template { get; init; }
}

/// <summary>The id and caption of a copy.</summary>
internal sealed record CopyForm
{
    public string? Id { get; init; }

    public string? Name { get; init; }
}
