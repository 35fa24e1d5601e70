using EGov.Engine.Definitions;
using EGov.TestKit.Definitions;

namespace EGov.Engine.Tests.Definitions;

public class Checking_what_boxes_are_given
{
    private static Drawing Item => new Drawing("d").Facts("item", parties: ["window", "chief"]);

    [Fact]
    public void finds_nothing_wrong_with_a_sound_process() => Assert.Empty(Told(Item
        .Activity("Accept1", "EGov.Accept", ("party", "window"))
        .Activity("Decide1", "EGov.Decide", ("party", "chief"), ("fourEyes", new[] { "Accept1" }))
        .Connect("Start1", "Accept1")
        .Connect("Accept1", "Accepted", "Decide1").Connect("Accept1", "Supplement", "End1").Connect("Accept1", "Refused", "End1")
        .Connect("Decide1", "Granted", "End1").Connect("Decide1", "Refused", "End1")));

    [Theory]
    [InlineData(null)]
    [InlineData(" ")]
    public void misses_an_input_that_must_be_given(string? party) => Assert.Contains("R: input-missing (party)", Told(Item.Activity("R", "EGov.Review", ("party", party))));

    [Fact]
    public void misses_signers_where_the_list_is_empty() =>
        Assert.Contains("S: input-missing (parties)", Told(Item.Activity("S", "EGov.SignOff", ("parties", Array.Empty<string>()))));

    [Fact]
    public void does_not_miss_what_a_script_will_give() =>
        Assert.DoesNotContain(Told(Item.Variable("Who").Activity("R", "EGov.Review", ("party", Given.Script("variables.Who")))), told => told.Contains("input-missing", StringComparison.Ordinal));

    [Theory]
    [InlineData("Elsa.FlowJoin", "mode", "WaitSome", "X: input-option-unknown (mode, WaitSome)")]
    [InlineData("EGov.SignOff", "rule", "Most", "X: input-option-unknown (rule, Most)")]
    [InlineData("EGov.Review", "party", "stranger", "X: party-unknown (party, stranger)")]
    [InlineData("EGov.Review", "fourEyes", "Ghost", "X: activity-reference-unknown (fourEyes, Ghost)")]
    [InlineData("EGov.Review", "limitInWorkingDays", "400", "X: limit-out-of-bounds (limitInWorkingDays, 400)")]
    [InlineData("EGov.Deadline", "limitInWorkingDays", "0", "X: limit-below-one (limitInWorkingDays, 0)")]
    [InlineData("EGov.Deadline", "limitInWorkingDays", "10000", "X: limit-out-of-bounds (limitInWorkingDays, 10000)")]
    [InlineData("EGov.Consult", "limitInWorkingDays", "0", "X: limit-below-one (limitInWorkingDays, 0)")]
    [InlineData("EGov.Consult", "silence", "Escalate", "X: input-missing (superior)")]
    [InlineData("EGov.Consult", "kind", "gossip", "X: input-option-unknown (kind, gossip)")]
    [InlineData("EGov.SignOff", "quorum", "0", "X: quorum-out-of-bounds (0)")]
    [InlineData("Elsa.NotFoundActivity", "x", "y", "X: activity-not-found (X)")]
    public void finds_values_that_mean_nothing(string type, string input, string value, string problem) =>
        Assert.Contains(problem, Told(Item.Activity("X", type, (input, value))));

    [Fact]
    public void finds_every_unknown_signer() => Assert.Equal(
        ["S: party-unknown (parties, a)", "S: party-unknown (parties, b)"],
        Told(Item.Activity("S", "EGov.SignOff", ("parties", new[] { "window", "a", "b", "applicant" }))).Where(told => told.Contains("party", StringComparison.Ordinal)));

    [Fact]
    public void lets_a_small_flow_name_the_parties_of_the_items_it_will_stand_in()
    {
        var flow = new Drawing("Small").UsableAsActivity().Activity("R", "EGov.Review", ("party", "chief"));

        Assert.Empty(Told(flow));
        Assert.DoesNotContain(Told(Item.Activity("B", "Small"), flow.Definition()), told => told.Contains("party", StringComparison.Ordinal));
        Assert.Contains("R: party-unknown (party, chief)", Told(new Drawing("d").Facts("item", parties: ["x"]).Activity("B", "Small"), flow.Definition()));
    }

    [Theory]
    [InlineData("Elsa.FlowFork", "branches")]
    [InlineData("Elsa.FlowJoin", "mode")]
    [InlineData("EGov.Review", "outcomes")]
    public void does_not_let_the_shape_of_the_drawing_depend_on_the_case(string type, string input) =>
        Assert.Contains($"X: input-not-constant ({input})", Told(Item.Variable("V").Activity("X", type, (input, Given.Script("variables.V")))));

    [Theory]
    [InlineData(20, 21, 5, "promised-above-statutory (21, 20)")]
    [InlineData(10_000, 0, 0, "limit-out-of-bounds (statutoryLimitInWorkingDays, 10000)")]
    [InlineData(366, 0, 0, "limit-out-of-bounds (statutoryLimitInWorkingDays, 366)")]
    [InlineData(0, 0, -1, "limit-out-of-bounds (acceptanceLimitInWorkingDays, -1)")]
    public void holds_the_promise_against_the_law(int statutory, int promised, int acceptance, string problem) =>
        Assert.Contains(problem, Told(new Drawing("d").Facts("item", statutory, promised, acceptance).Activity("E", "Elsa.End")));

    [Theory]
    [InlineData(-1, "visits-out-of-bounds (-1)")]
    [InlineData(100, "visits-out-of-bounds (100)")]
    public void nobody_comes_less_than_never_or_a_hundred_times(int visits, string problem) =>
        Assert.Contains(problem, Told(new Drawing("d").Facts("item").Asks(["form"], visits).Activity("E", "Elsa.End")));

    [Fact]
    public void a_material_is_asked_for_once() =>
        Assert.Contains("material-twice (form)", Told(new Drawing("d").Facts("item").Asks(["form", "plan", "form"], 0).Activity("E", "Elsa.End")));

    [Fact]
    public void lets_an_office_promise_where_the_law_sets_no_limit() =>
        Assert.Empty(Told(new Drawing("d").Facts("item", statutory: 0, promised: 5).Activity("E", "Elsa.End")));

    private static IEnumerable<string> Told(Drawing drawing, params IEnumerable<WorkflowDefinition> library) =>
        Checking.Told(drawing.Definition(library));
}
