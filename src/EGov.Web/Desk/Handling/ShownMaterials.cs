using System.Collections.Immutable;
using EGov.Engine;
using EGov.Runtime.Cases;
using EGov.Runtime.Documents;
using EGov.Web.Documents;
using EGov.Web.Http;
using EGov.Web.Layout;

namespace EGov.Web.Desk.Handling;

/// <summary>The documents on the file of a case, and the one that is open.</summary>
/// <param name="Documents">In the order they came, the newest of each material last.</param>
/// <param name="Open">Which of them is shown; null when there is none.</param>
public sealed record ShownMaterials(ImmutableArray<ShownDocument> Documents, ShownDocument? Open)
{
    /// <summary>The document before the open one, or null.</summary>
    public ShownDocument? Previous => Beside(-1);

    /// <summary>The document after the open one, or null.</summary>
    public ShownDocument? Next => Beside(1);

    internal static ShownMaterials Of(CaseWords words, ImmutableArray<FiledOrder> journal, IReadOnlyDictionary<TextHash, StoredDocument> stored, string? wanted)
    {
        ImmutableArray<ShownDocument> documents = [.. CaseDocuments.In(journal).Select(filed => Show(filed, words, stored.GetValueOrDefault(filed.Content))).DistinctBy(shown => (shown.Name, shown.Content))];
        return new(documents, documents.FirstOrDefault(document => document.Content == wanted) ?? documents.FirstOrDefault());
    }

    private static ShownDocument Show(FiledDocument filed, CaseWords words, StoredDocument? stored)
    {
        var name = words.Names.Result(filed.Material) ?? words.Names.Material(filed.Material);
        var by = Words.Say(filed.ByApplicant ? "handle-filed-by-applicant" : "handle-filed-by-office", Figures.ShortMoment(filed.FiledAt));
        return new(filed.Content.Value, name, by, stored?.MediaType ?? "");
    }

    private ShownDocument? Beside(int step) => Open is null ? null : Documents.ElementAtOrDefault(Documents.IndexOf(Open) + step) is { } other && Documents.IndexOf(Open) + step >= 0 ? other : null;
}

/// <summary>A document on the file.</summary>
/// <param name="Content">Names it in addresses.</param>
/// <param name="Name">Which material it is.</param>
/// <param name="Note">When and by whom it was filed.</param>
/// <param name="MediaType">What it is, by its content; empty when it is gone.</param>
public sealed record ShownDocument(string Content, string Name, string Note, string MediaType)
{
    public bool IsPicture => MediaType.StartsWith("image/", StringComparison.Ordinal);

    public bool IsPaper => MediaType == "application/pdf";
}
