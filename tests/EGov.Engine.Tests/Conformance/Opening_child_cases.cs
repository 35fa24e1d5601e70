using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.TestKit.Cases;
using EGov.TestKit.Definitions;

namespace EGov.Engine.Tests.Conformance;

/// <summary>A case opens another as on an Elsa server: what travels there, what comes back, and who hears of it.</summary>
public sealed class Opening_child_cases
{
    private static readonly WorkflowDefinition Child = new Drawing("child").Input("Sum").Output("Sum")
        .Activity("Out1", "Elsa.SetOutput", ("outputName", "Sum"), ("outputValue", Given.Script("getInput('Sum')"))).Chain("Start1", "Out1").Definition();

    [Theory, InlineData("Elsa.ExecuteWorkflow"), InlineData("Elsa.DispatchWorkflow")]
    public void ties_the_child_to_what_the_box_says(string type) =>
        Assert.Equal("C-7", Run(type, ("correlationId", "C-7")).Cases[1].State.Correlation);

    [Fact]
    public void does_not_bother_a_parent_that_does_not_wait()
    {
        var host = Run("Elsa.DispatchWorkflow", ("waitForCompletion", false));

        Assert.Empty(host.Refusals);
        Assert.All(host.Cases, play => Assert.Equal(CaseStatus.Closed, play.State.Status));
    }

    [Fact]
    public void leaves_out_what_the_child_does_not_declare() =>
        Assert.Equal(["$NotAwaited", "ParentInstanceId", "Sum"], Run("Elsa.DispatchWorkflow", ("waitForCompletion", false), ("input", Given.Script("({ Sum: 3, Other: 4 })"))).Cases[1].State.Inputs.Keys);

    [Fact]
    public void is_refused_to_a_person_who_claims_a_tie() =>
        Assert.Equal(RejectionCode.VariableUnknown, new Play(Child, CaseState.None, new(2026, 1, 5, 9, 0, 0, TimeSpan.Zero), [], null)
            .When(new OpenCase(Play.Applicant, new("CASE-1"), null, CaseState.None.Inputs.Add("$CorrelationId", Value.Of("C-7")))).Refused);

    [Theory]
    [InlineData("Elsa.DispatchWorkflow", "getFound().Sum")]
    [InlineData("Elsa.ExecuteWorkflow", "getFound().Sum")]
    [InlineData("Elsa.ExecuteWorkflow", "getFound().Output.Sum")]
    public void brings_the_outputs_back(string type, string script) =>
        Assert.Equal(["3"], Run(type, script, ("waitForCompletion", true), ("input", Given.Script("({ Sum: 3 })"))).Lines);

    private static CaseHost Run(string type, params (string Input, object? Value)[] given) => Run(type, "'done'", given);

    private static CaseHost Run(string type, string script, params (string Input, object? Value)[] given)
    {
        var parent = new Drawing("parent").Variable("Found")
            .Activity("Child1", type, [("workflowDefinitionId", "child"), ("result", Given.Bound("Found")), .. given])
            .Activity("Write1", "Elsa.WriteLine", ("text", Given.Script(script))).Chain("Start1", "Child1", "Write1").Definition();
        var host = new CaseHost([Child]);
        host.Open(parent);
        return host;
    }
}
