using EGov.Engine.Activities.Flow;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.TestKit.Cases;
using EGov.TestKit.Definitions;

namespace EGov.Engine.Tests.Definitions;

/// <summary>A department's small flow stands as one box in another definition.</summary>
public class Linking_definitions
{
    private static readonly WorkflowDefinition Site = new Drawing("site-visit").Named("Site Visit").UsableAsActivity()
        .Input("Place").Output("Result").Variable("Note", value: "none")
        .Activity("Write1", "Elsa.WriteLine", ("text", Given.Script("`${getInput('Place')}/${getNote()}`")))
        .Activity("Out1", "Elsa.SetOutput", ("outputName", "Result"), ("outputValue", "seen"))
        .Chain("Start1", "Write1", "Out1", "End1")
        .Definition();

    private static Drawing Outer => new Drawing("outer").Variable("Found", value: "").Variable("Note", value: "outside")
        .Activity("Visit1", "SiteVisit", ("place", Given.Script("getNote()")), ("result", Given.Bound("Found")))
        .Activity("Write2", "Elsa.WriteLine", ("text", Given.Script("getFound()")))
        .Chain("Start1", "Visit1", "Write2");

    [Fact]
    public void puts_the_nodes_of_the_small_flow_below_its_box()
    {
        var definition = Outer.Definition(Site);

        Assert.Equal(["Flowchart1", "Start1", "Visit1", "Flowchart1", "Start1", "Write1", "Out1", "End1", "Write2"], definition.Nodes.Select(node => node.Id.Value));
        Assert.Equal([-1, 0, 0, 2, 3, 3, 3, 3, 0], definition.Nodes.Select(node => node.Parent));
        Assert.Equal(Enumerable.Range(0, 9), definition.Nodes.Select(node => node.Index));
        Assert.Equal("Workflow1:Flowchart1:Visit1:Flowchart1:Write1", definition.Nodes[5].NodeId);
        Assert.Equal((4, 4, 5), (definition.Nodes[3].Graph!.Start, definition.Nodes[3].Graph!.Connections[0].Source, definition.Nodes[3].Graph!.Connections[0].Target));
        Assert.Equal((definition.Nodes[2].Line, definition.Nodes[2].Column), (definition.Nodes[5].Line, definition.Nodes[5].Column));
    }

    [Fact]
    public void hands_inputs_in_and_outputs_out_past_variables_of_the_same_name()
    {
        var lines = Play.Open(Outer.Definition(Site)).Events.OfType<LineWritten>().Select(line => line.Text);

        Assert.Equal(["outside/none", "seen"], lines);
    }

    [Fact]
    public void links_a_flow_inside_a_flow_inside_a_flow()
    {
        var middle = new Drawing("middle").UsableAsActivity().Activity("A", "SiteVisit", ("place", "A")).Activity("B", "SiteVisit", ("place", "B")).Chain("Start1", "A", "B").Definition(Site);
        var top = new Drawing("top").Activity("M", "Middle").Activity("N", "Middle").Chain("Start1", "M", "N").Definition(Site, middle);

        Assert.Equal(["A/none", "B/none", "A/none", "B/none"], Play.Open(top).Events.OfType<LineWritten>().Select(line => line.Text));
        Assert.Empty(DefinitionChecks.Check(top));
    }

    [Theory]
    [InlineData("\"version\":2", 2)]
    [InlineData("\"version\":9", 3)]
    [InlineData("\"name\":\"Visit1\"", 3)]
    public void takes_the_version_asked_for_or_else_the_highest(string member, int version) =>
        Assert.Equal(version, Assert.IsType<Composite>(Inline.Read(Box(member), Versions()).Definition!.Root.Behaviour).Inner.Version);

    [Fact]
    public void finds_a_renamed_flow_by_its_definition_id() =>
        Assert.Equal("site-visit", Assert.IsType<Composite>(Inline.Read(
            Box("\"workflowDefinitionId\":\"site-visit\""), Site with { Name = "Visit on site" }).Definition!.Root.Behaviour).Inner.DefinitionId);

    [Fact]
    public void does_not_know_a_flow_that_is_not_offered_as_an_activity() =>
        Assert.Equal(["1:36: V: activity-unknown (SiteVisit)"], Inline.Read(Box("\"version\":1"), Site with { UsableAsActivity = false }).Told());

    [Fact]
    public void refuses_a_definition_that_contains_itself_directly_or_through_another()
    {
        var middle = new Drawing("middle").UsableAsActivity().Activity("A", "SiteVisit").Definition(Site);

        Assert.Equal("definition-contains-itself", new Drawing("site-visit").Activity("A", "SiteVisit").Read(Site).Problems.Single().Code);
        Assert.Equal("definition-contains-itself", new Drawing("site-visit").Activity("A", "Middle").Read(Site, middle).Problems.Single().Code);
    }

    [Fact]
    public void refuses_flows_that_double_until_they_are_too_many()
    {
        var flow = new Drawing("f0").UsableAsActivity().Activity("A", "Elsa.End").Definition();
        var reading = new DefinitionReading(flow, []);
        for (var level = 1; reading.Succeeded && level < 20; level++)
        {
            flow = reading.Definition;
            reading = new Drawing($"f{level}").UsableAsActivity().Activity("A", $"F{level - 1}").Activity("B", $"F{level - 1}").Read(flow);
        }

        Assert.Equal("too-many-activities", reading.Problems.Single().Code);
        Assert.InRange(flow.Nodes.Length, 500, ElsaJson.MostActivities);
    }

    [Fact]
    public void refuses_flows_inside_flows_without_end()
    {
        var (reading, levels) = (new DefinitionReading(Site, []), 0);
        for (var (flow, type) = (Site, "SiteVisit"); reading.Succeeded; flow = reading.Definition!, type = $"F{levels++}")
            reading = new Drawing($"f{levels}").UsableAsActivity().Activity("A", type).Read(flow);

        Assert.Equal("definition-too-deep", reading.Problems.Single().Code);
        Assert.InRange(levels, 25, 40);
    }

    private static IEnumerable<WorkflowDefinition> Versions() => new[] { 1, 3, 2 }.Select(version => Site with { Version = version });

    private static string Box(string member) => "{\"definitionId\":\"o\",\"root\":{\"type\":\"SiteVisit\",\"id\":\"V\"," + member + "}}";
}
