using EGov.Engine.Activities;
using EGov.Engine.Definitions;
using EGov.TestKit.Clocks;

namespace EGov.Engine.Tests.Definitions;

/// <summary>Definitions written out as JSON, where the text itself is what a test is about.</summary>
internal static class Inline
{
    public static DefinitionReading Read(string json, params IEnumerable<WorkflowDefinition> library) =>
        ElsaJson.Read(json, ActivityRegistry.Standard, OfficeCalendar.Chinese, [.. library]);

    /// <summary>A definition around these members of a flowchart.</summary>
    public static DefinitionReading Flowchart(string members) =>
        Read("{\"definitionId\":\"d\",\"root\":{\"type\":\"Elsa.Flowchart\",\"version\":1,\"id\":\"F\"," + members + "}}");

    /// <summary>A definition whose root is this activity, without its braces.</summary>
    public static DefinitionReading Root(string activity) => Read("{\"definitionId\":\"d\",\"root\":{" + activity + "}}");

    /// <summary>The only node of a definition whose root is this activity.</summary>
    public static ActivityNode Node(string activity) => Root(activity).Definition!.Root;

    /// <summary>The problems as lines of text.</summary>
    public static IEnumerable<string> Told(this DefinitionReading reading) => reading.Problems.Select(problem => problem.ToString());
}
