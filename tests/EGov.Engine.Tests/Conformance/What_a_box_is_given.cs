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

    private static System.Text.Json.Nodes.JsonObject Write(string script) => Given.Box("Write1", "Elsa.WriteLine", ("text", Given.Script(script)));

    private static IEnumerable<string> Lines(Drawing drawing) => Play.Open(drawing.Definition()).Events.OfType<LineWritten>().Select(line => line.Text);
}
