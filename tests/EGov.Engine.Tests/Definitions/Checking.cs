using EGov.Engine.Definitions;

namespace EGov.Engine.Tests.Definitions;

internal static class Checking
{
    /// <summary>What the checks say, without places: box, code and arguments.</summary>
    public static IEnumerable<string> Told(WorkflowDefinition workflow) =>
        DefinitionChecks.Check(workflow).Select(problem => problem.ToString()).Select(told => told[(told.IndexOf(": ", StringComparison.Ordinal) + 2)..]);
}
