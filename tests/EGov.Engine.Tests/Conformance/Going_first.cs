using EGov.Engine.Cases;
using EGov.TestKit.Cases;
using EGov.TestKit.Definitions;

namespace EGov.Engine.Tests.Conformance;

/// <summary>Where one turn would cancel another, the order in which the drawing lists its paths decides nothing.</summary>
public sealed class Going_first
{
    private static readonly string[] Boxes = ["A", "B"];

    [Theory, InlineData("A", "B"), InlineData("B", "A")]
    public void a_join_of_the_first_cancels_whoever_waits(string one, string other)
    {
        var play = Play.Open(Fork(one, other).Activity("A", "Elsa.WriteLine", ("text", "A")).Activity("B", "Elsa.Delay").Connect("A", "J").Connect("B", "J").Definition());

        Assert.Equal((CaseStatus.Closed, "A J"), (play.State.Status, Lines(play)));
    }

    [Theory, InlineData("A", "B"), InlineData("B", "A")]
    public void a_join_of_the_first_cancels_whoever_waits_further_up(string one, string other)
    {
        var play = Play.Open(Fork(one, other).Activity("A", "Elsa.WriteLine", ("text", "A")).Activity("B", "Elsa.WriteLine", ("text", "B")).Activity("C", "Elsa.Delay")
            .Connect("A", "J").Chain("B", "C", "J").Definition());

        Assert.Equal((CaseStatus.Closed, "A B J"), (play.State.Status, Lines(play)));
    }

    [Theory, InlineData("A", "B"), InlineData("B", "A")]
    public void a_loop_beside_the_first_arrival_does_not_bring_the_join_back(string one, string other)
    {
        var play = Play.Open(Counting(Fork(one, other), "B", until: 2).Activity("A", "Elsa.WriteLine", ("text", "A")).Activity("X", "Elsa.FlowFork")
            .Connect("A", "J").Chain("B", "X", "More").Connect("More", "True", "B").Connect("More", "False", "J").Definition());

        Assert.Equal((CaseStatus.Closed, "A J"), (play.State.Status, Lines(play)));
    }

    [Theory, InlineData("A", "More"), InlineData("More", "A")]
    public void a_step_back_lets_what_it_forgets_have_its_turn(string one, string other)
    {
        var play = Play.Open(Counting(new Drawing("back"), "T", until: 2).Activity("A", "Elsa.WriteLine", ("text", "A"))
            .Chain("Start1", "T").Connect("T", one).Connect("T", other).Connect("More", "True", "T").Definition());

        Assert.Equal((CaseStatus.Closed, "A A"), (play.State.Status, Lines(play)));
    }

    /// <summary>A box that counts, and the decision whether to count once more.</summary>
    private static Drawing Counting(Drawing drawing, string box, int until) => drawing.Variable("N", value: 0)
        .Activity(box, "Elsa.SetVariable", ("variable", Given.Picked("N")), ("value", Given.Script("getN() + 1")))
        .Activity("More", "Elsa.FlowDecision", ("condition", Given.Script($"getN() < {until}")));

    private static Drawing Fork(string one, string other) => new Drawing("fork").Activity("Fork1", "Elsa.FlowFork", ("branches", Boxes))
        .Activity("J", "Elsa.FlowJoin", ("mode", "WaitAny")).Activity("After", "Elsa.WriteLine", ("text", "J")).Chain("Start1", "Fork1")
        .Connect("Fork1", one, one).Connect("Fork1", other, other).Connect("J", "After");

    private static string Lines(Play play) => string.Join(' ', play.Events.OfType<LineWritten>().Select(line => line.Text).Order(StringComparer.Ordinal));
}
