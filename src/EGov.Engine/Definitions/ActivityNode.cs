using System.Collections.Immutable;
using EGov.Engine.Activities;

namespace EGov.Engine.Definitions;

/// <summary>One box on the drawing (环节): what it is, what it is given, what it contains.</summary>
/// <remarks>
/// Nodes are data. Behaviour is looked up by type name and version when the text is read, so a node always knows what it does.
/// <see cref="Index"/> is the position in <see cref="WorkflowDefinition.Nodes"/> (document order, the root is 0); the journal names nodes by it.
/// </remarks>
public sealed record ActivityNode
{
    /// <summary>Position in <see cref="WorkflowDefinition.Nodes"/>.</summary>
    public required int Index { get; init; }

    /// <summary>Index of the containing node; -1 for the root.</summary>
    public required int Parent { get; init; }

    /// <summary>The id Studio gave it, unique within one drawing.</summary>
    public required ActivityId Id { get; init; }

    /// <summary>Ids from the workflow down to this node, joined by colons: <c>Workflow1:Flowchart1:Review1</c>.</summary>
    public required string NodeId { get; init; }

    /// <summary>Activity type name, for example <c>EGov.SignOff</c>.</summary>
    public required string Type { get; init; }

    /// <summary>Version of the activity type.</summary>
    public required int Version { get; init; }

    /// <summary>What the box does.</summary>
    public required IActivity Behaviour { get; init; }

    /// <summary>The caption on the drawing, or the name, or the id.</summary>
    public required string Title { get; init; }

    /// <summary>The caption in English (<c>metadata.displayTexts.en</c>, beside Studio's <c>displayText</c>); null when the definition gives none.</summary>
    public string? TitleInEnglish { get; init; }

    /// <summary>The name expressions know it by, or null.</summary>
    public string? Name { get; init; }

    /// <summary>Outputs that expressions of the drawing ask for by the box's name, by their JSON name.</summary>
    public ImmutableArray<string> Asked { get; init; } = [];

    /// <summary>Inputs by their JSON name (camel case); an input not set is absent.</summary>
    public ImmutableDictionary<string, Expression> Inputs { get; init; } = ImmutableDictionary<string, Expression>.Empty;

    /// <summary>Outputs by their JSON name, with the id of the variable that receives the value.</summary>
    public ImmutableDictionary<string, string> Outputs { get; init; } = ImmutableDictionary<string, string>.Empty;

    /// <summary>Activities contained in a flowchart or sequence, by index, in the order of the text.</summary>
    public ImmutableArray<int> Children { get; init; } = [];

    /// <summary>Activities in embedded ports (<c>then</c>, <c>else</c>, <c>body</c>, <c>root</c>), by index.</summary>
    public ImmutableSortedDictionary<string, int> Embedded { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Cases of a switch, in order.</summary>
    public ImmutableArray<SwitchCase> Cases { get; init; } = [];

    /// <summary>Variables declared by a container.</summary>
    public ImmutableArray<VariableDeclaration> Variables { get; init; } = [];

    /// <summary>Paths of a flowchart; null for everything else.</summary>
    public FlowGraph? Graph { get; init; }

    /// <summary>The variable a SetVariable writes: an id or a name.</summary>
    public string? Variable { get; init; }

    /// <summary>Where Studio drew it; null when it was never placed.</summary>
    public BoxPlace? Drawn { get; init; }

    /// <summary>Line of the opening brace in the text, from 1.</summary>
    public int Line { get; init; }

    /// <summary>Column of the opening brace, from 1.</summary>
    public int Column { get; init; }
}

/// <summary>One case of a switch: its label is the outcome, or the body to run.</summary>
/// <param name="Label">The outcome's name.</param>
/// <param name="Condition">True takes the case.</param>
/// <param name="Body">Index of the embedded activity of an <c>Elsa.Switch</c>; null for a <c>FlowSwitch</c>.</param>
public sealed record SwitchCase(string Label, Expression Condition, int? Body);

/// <summary>A variable of a workflow or container.</summary>
/// <param name="Id">What definitions refer to.</param>
/// <param name="Name">What expressions refer to.</param>
/// <param name="TypeName">Elsa's alias (String, Boolean, Int32 …); informative.</param>
/// <param name="Initial">The value at the start.</param>
public sealed record VariableDeclaration(string Id, string Name, string TypeName, Value Initial);

/// <summary>An input or output of a workflow.</summary>
/// <param name="Name">What expressions and callers refer to.</param>
/// <param name="TypeName">Elsa's alias; informative.</param>
public sealed record Argument(string Name, string TypeName);
