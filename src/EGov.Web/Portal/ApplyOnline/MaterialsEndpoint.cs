using EGov.Web.Documents;
using EGov.Web.Http;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Portal.ApplyOnline;

/// <summary>上传材料: one document at a time, looked at when it arrives.</summary>
internal static class MaterialsEndpoint
{
    public static void Map(IEndpointRouteBuilder application)
    {
        application.MapGet("materials", ShowAsync);
        Uploads.MarkForm(application.MapPost("materials", UploadAsync).RequireRateLimiting(RateLimits.Applying));
        application.MapPost("materials/remove", RemoveAsync);
        application.MapPost("materials/done", GoOnAsync);
    }

    private static async Task<Results<RazorComponentResult<MaterialsPage>, RedirectHttpResult>> ShowAsync(string item, [AsParameters] DraftVisit visit, CancellationToken stop) =>
        await visit.OpenAsync(item, stop) is { } open ? MaterialsPage.Of(visit, open) : visit.ToBeginning(item);

    private static async Task<Results<RazorComponentResult<MaterialsPage>, RedirectHttpResult>> UploadAsync(
        string item, [AsParameters] DraftVisit visit, IFormCollection form, DraftDocuments documents, CancellationToken stop)
    {
        if (await visit.OpenAsync(item, stop) is not { } open) return visit.ToBeginning(item);
        var (changed, problem) = await documents.AddAsync(open, form["material"].ToString(), form.Files.GetFile("file"), stop);
        return problem is null ? TypedResults.LocalRedirect(new DraftScope(changed).Base + "/materials") : MaterialsPage.Of(visit, changed, (form["material"].ToString(), problem));
    }

    private static async Task<RedirectHttpResult> RemoveAsync(string item, [AsParameters] DraftVisit visit, IFormCollection form, DraftDocuments documents, CancellationToken stop)
    {
        if (await visit.OpenAsync(item, stop) is not { } open) return visit.ToBeginning(item);
        await documents.RemoveAsync(open, form["material"].ToString(), form["content"].ToString(), stop);
        return TypedResults.LocalRedirect($"/items/{item}/apply/materials");
    }

    private static async Task<Results<RazorComponentResult<MaterialsPage>, RedirectHttpResult>> GoOnAsync(string item, [AsParameters] DraftVisit visit, IFormCollection form, CancellationToken stop)
    {
        if (await visit.OpenAsync(item, stop) is not { } open) return visit.ToBeginning(item);
        var scope = new DraftScope(open);
        if (form.ContainsKey("later")) return TypedResults.LocalRedirect(scope.Base + "/saved");
        if (scope.Plan.Missing.Any()) return MaterialsPage.Of(visit, open, [.. scope.Plan.Missing.Select(material => (material.Code, Words.Say("materials-missing", material.Name)))]);
        await visit.Desk.SaveAsync(open with { Draft = open.Draft with { Passed = scope.MaterialsStep } }, stop);
        return TypedResults.LocalRedirect(scope.AddressOf(scope.CheckStep));
    }
}
