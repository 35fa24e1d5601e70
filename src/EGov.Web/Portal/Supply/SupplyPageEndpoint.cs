using EGov.Web.Documents;
using EGov.Web.Http;
using EGov.Web.Layout;
using EGov.Web.Portal.Follow;
using Microsoft.AspNetCore.Http.HttpResults;
using Microsoft.AspNetCore.Mvc;

namespace EGov.Web.Portal.Supply;

/// <summary>补正 from the page: documents are put on file one by one, then the applicant says that this is all.</summary>
internal static class SupplyPageEndpoint
{
    private const string Address = CaseVisit.Address + "/supply";

    public static void Map(IEndpointRouteBuilder pages)
    {
        pages.MapGet(Address, ShowAsync);
        pages.MapPost(Address, FinishAsync);
        Uploads.MarkForm(pages.MapPost(Address + "/documents", UploadAsync).RequireRateLimiting(RateLimits.Applying));
    }

    private static async Task<Results<RazorComponentResult<SupplyPage>, Onward>> ShowAsync([AsParameters] CaseVisit visit, CaseTeller teller, CancellationToken stop) =>
        await visit.OpenAsync(stop) is not { } file ? CaseVisit.ToDoor
        : CaseTeller.Asked(file.State) is null ? Onward.To(CaseVisit.Address)
        : new RazorComponentResult<SupplyPage>(new { visit.Frame, Case = await teller.TellAsync(file, stop), Materials = teller.MaterialsOf(file) });

    private static async Task<Results<RazorComponentResult<SupplyPage>, Onward>> UploadAsync(
        [AsParameters] CaseVisit visit, CaseTeller teller, CaseDocuments documents, IFormCollection form, CancellationToken stop)
    {
        if (await visit.OpenAsync(stop) is not { } file) return CaseVisit.ToDoor;
        var problem = await documents.FileAsync(visit, file, form, stop);
        return problem is null
            ? Onward.To(Address)
            : new RazorComponentResult<SupplyPage>(new { visit.Frame, Case = await teller.TellAsync(file, stop), Materials = teller.MaterialsOf(file), Problem = problem }) { StatusCode = StatusCodes.Status422UnprocessableEntity };
    }

    private static async Task<Onward> FinishAsync([AsParameters] CaseVisit visit, [FromForm] ActForm form, CancellationToken stop)
    {
        if (await visit.OpenAsync(stop) is not { } file) return CaseVisit.ToDoor;
        return SupplyEndpoint.Answer(file) is { } answer && await visit.HandInAsync(file, form.Click, answer, null, stop) is null ? CaseVisit.Done("supplied") : Onward.To(CaseVisit.Address);
    }
}
