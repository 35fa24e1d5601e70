using EGov.TestKit.Definitions;

namespace EGov.Engine.Tests.Definitions;

public class Checking_joins
{
    [Fact]
    public void finds_a_join_that_waits_for_both_sides_of_a_decision() => Assert.Equal(["J: join-never-completes"], Told(Decision(Joined("WaitAll"))));

    [Theory]
    [InlineData("WaitAny")]
    [InlineData("WaitAllActive")]
    public void lets_a_join_take_the_side_that_comes(string mode) => Assert.Empty(Told(Decision(Joined(mode))));

    [Fact]
    public void lets_a_join_wait_for_all_branches_of_a_fork() => Assert.Empty(Told(Fork(Joined("WaitAll"))));

    [Fact]
    public void finds_a_join_behind_a_join_that_never_completes() => Assert.Equal(
        ["J: join-never-completes", "K: join-never-completes"],
        Told(Decision(Joined("WaitAll")).Activity("K", "Elsa.FlowJoin", ("mode", "WaitAll")).Connect("J", "K")));

    [Fact]
    public void lets_a_switch_that_may_match_any_case_meet_in_a_join() => Assert.Empty(Told(Joined("WaitAll")
        .Activity("S", "Elsa.FlowSwitch", ("mode", "MatchAny"), ("cases", Given.Cases(("a", "1 > 0", null), ("b", "2 > 1", null))))
        .Connect("Start1", "S").Connect("S", "a", "A").Connect("S", "b", "B")));

    [Fact]
    public void sees_that_the_second_branch_may_be_quicker_than_the_race_that_would_cancel_it() => Assert.Empty(Told(Fork(Joined("WaitAll"))
        .Activity("C", "Elsa.WriteLine").Activity("Race", "Elsa.FlowJoin", ("mode", "WaitAny"))
        .Connect("A", "Race").Connect("B", "C").Connect("C", "Race")));

    [Fact]
    public void finds_a_join_that_a_race_beside_it_always_robs_of_a_branch() => Assert.Equal(["J: join-never-completes"], Told(Fork(Joined("WaitAll"))
        .Activity("Race", "Elsa.FlowJoin", ("mode", "WaitAny")).Connect("A", "Race").Connect("B", "Race")));

    [Fact]
    public void says_nothing_of_a_drawing_with_too_many_states()
    {
        var drawing = Joined("WaitAll").Activity("Fork", "Elsa.FlowFork", ("branches", new[] { "1", "2", "3", "4", "5", "6", "7", "8" })).Connect("Start1", "Fork")
            .Activity("D", "Elsa.FlowDecision").Connect("Fork", "1", "D").Connect("D", "True", "A").Connect("D", "False", "B");
        foreach (var branch in new[] { "2", "3", "4", "5", "6", "7", "8" })
            drawing = drawing.Activity("a" + branch, "Elsa.FlowDecision").Activity("b" + branch, "Elsa.FlowDecision")
                .Connect("Fork", branch, "a" + branch).Connect("a" + branch, "True", "b" + branch);

        Assert.DoesNotContain(Told(drawing), told => told.Contains("join", StringComparison.Ordinal));
    }

    private static Drawing Joined(string mode) => new Drawing("d")
        .Activity("A", "Elsa.WriteLine").Activity("B", "Elsa.WriteLine").Activity("J", "Elsa.FlowJoin", ("mode", mode)).Connect("A", "J").Connect("B", "J");

    private static Drawing Decision(Drawing joined) =>
        joined.Activity("D", "Elsa.FlowDecision").Connect("Start1", "D").Connect("D", "True", "A").Connect("D", "False", "B");

    private static Drawing Fork(Drawing joined) =>
        joined.Activity("F", "Elsa.FlowFork", ("branches", new[] { "1", "2" })).Connect("Start1", "F").Connect("F", "1", "A").Connect("F", "2", "B");

    private static IEnumerable<string> Told(Drawing drawing) => Checking.Told(drawing.Definition());
}
