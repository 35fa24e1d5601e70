namespace EGov.Runtime.Catalog;

/// <summary>Where a version of a definition stands.</summary>
public enum VersionState
{
    /// <summary>Being drawn; may still change.</summary>
    Draft,

    /// <summary>New cases open on it; never changes.</summary>
    Published,

    /// <summary>Was published; its cases stay on it; never changes.</summary>
    Retired,
}

/// <summary>One version of a definition as it is kept.</summary>
/// <param name="DefinitionId">Shared by all versions.</param>
/// <param name="Version">From 1.</param>
/// <param name="State">Draft, published or retired.</param>
/// <param name="Hash">SHA-256 of the text.</param>
/// <param name="SavedAt">When it was last saved.</param>
/// <param name="PublishedAt">When it was published; null for a draft.</param>
/// <param name="By">Who saved it last.</param>
public sealed record DefinitionVersion(
    string DefinitionId, int Version, VersionState State, string Hash, DateTimeOffset SavedAt, DateTimeOffset? PublishedAt, string By);
