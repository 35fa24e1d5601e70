using System.Globalization;
using EGov.Engine;

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

/// <summary>Who did something to a version, when, and why.</summary>
/// <param name="By">Who; the system for what came from the folder <c>workflows/</c>.</param>
/// <param name="At">When.</param>
/// <param name="Reason">Why; null where nobody is asked: for a save, and for a version retired by the next one.</param>
public sealed record VersionAct(UserId By, DateTimeOffset At, string? Reason = null);

/// <summary>One version of a definition as it is kept, without its text.</summary>
/// <param name="DefinitionId">Shared by all versions.</param>
/// <param name="Version">From 1.</param>
/// <param name="State">Draft, published or retired.</param>
/// <param name="Name">The caption.</param>
/// <param name="Description">What it is, or null.</param>
public sealed record DefinitionVersion(string DefinitionId, int Version, VersionState State, string Name, string? Description)
{
    /// <summary>SHA-256 of the text.</summary>
    public required string Hash { get; init; }

    /// <summary>How often it was saved, from 1.</summary>
    public required int Revision { get; init; }

    /// <summary>True when no version has a higher number: the one that is drawn on.</summary>
    public required bool IsLatest { get; init; }

    /// <summary>What it was made from: <c>definition/version</c> or <c>template:name</c>; null when it was drawn.</summary>
    public string? MadeFrom { get; init; }

    /// <summary>When its number was given.</summary>
    public required DateTimeOffset CreatedAt { get; init; }

    /// <summary>Who saved it last.</summary>
    public required VersionAct Saved { get; init; }

    /// <summary>Who published it and why; null for a draft.</summary>
    public VersionAct? Published { get; init; }

    /// <summary>Who took it out of use and why; null while it is in use, and without a reason when a newer version took its place.</summary>
    public VersionAct? Retired { get; init; }

    /// <summary>The version's own id, as Elsa wants one.</summary>
    public string Id => IdOf(DefinitionId, Version);

    /// <summary>By what a copy of it is recognised.</summary>
    public CopyMark Mark => new(Version, Revision, Hash);

    /// <summary>The id of a version: <c>permit-v2</c>.</summary>
    public static string IdOf(string definitionId, int version) => string.Create(CultureInfo.InvariantCulture, $"{definitionId}-v{version}");

    /// <summary>Definition and version of an id; null when it is none.</summary>
    public static (string DefinitionId, int Version)? ParseId(string? id)
    {
        if (id?.LastIndexOf("-v", StringComparison.Ordinal) is not (> 0 and var place)) return null;
        return int.TryParse(id.AsSpan(place + 2), NumberStyles.None, CultureInfo.InvariantCulture, out var version) ? (id[..place], version) : null;
    }
}

/// <summary>A version with its text.</summary>
/// <param name="Version">Everything about it.</param>
/// <param name="Text">The text as it is kept, byte for byte.</param>
public sealed record KeptDefinition(DefinitionVersion Version, string Text);
