using EGov.Runtime.Cases;
using EGov.Web.Documents;
using EGov.Web.Http;
using EGov.Web.Portal.Follow;

namespace EGov.Web.Portal.Supply;

/// <summary>A document from a form onto the file of a case.</summary>
internal static class FiledUploads
{
    /// <summary>Stores what was uploaded and puts it on file; the sentence of what is wrong, or null.</summary>
    public static async Task<string?> FileAsync(this CaseDocuments documents, CaseVisit visit, CaseFile file, IFormCollection form, CancellationToken stop)
    {
        if (CaseTeller.Asked(file.State) is null) return Words.Say("nothing-asked-of-you");
        if (form.Files.GetFile("file") is not { Length: > 0 } upload) return Words.Say("materials-no-file");
        var material = form["material"].ToString();
        await using var content = upload.OpenReadStream();
        var (hash, unfit) = await documents.StoreAsync(file, material, ApplyOnline.DraftDocuments.NameOf(upload.FileName), content, stop);
        if (unfit is not null) return unfit.ProblemDetails.Detail;
        return await visit.HandInAsync(file, form["click"].ToString(), new Orders.FileDocument(ApplicantOrder.Applicant, material, hash), null, stop);
    }
}
