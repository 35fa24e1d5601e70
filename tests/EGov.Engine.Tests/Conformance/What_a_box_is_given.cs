using EGov.Engine.Cases;
using EGov.TestKit.Cases;
using EGov.TestKit.Definitions;

namespace EGov.Engine.Tests.Conformance;

/// <summary>Inputs are looked at once, before the box does anything, as on an Elsa server.</summary>
public sealed class What_a_box_is_given
{
    [Theory]
    [InlineData("Elsa.Delay", "timeSpan")]
    [InlineData("Elsa.Event", "eventName")]
    [InlineData("Elsa.RunTask", "payload")]
    [InlineData("Elsa.For", "end")]
    [InlineData("Elsa.Fault", "message")]
    [InlineData("Elsa.DispatchWorkflow", "input")]
    public void is_not_replaced_by_a_default_when_it_cannot_be_computed(string type, string input)
    {
        var play = Play.Open(new Drawing("failing").Variable("N").Activity("Box1", type, (input, Given.Script("getN().x"))).Chain("Start1", "Box1").Definition());

        Assert.Equal("expression-failed", Assert.Single(play.Events.OfType<ActivityFaulted>()).Code);
    }

    [Fact]
    public void stays_as_it_was_while_a_loop_shortens_its_own_list()
    {
        var body = Given.Sequence("Body1", Write("getCurrentValue()"), Given.Box("Set1", "Elsa.SetVariable", ("variable", Given.Picked("List")), ("value", Given.Script("[]"))));
        var drawing = new Drawing("shrinking").Variable("List", value: new[] { "a", "b" }).Activity("Loop1", "Elsa.ForEach", ("items", Given.Script("getList()")), ("body", body)).Chain("Start1", "Loop1");

        Assert.Equal(["a", "b"], Lines(drawing));
    }

    [Fact]
    public void stays_as_it_was_while_a_loop_moves_its_own_end()
    {
        var body = Given.Sequence("Body1", Write("getCurrentValue()"), Given.Box("Set1", "Elsa.SetVariable", ("variable", Given.Picked("N")), ("value", 9)));
        var drawing = new Drawing("moving").Variable("N", value: 1).Activity("Loop1", "Elsa.For", ("start", 0), ("end", Given.Script("getN()")), ("body", body)).Chain("Start1", "Loop1");

        Assert.Equal(["0", "1"], Lines(drawing));
    }

    [Fact]
    public void may_be_a_dictionary_of_expressions_as_the_editor_writes_it()
    {
        var entries = Dictionary("""{"Kind":{"type":"Literal","value":"permit"},"Sum":{"type":"JavaScript","value":"getN() + 1"},"Note":{"type":"Variable","value":"N"},"Plain":5}""");
        var play = Play.Open(Child(entries).Definition());

        Assert.Equal("""{"Kind":"permit","Note":1,"Plain":5,"Sum":2}""", new Engine.Definitions.Value.Map(Assert.Single(play.Events.OfType<ChildCaseAsked>()).Inputs).ToJson());
    }

    [Theory]
    [InlineData("""{"A":{"type":"CSharp","value":"1"}}""", "expression-type-unsupported (CSharp, A, 0:0)")]
    [InlineData("""{"A":{"type":"JavaScript","value":"1 +"}}""", "expression-unexpected-end (A, 1:4)")]
    public void is_refused_by_name_inside_a_dictionary_too(string dictionary, string problem) =>
        Assert.EndsWith(problem, Assert.Single(Child(Dictionary(dictionary)).Read().Problems).ToString(), StringComparison.Ordinal);

    [Fact]
    public void is_checked_for_unknown_names_inside_a_dictionary_too() =>
        Assert.Equal("variable-unknown", Assert.Single(Engine.Definitions.DefinitionChecks.Check(Child(Dictionary("""{"A":{"type":"JavaScript","value":"getUnknown()"}}""")).Definition())).Code);

    private static Drawing Child(object entries) =>
        new Drawing("parent").Variable("N", value: 1).Activity("Child1", "Elsa.DispatchWorkflow", ("workflowDefinitionId", "child"), ("input", entries)).Chain("Start1", "Child1");

    private static System.Text.Json.Nodes.JsonObject Dictionary(string entries) =>
        new() { ["typeName"] = null, ["expression"] = new System.Text.Json.Nodes.JsonObject { ["type"] = "Object", ["value"] = entries } };

    private static System.Text.Json.Nodes.JsonObject Write(string script) => Given.Box("Write1", "Elsa.WriteLine", ("text", Given.Script(script)));

    private static IEnumerable<string> Lines(Drawing drawing) => Play.Open(drawing.Definition()).Events.OfType<LineWritten>().Select(line => line.Text);
}
