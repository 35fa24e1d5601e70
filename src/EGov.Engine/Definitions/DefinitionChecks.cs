using System.Collections.Immutable;
using EGov.Engine.Definitions.Checks;

namespace EGov.Engine.Definitions;

/// <summary>Whether a definition makes sense: asked before it is published, of a text that could be read.</summary>
/// <remarks>
/// A plain Elsa workflow may let a path end anywhere, as on an Elsa server. The process of an item may not: every outcome leads on,
/// and from everywhere an end can be reached, so that no application is lost in silence.
/// </remarks>
public static class DefinitionChecks
{
    /// <summary>The longest limit an item may set: 365 working days.</summary>
    public const int LongestLimitInWorkingDays = 365;

    /// <summary>The most visits in person an item may ask for: 99.</summary>
    public const int MostVisits = 99;

    /// <summary>What is wrong with it, by place; nothing when it may be published. Never throws.</summary>
    /// <remarks>What is wrong inside a linked definition is shown at the box that stands for it.</remarks>
    public static ImmutableArray<Problem> Check(WorkflowDefinition workflow)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        var drawings = workflow.Nodes.Where(node => node.Graph is not null).Select(node => new Drawing(workflow, node)).ToArray();
        return
        [
            .. FactChecks.Check(workflow.Facts)
                .Concat(workflow.Nodes.SelectMany(node => InputChecks.Check(workflow, node)))
                .Concat(workflow.Nodes.SelectMany(node => NameChecks.Check(workflow, node)))
                .Concat(workflow.Nodes.SelectMany(node => node.Behaviour.Check(node, workflow)))
                .Concat(drawings.SelectMany(PathChecks.Check))
                .Concat(drawings.SelectMany(EndChecks.Check))
                .Concat(drawings.SelectMany(JoinChecks.Check))
                .Distinct(SameProblem.Instance)
                .OrderBy(problem => problem.Line).ThenBy(problem => problem.Column),
        ];
    }

    // Two boxes inside the same linked definition may complain alike; the reader sees one box.
    private sealed class SameProblem : IEqualityComparer<Problem>
    {
        public static readonly SameProblem Instance = new();

        public bool Equals(Problem? x, Problem? y) => x?.ToString() == y?.ToString();

        public int GetHashCode(Problem problem) => StringComparer.Ordinal.GetHashCode(problem.ToString());
    }
}
