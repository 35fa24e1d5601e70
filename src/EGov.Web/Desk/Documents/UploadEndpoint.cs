using EGov.Engine;
using EGov.Web.Documents;
using EGov.Web.Http;
using EGov.Web.Security;

namespace EGov.Web.Desk.Documents;

/// <summary>材料入卷: an officer of the item puts a document on file; a document of the result is the applicant's to download once the result is issued.</summary>
internal static class UploadEndpoint
{
    public static void Map(IEndpointRouteBuilder cases) => Uploads.Mark(cases.MapPost("documents", HandleAsync).WithName("FileDocument"));

    private static async Task<ActResult> HandleAsync(
        [AsParameters] OfficerOrder order, CaseDocuments documents, string material, HttpRequest upload, CancellationToken stop, string? name = null)
    {
        if (order.Headers.Problem is { } problem) return problem;
        if (await order.Files.ReadAsync(new CaseId(order.Number), stop) is not { } file) return Problems.Of(StatusCodes.Status404NotFound, "case-unknown");
        if (!ReadingRoom.MayRead(order.Officer, file)) return Problems.Of(StatusCodes.Status403Forbidden, "not-readable");
        var (content, unfit) = await documents.StoreAsync(file, material, name, upload.Body, stop, orResult: true);
        return unfit is not null ? unfit : await order.HandInAsync(by => new Orders.FileDocument(by, material, content), null, stop);
    }
}
