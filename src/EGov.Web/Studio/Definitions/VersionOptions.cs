using System.Globalization;
using EGov.Runtime.Catalog;

namespace EGov.Web.Studio.Definitions;

/// <summary>Elsa's way to say which version is meant: a word, a number, or nothing.</summary>
/// <param name="Choice">The kind of version; null when nothing was said.</param>
/// <param name="Version">This number.</param>
internal sealed record VersionOptions(VersionChoice? Choice, int? Version)
{
    public static VersionOptions Of(string? text) => text switch
    {
        "AllVersions" => new(VersionChoice.All, null),
        "Draft" => new(VersionChoice.Draft, null),
        "Latest" => new(VersionChoice.Latest, null),
        "Published" => new(VersionChoice.Published, null),
        "LatestOrPublished" => new(VersionChoice.PublishedOrLatest, null),
        "LatestAndPublished" => new(VersionChoice.LatestAndPublished, null),
        _ => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? new(VersionChoice.All, version) : new(null, null),
    };

    /// <summary>The one version of a definition that is meant; the latest when nothing was said.</summary>
    public Task<KeptDefinition?> ReadAsync(DefinitionShelf shelf, string definitionId, CancellationToken stop) =>
        Version is { } number ? shelf.ReadAsync(definitionId, number, stop) : shelf.ReadAsync(definitionId, Choice ?? VersionChoice.Latest, stop);
}
