using System.Text.Json.Nodes;
using EGov.Engine.Cases;
using EGov.TestKit.Cases;
using EGov.TestKit.Definitions;

namespace EGov.Engine.Tests.Conformance;

/// <summary>Break ends the loop around it after this round; what is beside the break in the round is finished as on an Elsa server.</summary>
public sealed class Leaving_a_loop
{
    private static readonly JsonObject BreakAtB = Given.Box("If1", "Elsa.If", ("condition", Given.Script("getCurrentValue() == 'b'")), ("then", Given.Box("Break1", "Elsa.Break")));

    [Fact]
    public void skips_the_rest_of_a_sequence() =>
        Assert.Equal(["a1", "a2", "b1", "after"], Lines(Given.Sequence("Body1", Write("W1", 1), BreakAtB.DeepClone().AsObject(), Write("W2", 2))));

    [Fact]
    public void lets_the_drawing_around_the_condition_finish_its_round() =>
        Assert.Equal(["a1", "a2", "b1", "b2", "after"], Lines(new Drawing("body")
            .Activity(Write("W1", 1)).Activity(BreakAtB.DeepClone().AsObject()).Activity(Write("W2", 2)).Chain("W1", "If1", "W2").Flowchart("Body1")));

    [Fact]
    public void ends_the_drawing_it_stands_in() =>
        Assert.Equal(["a1", "after"], Lines(new Drawing("body")
            .Activity(Write("W1", 1)).Activity("Break1", "Elsa.Break").Activity(Write("W2", 2)).Chain("W1", "Break1", "W2").Flowchart("Body1")));

    [Fact]
    public void leaves_only_the_nearest_loop()
    {
        var inner = Given.Box("Loop2", "Elsa.ForEach", ("items", new[] { "x", "y" }), ("body", Given.Sequence("Body2", Write("W1", 1), Given.Box("Break1", "Elsa.Break"))));

        Assert.Equal(["x1", "a2", "x1", "b2", "x1", "c2", "after"], Lines(Given.Sequence("Body1", inner, Write("W2", 2))));
    }

    [Fact]
    public void lets_bodies_that_run_side_by_side_finish()
    {
        var leave = Given.Box("If2", "Elsa.If", ("condition", Given.Script("getCurrentValue() == 'x'")), ("then", Given.Box("Break1", "Elsa.Break")));
        var side = Given.Box("Both1", "Elsa.ParallelForEach", ("items", new[] { "x", "y" }), ("body", Given.Sequence("Body2", leave, Write("W1", 1))));

        Assert.Equal(["y1", "after"], Lines(Given.Sequence("Body1", side, Write("W2", 2))));
    }

    private static JsonObject Write(string id, int round) => Given.Box(id, "Elsa.WriteLine", ("text", Given.Script($"getCurrentValue() + '{round}'")));

    private static IEnumerable<string> Lines(JsonObject body) => Play.Open(new Drawing("loop")
        .Activity("Loop1", "Elsa.ForEach", ("items", new[] { "a", "b", "c" }), ("body", body)).Activity("After1", "Elsa.WriteLine", ("text", "after"))
        .Chain("Start1", "Loop1", "After1").Definition()).Events.OfType<LineWritten>().Select(line => line.Text);
}
