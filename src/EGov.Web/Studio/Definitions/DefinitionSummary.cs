using System.Collections.Immutable;
using EGov.Runtime.Catalog;

namespace EGov.Web.Studio.Definitions;

/// <summary>A version in a list; the names are Elsa's.</summary>
internal sealed record DefinitionSummary(
    string Id, string DefinitionId, string Name, string? Description, int Version, bool IsLatest, bool IsPublished, DateTimeOffset CreatedAt, ImmutableArray<StudioLink> Links)
{
    public string ToolVersion { get; } = "3.8.2.0";

    public bool IsReadonly { get; }

    public string? ProviderName { get; }

    public string MaterializerName { get; } = "Json";

    public bool IsMaterializerAvailable { get; } = true;

    public static DefinitionSummary Of(DefinitionVersion version, bool mayDraw) => new(
        version.Id, version.DefinitionId, version.Name, version.Description, version.Version, version.IsLatest, version.State == VersionState.Published,
        version.CreatedAt, StudioLinks.Of(version.DefinitionId, mayDraw));
}
