using EGov.Runtime.Documents;
using EGov.Web.Documents;
using EGov.Web.Http;

namespace EGov.Web.Portal.ApplyOnline;

/// <summary>Documents of an application on its way: the bytes in the store, which looks at their content, and their names in the draft.</summary>
internal sealed class DraftDocuments(DocumentStore store, DraftDesk desk)
{
    private const int LongestName = 100;

    /// <summary>Takes a document in; what is wrong with it, or null.</summary>
    public async Task<(OpenDraft Open, string? Problem)> AddAsync(OpenDraft open, string material, IFormFile? file, CancellationToken stop)
    {
        if (!open.Plan.Materials.Any(one => one.Code == material) || file is null || file.Length == 0) return (open, Words.Say("materials-no-file"));
        if (open.Draft.Documents.Length >= Draft.MostDocuments) return (open, Words.Say("materials-too-many", $"{Draft.MostDocuments}"));
        var name = NameOf(file.FileName);
        await using var content = file.OpenReadStream();
        var receipt = await store.SaveAsync(content, name, desk.KeptUntil, stop);
        if (receipt.Document is not { } document) return (open, Words.Say(CaseDocuments.CodeOf(receipt.Refusal!.Value)));
        var kept = open.Draft.Documents.RemoveAll(one => one.Material == material && one.Content == document.Content.Value);
        var changed = open with { Draft = open.Draft with { Documents = kept.Add(new(material, document.Content.Value, name, document.Bytes)) } };
        await desk.SaveAsync(changed, stop);
        return (changed, null);
    }

    /// <summary>Takes a document out.</summary>
    public Task RemoveAsync(OpenDraft open, string material, string content, CancellationToken stop) =>
        desk.SaveAsync(open with { Draft = open.Draft with { Documents = open.Draft.Documents.RemoveAll(one => one.Material == material && one.Content == content) } }, stop);

    // A browser may send a whole path; what cannot be seen in a name is left out.
    internal static string NameOf(string sent)
    {
        var name = string.Concat(sent[(sent.LastIndexOfAny(['/', '\\']) + 1)..].EnumerateRunes().Where(rune => !Texts.IsInvisible(rune.Value)));
        return name.Length > LongestName ? name[^LongestName..] : name;
    }
}
