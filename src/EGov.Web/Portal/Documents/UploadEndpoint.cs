using EGov.Web.Documents;

namespace EGov.Web.Portal.Documents;

/// <summary>提交材料: the applicant puts a document on the file of his case.</summary>
internal static class UploadEndpoint
{
    public static void Map(IEndpointRouteBuilder track) => Uploads.Mark(track.MapPost("documents", HandleAsync).WithName("FileDocumentByApplicant"));

    private static async Task<ActResult> HandleAsync(
        [AsParameters] ApplicantOrder order, CaseDocuments documents, string material, HttpRequest upload, CancellationToken stop, string? name = null)
    {
        if (order.Headers.Problem is { } problem) return problem;
        if (await order.OpenAsync(stop) is not { } file) return ApplicantOrder.Refused;
        var (content, unfit) = await documents.StoreAsync(file, material, name, upload.Body, stop);
        return unfit is not null ? unfit : await order.HandInAsync(_ => new Orders.FileDocument(ApplicantOrder.Applicant, material, content), null, stop);
    }
}
