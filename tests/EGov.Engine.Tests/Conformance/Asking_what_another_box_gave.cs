using EGov.Engine.Definitions;
using EGov.TestKit.Cases;
using EGov.TestKit.Definitions;

namespace EGov.Engine.Tests.Conformance;

/// <summary>Elsa's functions that read the output of another box, and outputs that go straight to the workflow.</summary>
public sealed class Asking_what_another_box_gave
{
    private static readonly WorkflowDefinition Small = new Drawing("small").UsableAsActivity().Output("Sum")
        .Activity("Out1", "Elsa.SetOutput", ("outputName", "Sum"), ("outputValue", 7)).Chain("Start1", "Out1").Definition();

    [Theory]
    [InlineData("getSumFromBox1()")]
    [InlineData("getOutputFrom('Box1', 'Sum')")]
    [InlineData("getOutputFrom('Event1').by")]
    [InlineData("getResultFromEvent1().by")]
    public void answers_with_its_last_output(string script)
    {
        var host = Run(Drawing(script));

        Assert.Equal(["7"], host.Lines);
        Assert.Empty(DefinitionChecks.Check(host.Cases[0].Workflow));
    }

    [Fact]
    public void answers_with_nothing_before_it_ran() => Assert.Equal(["true"], Run(new Drawing("early")
        .Activity("Write1", "Elsa.WriteLine", ("text", Given.Script("getSumFromBox1() == null"))).Activity("Box1", "Small").Chain("Start1", "Write1", "Box1")).Lines);

    [Fact]
    public void is_refused_when_there_is_no_such_box() =>
        Assert.Equal("variable-unknown", Assert.Single(DefinitionChecks.Check(Drawing("getSumFromBox2()").Definition(Small))).Code);

    [Fact]
    public void leaves_no_trace_where_nobody_asks() =>
        Assert.DoesNotContain(Run(Drawing("'7'")).Cases[0].Events, happened => happened is Engine.Cases.VariableSet);

    [Fact]
    public void is_not_needed_where_the_output_is_bound_to_that_of_the_workflow() =>
        Assert.Equal(Value.Of(7), Run(new Drawing("bound").Output("Total").Activity("Box1", "Small", ("sum", Given.Bound("Total"))).Chain("Start1", "Box1")).Cases[0].State.Outputs["Total"]);

    [Fact]
    public void an_output_goes_to_the_nearest_box_that_has_it()
    {
        var inner = new Drawing("inner").UsableAsActivity().Activity("Out1", "Elsa.SetOutput", ("outputName", "Total"), ("outputValue", 7)).Chain("Start1", "Out1").Definition();
        var outer = new Drawing("outer").UsableAsActivity().Output("Total").Activity("Inner1", "Inner").Chain("Start1", "Inner1").Definition(inner);
        var top = new Drawing("top").Activity("Outer1", "Outer").Activity("Write1", "Elsa.WriteLine", ("text", Given.Script("getTotalFromOuter1()"))).Chain("Start1", "Outer1", "Write1");

        Assert.Equal(["7"], Play.Open(top.Definition(inner, outer)).Events.OfType<Engine.Cases.LineWritten>().Select(line => line.Text));
    }

    [Fact]
    public void a_workflow_used_as_a_box_is_done_whatever_its_root_ended_with()
    {
        var text = new Drawing("choice").UsableAsActivity().ToJson(Given.Box("Choice1", "Elsa.FlowDecision", ("condition", true)));
        var choice = Engine.Definitions.ElsaJson.Read(text, Engine.Activities.ActivityRegistry.Standard, TestKit.Clocks.OfficeCalendar.Chinese).Definition!; // it is sound
        var top = new Drawing("top").Activity("Choice1", "Choice").Activity("Write1", "Elsa.WriteLine", ("text", "after")).Chain("Start1", "Choice1", "Write1");

        Assert.Equal(["after"], Play.Open(top.Definition(choice)).Events.OfType<Engine.Cases.LineWritten>().Select(line => line.Text));
    }

    private static Drawing Drawing(string script) => new Drawing("asking")
        .Activity("Box1", "Small").Activity("Event1", "Elsa.Event", ("eventName", "go")).Activity("Write1", "Elsa.WriteLine", ("text", Given.Script(script))).Chain("Start1", "Box1", "Event1", "Write1");

    private static CaseHost Run(Drawing drawing)
    {
        var host = new CaseHost([], new Dictionary<string, Value> { ["go"] = new Value.Map([new("by", Value.Of(7))]) });
        host.Open(drawing.Definition(Small));
        host.RunToRest();
        return host;
    }
}
