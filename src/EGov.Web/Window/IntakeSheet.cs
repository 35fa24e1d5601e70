using System.Collections.Immutable;

namespace EGov.Web.Window;

/// <summary>What a window adds to an application on its way: who takes it in, and what he has looked at so far.</summary>
internal sealed record IntakeSheet
{
    /// <summary>Who stands before the window.</summary>
    public static readonly ImmutableArray<string> Presences = ["self", "agent"];

    /// <summary>How a material came: original seen, copy taken, to follow (容缺), missing.</summary>
    public static readonly ImmutableArray<string> States = ["original", "copy", "deferred", "missing"];

    /// <summary>The account of the officer; nobody else can open the sheet.</summary>
    public required string Officer { get; init; }

    /// <summary>One of <see cref="Presences"/> once the officer has seen the paper and the face; null before.</summary>
    public string? Presence { get; init; }

    /// <summary>One of <see cref="States"/> by material.</summary>
    public ImmutableSortedDictionary<string, string> Materials { get; init; } = ImmutableSortedDictionary<string, string>.Empty;
}
