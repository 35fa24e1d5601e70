using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.TestKit.Cases;
using EGov.TestKit.Definitions;

namespace EGov.Engine.Tests.Conformance;

/// <summary>Events reach whoever waits for them when all that can go on has gone on, as on an Elsa server, and nobody they are not meant for.</summary>
public sealed class Publishing_events
{
    [Theory, InlineData("Event1", "Publish1"), InlineData("Publish1", "Event1")]
    public void reaches_a_branch_of_the_same_case_whichever_comes_first(string one, string other)
    {
        var play = Play.Open(new Drawing("both").Activity("Event1", "Elsa.Event", ("eventName", "go")).Activity("Publish1", "Elsa.PublishEvent", ("eventName", "go"), ("isLocalEvent", true))
            .Connect("Start1", one).Connect("Start1", other).Definition());

        Assert.Equal(CaseStatus.Closed, play.State.Status);
    }

    [Fact]
    public void lets_what_follows_the_publication_go_first() => Assert.Equal(["P1", "P2", "E1"], Play.Open(new Drawing("order")
        .Activity("Event1", "Elsa.Event", ("eventName", "go")).Activity("Publish1", "Elsa.PublishEvent", ("eventName", "go"), ("isLocalEvent", true))
        .Activity("P1", "Elsa.WriteLine", ("text", "P1")).Activity("P2", "Elsa.WriteLine", ("text", "P2")).Activity("E1", "Elsa.WriteLine", ("text", "E1"))
        .Connect("Start1", "Event1").Chain("Start1", "Publish1", "P1", "P2").Connect("Event1", "E1").Definition()).Events.OfType<LineWritten>().Select(line => line.Text));

    [Fact]
    public void reaches_only_cases_tied_to_what_the_box_says()
    {
        var host = new CaseHost([]);
        foreach (var tie in new[] { "C-1", "C-2" }) host.Open(Waiting(tie), tie);
        host.Open(new Drawing("publisher").Activity("Publish1", "Elsa.PublishEvent", ("eventName", "go"), ("correlationId", "C-2")).Chain("Start1", "Publish1").Definition());

        Assert.Equal([CaseStatus.Open, CaseStatus.Closed, CaseStatus.Closed], host.Cases.Select(play => play.State.Status));
    }

    [Fact]
    public void stays_in_the_case_when_local()
    {
        var host = new CaseHost([]);
        host.Open(Waiting("C-1"), "C-1");
        host.Open(new Drawing("publisher").Activity("Publish1", "Elsa.PublishEvent", ("eventName", "go"), ("isLocalEvent", true)).Chain("Start1", "Publish1").Definition());

        Assert.Equal(CaseStatus.Open, host.Cases[0].State.Status);
    }

    private static WorkflowDefinition Waiting(string tie) => new Drawing("waiting")
        .Activity("Tie1", "Elsa.Correlate", ("correlationId", tie)).Activity("Event1", "Elsa.Event", ("eventName", "go")).Chain("Start1", "Tie1", "Event1").Definition();
}
