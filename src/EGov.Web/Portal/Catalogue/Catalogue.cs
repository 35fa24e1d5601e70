using System.Collections.Immutable;
using EGov.Runtime.Catalog;

namespace EGov.Web.Portal.Catalogue;

/// <summary>What is looked for: words as people say them, a life event, a body; null asks for none.</summary>
public sealed record CatalogueQuery(string? Words, string? Event, string? Body);

/// <summary>The items one can apply for, and how the public finds them.</summary>
/// <remarks>
/// Words are found in pieces: Chinese has no spaces and nobody knows the official name, so 开一家面馆 is cut into neighbouring pairs, and an item is
/// found when it has a third of them; the more, the higher it stands.
/// </remarks>
internal sealed class Catalogue(WorkflowCatalog catalog)
{
    private const double Enough = 1.0 / 3;
    private const int LongestQuery = 100;

    /// <summary>Every item with a published process of its own; small flows that others use are not for applicants.</summary>
    public IEnumerable<ListedItem> Items =>
        from item in catalog.Items
        let workflow = catalog.Offered(item.Id.Value)
        where workflow is not null
        select ListedItem.Of(item, workflow);

    /// <summary>What fits the query, best first.</summary>
    public ImmutableArray<ListedItem> Find(CatalogueQuery query)
    {
        var pieces = PiecesOf(query.Words).ToList();
        return
        [
            .. from item in Items
               where query.Event is not { Length: > 0 } wanted || item.Events.Any(happening => happening.Id == wanted)
               where query.Body is not { Length: > 0 } body || item.Body.Code == body
               let share = pieces.Count == 0 ? 1 : (double)pieces.Count(piece => item.Haystack.Contains(piece, StringComparison.Ordinal)) / pieces.Count
               where share >= Enough
               orderby share descending
               select item,
        ];
    }

    /// <summary>Latin words as they are, Chinese ones in pairs.</summary>
    private static IEnumerable<string> PiecesOf(string? words)
    {
        var asked = (words is { Length: > LongestQuery } ? words[..LongestQuery] : words ?? "").ToLowerInvariant();
        foreach (var word in asked.Split([' ', '　', ',', '，', '、', '。', '?', '？'], StringSplitOptions.RemoveEmptyEntries))
        {
            if (word.Length <= 2 || word.All(char.IsAscii)) yield return word;
            else
                for (var at = 0; at + 2 <= word.Length; at++) yield return word.Substring(at, 2);
        }
    }
}
