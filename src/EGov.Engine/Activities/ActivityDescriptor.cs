using System.Collections.Immutable;
using EGov.Engine.Definitions;

namespace EGov.Engine.Activities;

/// <summary>What the designer, the checker and the documentation need to know of an activity type.</summary>
/// <param name="Type">Type name as stored in definitions.</param>
/// <param name="Version">Type version.</param>
/// <param name="Category">Palette group.</param>
/// <param name="Name">Caption in Chinese for ours, in English for Elsa's.</param>
/// <param name="Help">One sentence for the person who draws.</param>
public sealed record ActivityDescriptor(string Type, int Version, string Category, string Name, string Help)
{
    /// <summary>Inputs, in the order the designer shows them.</summary>
    public ImmutableArray<InputDescriptor> Inputs { get; init; } = [];

    /// <summary>Outputs that a definition may bind to variables.</summary>
    public ImmutableArray<string> Outputs { get; init; } = [];

    /// <summary>Outcome ports that are always there.</summary>
    public ImmutableArray<string> Outcomes { get; init; } = ["Done"];

    /// <summary>Embedded ports, in camel case.</summary>
    public ImmutableArray<string> Ports { get; init; } = [];

    /// <summary>Name of the input whose texts are outcome ports as well or instead; null when ports are fixed.</summary>
    public string? OutcomesInput { get; init; }

    /// <summary>True when the flowchart ends here.</summary>
    public bool IsTerminal { get; init; }

    /// <summary>True when people work on it: it may be returned to and taken back.</summary>
    public bool HasWork { get; init; }

    /// <summary>True when all its outcomes are emitted at once, not one of them.</summary>
    public bool EmitsAll { get; init; }

    /// <summary>True when it is offered in the palette.</summary>
    public bool IsBrowsable { get; init; } = true;

    /// <summary>The outcome ports of one box: the fixed ones, or those its definition lists.</summary>
    public ImmutableArray<string> PortsOf(ActivityNode node)
    {
        if (OutcomesInput == "cases") return [.. node.Cases.Select(c => c.Label), .. Outcomes];
        if (OutcomesInput is null || node.Inputs.GetValueOrDefault(OutcomesInput) is not { } listed) return Outcomes;
        var texts = listed.Constant?.ToTexts() ?? [];
        return texts.IsEmpty ? Outcomes : [.. texts.Distinct(StringComparer.Ordinal)];
    }
}

/// <summary>One input of an activity type.</summary>
/// <param name="Name">JSON name, camel case.</param>
/// <param name="TypeName">Elsa's alias of the type.</param>
/// <param name="Hint">Elsa Studio's editor (singleline, dropdown, checklist …).</param>
/// <param name="Title">Caption.</param>
/// <param name="Help">One sentence: meaning, unit, bounds, default.</param>
public sealed record InputDescriptor(string Name, string TypeName, string Hint, string Title, string Help)
{
    /// <summary>What an unset input means; null when it must be set.</summary>
    public Value? Default { get; init; }

    /// <summary>The values allowed; empty when free.</summary>
    public ImmutableArray<string> Options { get; init; } = [];

    /// <summary>True when the value names a party or parties of the item.</summary>
    public bool NamesParty { get; init; }

    /// <summary>True when the value names a message template of the item.</summary>
    public bool NamesTemplate { get; init; }

    /// <summary>True when the value names a clock of the case; a new name makes a new clock.</summary>
    public bool NamesClock { get; init; }

    /// <summary>True when the value names a result document of the item.</summary>
    public bool NamesResult { get; init; }

    /// <summary>Set when the value is a ladder (督办梯级): the input of the same box, or the fact of the item, that is its clock's limit in working days.</summary>
    public string? LimitOfLadder { get; init; }

    /// <summary>True when publishing without it is refused.</summary>
    public bool Required { get; init; }
}
