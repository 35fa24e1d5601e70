using EGov.Engine;
using EGov.Runtime.Catalog;
using EGov.Web.Http;
using EGov.Web.Portal.Guide;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Portal.ApplyOnline;

/// <summary>Before the first question: what is needed, and how to stop and go on.</summary>
internal static class BeginEndpoint
{
    public static void Map(IEndpointRouteBuilder application)
    {
        application.MapGet("", ShowAsync);
        application.MapPost("", BeginAsync).RequireRateLimiting(RateLimits.Applying);
        application.MapGet("saved", SavedAsync);
        application.MapPost("leave", Leave);
    }

    private static async Task<Results<RazorComponentResult<BeginPage>, NotFound>> ShowAsync(string item, [AsParameters] DraftVisit visit, WorkflowCatalog catalog, CancellationToken stop) =>
        Offered(catalog, item) is { } found
            ? new RazorComponentResult<BeginPage>(new { visit.Frame, Item = item, Name = found.Text("title", System.Globalization.CultureInfo.CurrentUICulture.Name) ?? item, Materials = Material.Of(found), IsOpen = await visit.OpenAsync(item, stop) is not null })
            : TypedResults.NotFound();

    private static async Task<Results<RedirectHttpResult, NotFound>> BeginAsync(string item, [AsParameters] DraftVisit visit, WorkflowCatalog catalog, IFormCollection form, CancellationToken stop)
    {
        if (Offered(catalog, item) is null) return TypedResults.NotFound();
        if (!form.ContainsKey("again") || await visit.OpenAsync(item, stop) is null) await visit.Desk.BeginAsync(visit.Context, item, stop);
        return TypedResults.LocalRedirect($"/items/{item}/apply/1");
    }

    private static async Task<Results<RazorComponentResult<SavedPage>, RedirectHttpResult>> SavedAsync(string item, [AsParameters] DraftVisit visit, CancellationToken stop) =>
        await visit.OpenAsync(item, stop) is { } open ? new RazorComponentResult<SavedPage>(new { visit.Frame, Scope = new DraftScope(open) }) : visit.ToBeginning(item);

    private static RedirectHttpResult Leave(HttpContext context, IFormCollection form)
    {
        DraftDesk.Leave(context);
        return TypedResults.LocalRedirect("/");
    }

    private static Item? Offered(WorkflowCatalog catalog, string item) => catalog.Offered(item) is null ? null : catalog.Find(new ItemId(item));
}
