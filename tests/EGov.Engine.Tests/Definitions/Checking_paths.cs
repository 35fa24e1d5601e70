using EGov.TestKit.Definitions;

namespace EGov.Engine.Tests.Definitions;

public class Checking_paths
{
    private static Drawing Item => new Drawing("d").Facts("item", parties: ["chief"]);

    [Fact]
    public void finds_outcomes_that_the_box_does_not_have() => Assert.Equal(
        ["F: port-unknown (b3, E)"],
        Told(new Drawing("d").Activity("F", "Elsa.FlowFork", ("branches", new[] { "b1", "b2" })).Activity("E", "Elsa.End").Connect("F", "b1", "E").Connect("F", "b3", "E")));

    [Fact]
    public void finds_the_same_path_drawn_twice() =>
        Assert.Equal(["Start1: connection-twice (Done, End1)"], Told(new Drawing("d").Connect("Start1", "End1").Connect("Start1", "End1")));

    [Fact]
    public void finds_boxes_that_nothing_leads_to() =>
        Assert.Equal(["A: activity-unreachable", "B: activity-unreachable"], Told(new Drawing("d").Activity("A", "Elsa.WriteLine").Activity("B", "Elsa.WriteLine").Connect("A", "B").Connect("Start1", "End1")));

    [Fact]
    public void finds_an_outcome_of_an_item_that_leads_nowhere()
    {
        var drawing = Item.Activity("R", "EGov.Review", ("party", "chief")).Connect("Start1", "R").Connect("R", "Approved", "End1");

        Assert.Equal(["R: outcome-dangling (Rejected)"], Told(drawing));
        Assert.Empty(Told(new Drawing("d").Activity("D", "Elsa.FlowDecision").Connect("D", "True", "End1")));
    }

    [Fact]
    public void finds_places_of_an_item_from_which_there_is_no_end() => Assert.Equal(
        ["R: no-way-to-end", "S: no-way-to-end"],
        Told(Item.Activity("D", "Elsa.FlowDecision").Activity("R", "EGov.Review", ("party", "chief")).Activity("S", "EGov.SendSms", ("template", "t"))
            .Connect("Start1", "D").Connect("D", "True", "R").Connect("D", "False", "End1").Connect("R", "Approved", "S").Connect("R", "Rejected", "S").Connect("S", "R")));

    [Fact]
    public void finds_a_loop_without_a_way_out_that_never_waits()
    {
        var loop = new Drawing("d").Activity("A", "Elsa.WriteLine").Activity("B", "Elsa.WriteLine").Chain("Start1", "A", "B", "A");

        Assert.Equal(["A: endless-loop", "B: endless-loop", "Start1: endless-loop"], Told(loop).Order(StringComparer.Ordinal));
        Assert.Empty(Told(new Drawing("d").Activity("A", "Elsa.Delay").Activity("B", "Elsa.WriteLine").Chain("Start1", "A", "B", "A")));
        Assert.Empty(Told(new Drawing("d").Activity("A", "Elsa.WriteLine").Activity("D", "Elsa.FlowDecision").Chain("Start1", "A", "D").Connect("D", "True", "A")));
    }

    [Fact]
    public void finds_a_way_back_to_where_not_every_way_led_through()
    {
        var drawing = new Drawing("d")
            .Activity("D", "Elsa.FlowDecision").Activity("A", "Elsa.WriteLine").Activity("B", "Elsa.WriteLine")
            .Activity("Again", "Elsa.FlowDecision").Connect("Start1", "D").Connect("D", "True", "A").Connect("D", "False", "B")
            .Connect("A", "Again").Connect("B", "Again").Connect("Again", "False", "End1");

        Assert.Empty(Told(drawing));
        Assert.Equal(["Again: backward-path-unsound (True, A)"], Told(drawing.Connect("Again", "True", "A")));
    }

    [Fact]
    public void judges_drawings_inside_drawings_too() => Assert.Equal(
        ["D: outcome-dangling (False)"],
        Told(Item.Activity("L", "Elsa.ForEach", ("body", new Drawing("i").Activity("D", "Elsa.FlowDecision").Connect("D", "True", "End1").Flowchart("Inner")))
            .Chain("Start1", "L", "Finish1").Activity("Finish1", "Elsa.Finish")));

    private static IEnumerable<string> Told(Drawing drawing) => Checking.Told(drawing.Definition());
}
