using System.Text.Json.Nodes;
using EGov.TestKit.Definitions;

namespace EGov.Engine.Tests.Definitions;

public class Checking_names
{
    [Theory]
    [InlineData("variables.Amount + getVariable('amount') + getAmount()", "amount", "W: variable-unknown (Amount, text, 1:11)")]
    [InlineData("1 +\n getInput('Place')", "amount", "W: input-unknown (Place, text, 2:11)")]
    [InlineData("getNothing()", "amount", "W: variable-unknown (Nothing, text, 1:1)")]
    public void finds_a_name_that_nothing_declares(string script, string variable, string problem) =>
        Assert.Equal([problem], Told(new Drawing("d").Variable(variable).Activity(Writing(Given.Script(script)))));

    [Fact]
    public void knows_inputs_by_accessor_and_by_name() =>
        Assert.Empty(Told(new Drawing("d").Input("Place").Activity(Writing(Given.Script("getPlace() + getInput('Place') + input.ParentInstanceId")))));

    [Fact]
    public void finds_a_bare_variable_that_nothing_declares() =>
        Assert.Equal(["W: variable-unknown (v9, text)"], Told(new Drawing("d").Activity(Writing(Given.Variable("v9")))));

    [Fact]
    public void finds_a_variable_that_is_set_but_not_declared() =>
        Assert.Equal(["S: variable-unknown (v9, variable)"], Told(new Drawing("d").Activity("S", "Elsa.SetVariable", ("variable", Given.Picked("v9")))));

    [Fact]
    public void looks_into_the_conditions_of_a_switch() => Assert.Equal(
        ["S: variable-unknown (x, cases, 1:11)"], Told(new Drawing("d").Activity("S", "Elsa.FlowSwitch", ("cases", Given.Cases(("a", "variables.x", null))))));

    [Fact]
    public void knows_the_current_value_only_inside_a_loop()
    {
        var body = Given.Box("W", "Elsa.WriteLine", ("text", Given.Script("getCurrentValue() + variables.CurrentIndex")));

        Assert.Empty(Told(new Drawing("d").Activity("L", "Elsa.ForEach", ("body", body.DeepClone()))));
        Assert.Equal(2, Told(new Drawing("d").Activity(body)).Count());
        Assert.Single(Told(new Drawing("d").Activity("L", "Elsa.ForEach", ("items", Given.Script("getCurrentValue()")))));
    }

    [Fact]
    public void knows_a_containers_variables_inside_it_only()
    {
        var inner = new Drawing("i").Variable("Mine").Activity(Writing(Given.Script("variables.Mine"))).Flowchart("Inner");

        Assert.Empty(Told(new Drawing("d").Activity(inner.DeepClone().AsObject())));
        Assert.Equal(
            ["X: variable-unknown (Mine, text, 1:11)"],
            Told(new Drawing("d").Activity(inner).Activity("X", "Elsa.WriteLine", ("text", Given.Script("variables.Mine"))).Connect("Inner", "X")));
    }

    [Fact]
    public void does_not_let_a_box_be_given_what_only_its_inside_knows()
    {
        var small = new Drawing("Small").UsableAsActivity().Input("Place").Variable("Secret").Activity("E", "Elsa.End").Definition();
        var outer = new Drawing("d").Activity("B", "Small", ("place", Given.Script("variables.Secret"))).Definition(small);

        Assert.Equal(["B: variable-unknown (Secret, place, 1:11)"], Checking.Told(outer));
    }

    private static JsonObject Writing(JsonObject text) => Given.Box("W", "Elsa.WriteLine", ("text", text));

    private static IEnumerable<string> Told(Drawing drawing) => Checking.Told(drawing.Definition());
}
