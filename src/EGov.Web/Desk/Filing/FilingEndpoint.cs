using EGov.Web.Desk.Handling;
using EGov.Web.Documents;
using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Portal.ApplyOnline;
using Microsoft.AspNetCore.Http.HttpResults;

namespace EGov.Web.Desk.Filing;

/// <summary>材料入卷 from the page: an officer of the item files a material or, where the step issues it, the document of the result, which is then the applicant's to download.</summary>
internal static class FilingEndpoint
{
    public static void Map(IEndpointRouteBuilder cases) => Uploads.MarkForm(cases.MapPost("documents", FileAsync));

    private static async Task<Results<Onward, NotFound, RazorComponentResult<HandlingPage>>> FileAsync(
        [AsParameters] HandlingVisit visit, IFormCollection form, [AsParameters] HandlingParts parts, CaseDocuments documents, CancellationToken stop)
    {
        if (await visit.OpenAsync(stop) is not { } opened) return TypedResults.NotFound();
        var work = int.TryParse(form["work"], out var number) ? number : 0;
        if (form.Files.GetFile("file") is not { Length: > 0 } upload) return await RefuseAsync(Words.Say("materials-no-file"));
        await using var content = upload.OpenReadStream();
        var material = form["material"].ToString();
        var (hash, unfit) = await documents.StoreAsync(opened.File, material, DraftDocuments.NameOf(upload.FileName), content, stop, orResult: true);
        if (unfit is not null) return await RefuseAsync(unfit.ProblemDetails.Detail ?? "");
        var problem = await visit.HandInAsync(parts.Teller.WordsOf(opened, visit.Officer), form["click"], new Orders.FileDocument(visit.Officer.Actor, material, hash), null, stop);
        return problem is null ? visit.Done("filed") : await RefuseAsync(problem);

        Task<RazorComponentResult<HandlingPage>> RefuseAsync(string why) => parts.PageAsync(visit, opened, new HandlingView(), new(new RefusedAct(work, why, null)), stop);
    }
}
