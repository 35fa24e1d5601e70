using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace EGov.Engine.Definitions;

/// <summary>What came of reading a definition: the definition, or what is wrong with its text.</summary>
/// <param name="Definition">The definition; null when there are problems.</param>
/// <param name="Problems">In reading order, at most 1,000; arguments longer than 200 characters are cut.</param>
public sealed record DefinitionReading(WorkflowDefinition? Definition, ImmutableArray<Problem> Problems)
{
    /// <summary>Whether it was read.</summary>
    [MemberNotNullWhen(true, nameof(Definition))]
    public bool Succeeded => Definition is not null;
}
