using System.Collections.Immutable;

namespace EGov.Web.Studio.Descriptors;

/// <summary>An activity type as Studio's palette and property panel want it; the names are Elsa's.</summary>
internal sealed record PaletteActivity(string TypeName, int Version, string Category, string DisplayName, string? Description)
{
    public string Namespace => TypeName.LastIndexOf('.') is > 0 and var dot ? TypeName[..dot] : "";

    /// <summary>What boxes are named after: <c>Review1</c>.</summary>
    public string Name => TypeName[(TypeName.LastIndexOf('.') + 1)..];

    // A task or a trigger would get controls that mean nothing here: cases are opened by applications.
    public string Kind { get; } = "Action";

    public bool RunAsynchronously { get; }

    public bool IsContainer { get; init; }

    public bool IsBrowsable { get; init; } = true;

    public bool IsStart { get; init; }

    public bool IsTerminal { get; init; }

    /// <summary>What tells Studio that a workflow stands behind it.</summary>
    public ImmutableSortedDictionary<string, object> CustomProperties { get; init; } = ImmutableSortedDictionary<string, object>.Empty;

    /// <summary>What a box has from the moment it is dropped.</summary>
    public ImmutableSortedDictionary<string, object> ConstructionProperties { get; init; } = ImmutableSortedDictionary<string, object>.Empty;

    public ImmutableArray<PalettePort> Ports { get; init; } = [];

    public ImmutableArray<PaletteInput> Inputs { get; init; } = [];

    public ImmutableArray<PaletteOutput> Outputs { get; init; } = [];
}

/// <summary>An outcome, or a place for another drawing.</summary>
internal sealed record PalettePort(string Name, string DisplayName, string Type, bool IsBrowsable = true);

/// <summary>What a box is given.</summary>
internal sealed record PaletteInput(string Name, string TypeName, string DisplayName, string? Description, string UiHint)
{
    public float Order { get; init; }

    // Cases and variables are written as they are, everything else in a wrapper with its expression.
    public bool IsWrapped { get; init; } = true;

    public bool IsBrowsable { get; } = true;

    public bool IsSynthetic { get; init; }

    public bool IsReadOnly { get; }

    public bool IsSensitive { get; }

    public string? Category { get; }

    public object? DefaultValue { get; init; }

    public string DefaultSyntax { get; } = "Literal";

    public string? StorageDriverType { get; }

    /// <summary>What the editor of this hint needs: the choices of a list.</summary>
    public ImmutableSortedDictionary<string, object>? UiSpecifications { get; init; }
}

/// <summary>What a box gives.</summary>
internal sealed record PaletteOutput(string Name, string DisplayName, string? Description = null)
{
    public string TypeName { get; init; } = "Object";

    public float Order { get; init; }

    public bool IsBrowsable { get; } = true;

    public bool IsSynthetic { get; init; }
}

/// <summary>One entry of a list to choose from. Studio sorts such lists by text.</summary>
internal sealed record PaletteChoice(string Text, string Value);
