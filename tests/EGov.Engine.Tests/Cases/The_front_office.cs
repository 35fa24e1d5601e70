using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.TestKit.Cases;
using EGov.TestKit.Definitions;

namespace EGov.Engine.Tests.Cases;

/// <summary>只说行 (M027): a window says how things can be done, never that they cannot.</summary>
public sealed class The_front_office
{
    private static Drawing Drawn => new Drawing("front")
        .Facts("front", statutory: 20, acceptance: 5, parties: ["window", "section", "head"])
        .Activity("Accept1", "EGov.Accept", ("party", "window"), ("notifyRefused", "not-taken"))
        .Activity("Supplement1", "EGov.Supplement")
        .Activity("Review1", "EGov.Review", ("party", "window"))
        .Activity("Decide1", "EGov.Decide", ("party", "head"))
        .Connect("Start1", "Accept1").Connect("Accept1", "Accepted", "Review1").Connect("Accept1", "Refused", "End1")
        .Connect("Accept1", "Supplement", "Supplement1").Connect("Supplement1", "Supplied", "Accept1").Connect("Supplement1", "Expired", "End1")
        .Connect("Review1", "Approved", "Decide1").Connect("Review1", "Rejected", "Decide1").Connect("Decide1", "Granted", "End1").Connect("Decide1", "Refused", "End1");

    private static Play Received => Play.Open(Drawn.Offices("window", "section").Definition());

    [Fact]
    public void accepts() => Assert.True(Received.GivenDone("Accept1", "Accepted").State.Reached(Milestone.Accepted));

    [Fact]
    public void asks_for_supplements() => Assert.Equal(["Supplement1/applicant"], Received.GivenDone("Accept1", "Supplement").OpenWork);

    [Fact]
    public void cannot_refuse_what_it_would_refuse_becomes_work_of_the_back_office()
    {
        var play = Received.GivenDone("Accept1", "Refused");
        Assert.Equal(["Accept1/section"], play.OpenWork);
        Assert.False(play.State.Reached(Milestone.NotAccepted));
        Assert.Equal(CaseStatus.Open, play.State.Status);
        Assert.Empty(play.Notices);
    }

    [Fact]
    public void passes_its_reason_on() => Assert.Equal(Play.Reason, Assert.IsType<WorkItemTransferred>(Assert.Single(Received.WhenDone("Accept1", "Refused").Last!.Events)).Reason);

    [Fact]
    public void does_not_pass_on_without_a_reason()
    {
        var play = Received.GivenDone("Accept1", "Accepted");
        var order = new CompleteWorkItem(Play.Officer("li@window"), play.Work("Review1").Number, "Rejected", null, ImmutableSortedDictionary<string, Value>.Empty);
        Assert.Equal(RejectionCode.ReasonMissing, play.When(order).Refused);
    }

    [Fact]
    public void is_out_of_it_once_the_back_office_has_it() =>
        Assert.Equal(RejectionCode.PartyMissing, Received.GivenDone("Accept1", "Refused").WhenDone("Accept1", "Accepted", by: "wu@window").Refused);

    [Theory]
    [InlineData("Refused", Milestone.NotAccepted)]
    [InlineData("Accepted", Milestone.Accepted)]
    public void leaves_the_choice_to_the_back_office(string choice, Milestone reached) =>
        Assert.True(Received.GivenDone("Accept1", "Refused").GivenDone("Accept1", choice, "section").State.Reached(reached));

    [Fact]
    public void does_not_reject_in_a_review_either() =>
        Assert.Equal(["Review1/section"], Received.GivenDone("Accept1", "Accepted").GivenDone("Review1", "Rejected").OpenWork);

    [Fact]
    public void refuses_nothing_where_there_is_no_back_office() =>
        Assert.Equal(RejectionCode.FrontOfficeDecides, Play.Open(Drawn.Offices("window", null).Definition()).WhenDone("Accept1", "Refused").Refused);

    [Fact]
    public void does_not_decide_even_when_a_decision_is_given_to_it()
    {
        var play = Received.GivenDone("Accept1", "Accepted").GivenDone("Review1", "Approved");
        play = play.Given(new TransferWorkItem(Play.Officer("ma@head"), play.Work("Decide1").Number, new("window"), null, Play.Reason));
        Assert.Equal(RejectionCode.FrontOfficeDecides, play.WhenDone("Decide1", "Granted", "window").Refused);
    }

    [Fact]
    public void still_loses_the_case_to_silence() =>
        Assert.True(Received.GivenDone("Accept1", "Refused").At("2026-01-14 08:00").WhenWoken().State.Reached(Milestone.DeemedAccepted));

    [Theory]
    [InlineData("window", null, "back-office-missing")]
    [InlineData("window", "window", "back-office-missing")]
    [InlineData("window", "nobody", "party-unknown")]
    [InlineData("head", "section", "front-office-decides")]
    public void is_checked_before_a_process_is_published(string front, string? back, string problem) =>
        Assert.Contains(DefinitionChecks.Check(Drawn.Offices(front, back).Definition()), found => found.Code == problem);
}
