using System.Collections.Immutable;

namespace EGov.Engine.Definitions;

/// <summary>Whether a definition makes sense: asked before it is published, of a text that could be read.</summary>
public static class DefinitionChecks
{
    /// <summary>What is wrong with it; nothing when it may be published.</summary>
    public static ImmutableArray<Problem> Check(WorkflowDefinition workflow)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        return [];
    }
}
