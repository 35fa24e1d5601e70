using EGov.Engine.Activities.Flow;
using EGov.Engine.Definitions;
using EGov.TestKit.Definitions;

namespace EGov.Engine.Tests.Definitions;

public class Reading_a_definition
{
    [Fact]
    public void keeps_the_text_to_the_letter()
    {
        var text = "\ufeff{ \"unknown\" : [1.50,\t\"\\u4e2d\"],\r\n\"definitionId\":\"d\", \"root\":{\"type\":\"Elsa.End\",\"id\":\"E\",\"mine\":{}} }\n";

        Assert.Equal(text, Inline.Read(text).Definition!.Text);
    }

    [Fact]
    public void finds_the_definition_inside_what_studio_sends_and_the_server_answers() => Assert.All(["model", "workflowDefinition"], wrapper =>
        Assert.Equal("d", Inline.Read($$$"""{"{{{wrapper}}}":{"definitionId":"d","root":{"type":"Elsa.End","id":"E"} },"publish":true}""").Definition!.DefinitionId));

    [Fact]
    public void takes_the_version_id_and_the_id_where_id_and_name_are_missing()
    {
        var definition = Inline.Read("""{"id":"v9","root":{"type":"Elsa.End","id":"E"}}""").Definition!;

        Assert.Equal(("v9", "v9", 1), (definition.DefinitionId, definition.Name, definition.Version));
    }

    [Fact]
    public void numbers_boxes_in_the_order_of_the_text_with_bodies_after_their_box()
    {
        var definition = new Drawing("d")
            .Activity("Each1", "Elsa.ForEach", ("body", Given.Sequence("Steps", Given.Box("A", "Elsa.Start"), Given.Box("B", "Elsa.Start"))))
            .Activity("If1", "Elsa.If", ("else", Given.Box("No", "Elsa.End")), ("then", Given.Box("Yes", "Elsa.End")))
            .Definition();

        Assert.Equal(["Flowchart1", "Each1", "Steps", "A", "B", "If1", "No", "Yes"], definition.Nodes.Select(node => node.Id.Value));
        Assert.Equal([-1, 0, 1, 2, 2, 0, 5, 5], definition.Nodes.Select(node => node.Parent));
        Assert.Equal("Workflow1:Flowchart1:Each1:Steps:B", definition.Nodes[4].NodeId);
        Assert.Equal("3,4", string.Join(',', definition.Nodes[2].Children));
        Assert.Equal((6, 7), (definition.Nodes[5].Embedded["else"], definition.Nodes[5].Embedded["then"]));
    }

    [Theory]
    [InlineData("\"metadata\":{\"displayText\":\"窗口受理\"},\"name\":\"n\"", "窗口受理")]
    [InlineData("\"metadata\":{\"displayText\":null},\"name\":\"n\"", "n")]
    [InlineData("\"metadata\":null", "E")]
    public void captions_a_box_by_its_display_text_then_its_name_then_its_id(string members, string title) =>
        Assert.Equal(title, Inline.Node($"\"type\":\"Elsa.End\",\"id\":\"E\",{members}").Title);

    [Theory]
    [InlineData("\"metadata\":{\"displayText\":\"审查\",\"displayTexts\":{\"en\":\"Review\"}}", "Review")]
    [InlineData("\"metadata\":{\"displayText\":\"审查\",\"displayTexts\":{\"en\":\" \"}}", null)]
    [InlineData("\"metadata\":{\"displayText\":\"审查\",\"displayTexts\":null}", null)]
    [InlineData("\"metadata\":{\"displayText\":\"审查\"}", null)]
    public void takes_an_english_caption_from_beside_the_display_text(string members, string? english) =>
        Assert.Equal(("审查", english), Inline.Node($"\"type\":\"Elsa.End\",\"id\":\"E\",{members}") is var node ? (node.Title, node.TitleInEnglish) : default);

    [Fact]
    public void takes_the_highest_version_of_a_type_where_none_is_written() =>
        Assert.Equal(1, Inline.Node("\"type\":\"Elsa.End\",\"id\":\"E\"").Version);

    [Fact]
    public void reads_the_cases_of_a_switch_with_their_bodies()
    {
        var definition = new Drawing("d")
            .Activity("S", "Elsa.Switch", ("cases", Given.Cases(("big", "1 > 0", Given.Box("A", "Elsa.End")), ("none", "false", null))), ("default", Given.Box("B", "Elsa.End")))
            .Definition();

        Assert.Equal([("big", (int?)2), ("none", null)], definition.Nodes[1].Cases.Select(option => (option.Label, option.Body)));
        Assert.Equal(3, definition.Nodes[1].Embedded["default"]);
    }

    [Fact]
    public void gives_a_flow_switch_a_port_for_each_case()
    {
        var node = Inline.Node("""
            "type":"Elsa.FlowSwitch","id":"S","cases":[{"label":"金额大","condition":{"type":"JavaScript","value":"1 > 0"},"activity":null},{"label":"x","condition":null}]
            """);

        Assert.Equal("金额大,x,Default", string.Join(',', node.Behaviour.Descriptor.PortsOf(node)));
    }

    [Theory]
    [InlineData("{\"id\":\"v1\",\"name\":\"Amount\",\"typeName\":\"Int32\"}")]
    [InlineData("\"v1\"")]
    [InlineData("{\"typeName\":\"Variable\",\"expression\":{\"type\":\"Variable\",\"value\":\"v1\"}}")]
    [InlineData("{\"expression\":{\"type\":\"Literal\",\"value\":\"v1\"},\"typeName\":null}")]
    public void knows_the_variable_that_is_set_in_all_its_forms(string variable) =>
        Assert.Equal("v1", Inline.Node($"\"type\":\"Elsa.SetVariable\",\"id\":\"S\",\"variable\":{variable}").Variable);

    [Fact]
    public void knows_which_variable_an_output_is_bound_to() => Assert.Equal("v1", Inline.Node("""
        "type":"Elsa.Event","id":"E","result":{"typeName":"Object","memoryReference":{"id":"v1"}}
        """).Outputs["result"]);

    [Theory]
    [InlineData("Int32", "\"12\"", "12")]
    [InlineData("System.Int64, mscorlib", "\"-3\"", "-3")]
    [InlineData("Decimal", "\"1.5\"", "1.5")]
    [InlineData("Boolean", "\"True\"", "true")]
    [InlineData("Boolean", "\"\"", "null")]
    [InlineData("String", "12", "\"12\"")]
    [InlineData("Object", "\"[1,{}]\"", "[1,{}]")]
    [InlineData("Object", "\"[not\"", "\"[not\"")]
    [InlineData("String", "\"[1]\"", "\"[1]\"")]
    public void begins_variables_with_what_the_text_means_by_their_type(string type, string written, string json) =>
        Assert.Equal(json, Inline.Read($$$"""
            {"definitionId":"d","variables":[{"id":"v","typeName":"{{{type}}}","value":{{{written}}} }],"root":{"type":"Elsa.End","id":"E"}}
            """).Definition!.Variables[0].Initial.ToJson());

    [Fact]
    public void reads_the_facts_of_the_item()
    {
        var facts = new Drawing("d").Facts("food", 20, 10, 5, ["window", "chief", "window"], "it", "mayor").Activity("E", "Elsa.End").Definition().Facts;

        Assert.Equal((new ItemId("food"), 20, 10, 5), (facts.Item, facts.StatutoryLimitInWorkingDays, facts.PromisedLimitInWorkingDays, facts.AcceptanceLimitInWorkingDays));
        Assert.Equal("window,chief,it,mayor", string.Join(',', facts.Parties.Append(facts.IncidentParty).Append(facts.ExtensionParty)));
    }

    [Fact]
    public void reads_options_arguments_and_outcomes()
    {
        var definition = new Drawing("d").UsableAsActivity().FaultEndsCase().Input("CaseId", "String").Output("Result").Outcomes("Yes", "No").Activity("E", "Elsa.End").Definition();

        Assert.True(definition is { UsableAsActivity: true, FaultEndsCase: true });
        Assert.Equal([new Argument("CaseId", "String"), new("Result", "Object")], definition.Inputs.Concat(definition.Outputs));
        Assert.Equal("Yes,No", string.Join(',', definition.Outcomes));
    }

    [Fact]
    public void keeps_the_place_holder_of_an_unknown_activity_for_the_check() =>
        Assert.IsType<NotFoundActivity>(Inline.Node("\"type\":\"Elsa.NotFoundActivity\",\"version\":1,\"id\":\"N\",\"originalActivityJson\":\"{}\"").Behaviour);
}
