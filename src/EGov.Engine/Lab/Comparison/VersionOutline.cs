using System.Collections.Immutable;
using EGov.Engine.Definitions;

namespace EGov.Engine.Lab.Comparison;

/// <summary>What one version states, box by box and path by path, in a form in which formatting and the order of the text have disappeared.</summary>
/// <remarks>Boxes inside a definition that is used as an activity belong to that definition and are left out; the box that stands for them is here.</remarks>
/// <param name="Boxes">Every box, nested ones too; the root first.</param>
/// <param name="Paths">Every path; one that is drawn twice is here once.</param>
/// <param name="Facts">What is stated about the whole: name, limits, parties, materials, visits, variables, inputs, outputs.</param>
public sealed record VersionOutline(
    ImmutableArray<OutlinedBox> Boxes, ImmutableHashSet<OutlinedPath> Paths, ImmutableSortedDictionary<StatedKey, Stated> Facts)
{
    /// <summary>The outline of a definition.</summary>
    public static VersionOutline Of(WorkflowDefinition definition) => OutlineWriter.Write(definition);
}

/// <summary>One box: what it is called, where it stands, and everything stated about it.</summary>
/// <param name="Id">Its id in this version.</param>
/// <param name="Type">Activity type name.</param>
/// <param name="Title">Its caption.</param>
/// <param name="Drawn">Where it stands; null when it was never placed.</param>
/// <param name="Statements">Caption, type, container, inputs and the rest.</param>
public sealed record OutlinedBox(ActivityId Id, string Type, string Title, BoxPlace? Drawn, ImmutableSortedDictionary<StatedKey, Stated> Statements);

/// <summary>One path between two boxes, by their ids in this version.</summary>
/// <param name="Source">The box it leaves.</param>
/// <param name="Port">The outcome it carries.</param>
/// <param name="Target">The box it enters.</param>
public readonly record struct OutlinedPath(ActivityId Source, string Port, ActivityId Target);

/// <summary>What kind of thing is stated.</summary>
public enum StatedKind
{
    /// <summary>The caption of the box, or the name of the whole.</summary>
    Caption,

    /// <summary>Activity type, with its version.</summary>
    Type,

    /// <summary>The name by which expressions know the box.</summary>
    Name,

    /// <summary>The box that contains this one, and the port it lies in.</summary>
    Container,

    /// <summary>The order of what a box contains, where order decides: in a sequence, among the cases of a switch.</summary>
    Order,

    /// <summary>Where a flowchart starts.</summary>
    Start,

    /// <summary>An input: parties, rules, limits, messages.</summary>
    Input,

    /// <summary>An output and the variable that receives it, or an output of the whole.</summary>
    Output,

    /// <summary>A variable of the whole, of a container, or the one a box sets.</summary>
    Variable,

    /// <summary>A case of a switch and its condition.</summary>
    Case,

    /// <summary>A fact of the item.</summary>
    Fact,
}

/// <summary>What is stated: the kind, and the JSON name of the member.</summary>
/// <param name="Kind">The kind.</param>
/// <param name="Name">The member: <c>party</c>, <c>limitInWorkingDays</c>; the label of a case.</param>
public readonly record struct StatedKey(StatedKind Kind, string Name) : IComparable<StatedKey>
{
    /// <inheritdoc/>
    public int CompareTo(StatedKey other) => Kind != other.Kind ? Kind.CompareTo(other.Kind) : string.CompareOrdinal(Name, other.Name);

    /// <summary>True when <paramref name="left"/> is listed first.</summary>
    public static bool operator <(StatedKey left, StatedKey right) => left.CompareTo(right) < 0;

    /// <summary>True when <paramref name="left"/> is listed last.</summary>
    public static bool operator >(StatedKey left, StatedKey right) => left.CompareTo(right) > 0;

    /// <summary>True unless <paramref name="left"/> is listed last.</summary>
    public static bool operator <=(StatedKey left, StatedKey right) => left.CompareTo(right) <= 0;

    /// <summary>True unless <paramref name="left"/> is listed first.</summary>
    public static bool operator >=(StatedKey left, StatedKey right) => left.CompareTo(right) >= 0;
}

/// <summary>How a value is stated.</summary>
public enum StatedForm
{
    /// <summary>A constant, in canonical JSON.</summary>
    Constant,

    /// <summary>The id of a variable.</summary>
    Variable,

    /// <summary>The name of an input of the case.</summary>
    Input,

    /// <summary>JavaScript.</summary>
    Script,

    /// <summary>Several values by name, each a form and a text, as a JSON map.</summary>
    Entries,

    /// <summary>Ids of boxes, one a line. They mean the boxes, so a box that was drawn anew under another id is still the same.</summary>
    Boxes,
}

/// <summary>A stated value. Equal statements have equal texts.</summary>
/// <param name="Form">How it is stated.</param>
/// <param name="Text">The value, as <paramref name="Form"/> says.</param>
public readonly record struct Stated(StatedForm Form, string Text);
