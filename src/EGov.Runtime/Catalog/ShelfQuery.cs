using System.Collections.Immutable;

namespace EGov.Runtime.Catalog;

/// <summary>Which versions of each definition are meant.</summary>
public enum VersionChoice
{
    /// <summary>All.</summary>
    All,

    /// <summary>The highest.</summary>
    Latest,

    /// <summary>The one in use.</summary>
    Published,

    /// <summary>The highest, when it is a draft.</summary>
    Draft,

    /// <summary>The one in use, or the highest where none is.</summary>
    PublishedOrLatest,

    /// <summary>The highest, when it is the one in use.</summary>
    LatestAndPublished,
}

/// <summary>How a list of versions is ordered.</summary>
public enum ShelfOrder
{
    /// <summary>By definition, then version.</summary>
    Definition,

    /// <summary>By caption.</summary>
    Name,

    /// <summary>By the moment its number was given.</summary>
    Created,

    /// <summary>By version.</summary>
    Version,
}

/// <summary>What is looked for on the shelf; what is left empty does not matter.</summary>
public sealed record ShelfQuery
{
    /// <summary>Which versions of each definition.</summary>
    public VersionChoice Choice { get; init; }

    /// <summary>This version number.</summary>
    public int? Version { get; init; }

    /// <summary>Of these definitions.</summary>
    public ImmutableArray<string> DefinitionIds { get; init; } = [];

    /// <summary>With this in the caption or the id.</summary>
    public string? Search { get; init; }

    /// <summary>In which order.</summary>
    public ShelfOrder Order { get; init; }

    /// <summary>Highest, latest or last first.</summary>
    public bool Descending { get; init; }

    /// <summary>Skips so many.</summary>
    public int Skip { get; init; }

    /// <summary>Gives at most so many; 1 to 1000.</summary>
    public int Take { get; init; } = 100;
}
