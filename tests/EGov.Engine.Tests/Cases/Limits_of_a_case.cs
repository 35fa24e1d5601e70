using EGov.Engine.Cases;
using EGov.TestKit.Cases;
using EGov.TestKit.Definitions;

namespace EGov.Engine.Tests.Cases;

public sealed class Limits_of_a_case
{
    [Fact]
    public void run_from_acceptance() => Assert.Equal("2026-02-02", Permit.InSignOff().Due("statutory"));

    [Fact]
    public void stop_at_the_decision() =>
        Assert.Equal("stopped", Permit.InSignOff(("rule", "Any")).GivenDone("SignOff1", "Approved", "fire").GivenDone("Decide1", "Granted", by: "re@registrar").Due("statutory"));

    [Fact]
    public void run_from_receipt_when_nobody_spoke_within_five_days()
    {
        var silent = Play.Open(Permit.WithSignOff());
        Assert.Equal(new DateTimeOffset(2026, 1, 12, 16, 0, 0, TimeSpan.Zero), silent.NextWakeUp);
        var deemed = silent.At("2026-01-13T00:00:00").WhenWoken();
        Assert.Equal((true, "2026-02-02", 3), (deemed.State.Reached(Milestone.DeemedAccepted), deemed.Due("statutory"), deemed.OpenWork.Count()));
    }

    [Fact]
    public void let_the_office_ask_for_supplements_once()
    {
        var play = Play.Open(Permit.WithSignOff()).GivenDone("Accept1", "Supplement").GivenDone("Supplement1", "Supplied");
        Assert.Equal(RejectionCode.ChoiceUnknown, play.WhenDone("Accept1", "Supplement").Refused);
    }

    [Fact]
    public void run_out_for_an_applicant_who_supplies_nothing()
    {
        var play = Play.Open(Permit.WithSignOff()).GivenDone("Accept1", "Supplement").At("2026-03-01T00:00:00").WhenWoken();
        Assert.Equal(CaseStatus.Closed, play.State.Status);
    }

    [Fact]
    public void are_extended_once_by_the_head_with_a_reason()
    {
        var play = Permit.InSignOff().Given(new ExtendClock(Play.Officer("ch@chief"), ClockId.Statutory, 10, Play.Reason));
        Assert.Equal("2026-02-14", play.Due("statutory"));
        Assert.Equal(RejectionCode.ExtendedAlready, play.When(new ExtendClock(Play.Officer("ch@chief"), ClockId.Statutory, 5, Play.Reason)).Refused);
    }

    [Theory]
    [InlineData("li@fire", 10, RejectionCode.PartyMissing)]
    [InlineData("ch@chief", 11, RejectionCode.LimitOutOfBounds)]
    [InlineData("ch@chief", 0, RejectionCode.LimitOutOfBounds)]
    public void are_not_extended_otherwise(string by, int days, RejectionCode code) =>
        Assert.Equal(code, Permit.InSignOff().When(new ExtendClock(Play.Officer(by), ClockId.Statutory, days, Play.Reason)).Refused);

    [Theory]
    [InlineData(45, 15, null)]
    [InlineData(45, 16, RejectionCode.LimitOutOfBounds)]
    [InlineData(20, 10, null)]
    [InlineData(20, 15, RejectionCode.LimitOutOfBounds)]
    public void are_extended_by_fifteen_days_only_where_bodies_act_jointly(int statutory, int days, RejectionCode? code)
    {
        var joint = Play.Open(new Drawing("joint").Facts("joint", statutory: statutory, parties: ["window", "mayor"], extensions: "mayor")
            .Activity("Accept1", "EGov.Accept", ("party", "window")).Activity("Review1", "EGov.Review", ("party", "window"))
            .Connect("Start1", "Accept1").Connect("Accept1", "Accepted", "Review1").Connect("Review1", "End1").Definition()).GivenDone("Accept1", "Accepted");
        Assert.Equal(code, joint.When(new ExtendClock(Play.Officer("wu@mayor"), ClockId.Statutory, days, Play.Reason)).Refused);
    }

    [Fact]
    public void stand_still_during_an_inspection_in_one_of_two_branches()
    {
        var play = Inspected();
        Assert.Equal("suspended", play.Due("statutory"));
        play = play.At("2026-01-12T10:00:00").GivenDone("Inspect1", "Done");
        Assert.Equal("2026-02-09", play.Due("statutory"));
    }

    [Fact]
    public void escalate_a_late_step_once_each_rung_in_order()
    {
        var play = Permit.InSignOff(("limitInWorkingDays", 3), ("superior", "chief")).At("2026-01-20T09:00:00").WhenWoken().WhenWoken();
        Assert.Equal(["escalation-remind", "escalation-superior"], play.Notices.Where(n => n.StartsWith("escalation", StringComparison.Ordinal)).Distinct().Take(2));
        Assert.Equal(2, play.Events.OfType<RungFired>().Count(r => r.Clock.Value.StartsWith("step", StringComparison.Ordinal)));
    }

    [Fact]
    public void end_when_the_applicant_withdraws()
    {
        var play = Permit.InSignOff().Given(new WithdrawCase(Play.Applicant, Play.Reason));
        Assert.Equal((CaseStatus.Withdrawn, "stopped", 0), (play.State.Status, play.Due("statutory"), play.State.WorkItems.Length));
    }

    [Fact]
    public void cannot_be_escaped_by_withdrawing_after_the_decision()
    {
        var play = Permit.InSignOff(("rule", "Any")).GivenDone("SignOff1", "Approved", "fire").GivenDone("Decide1", "Granted", by: "re@registrar");
        Assert.Equal(RejectionCode.AlreadyDecided, play.When(new WithdrawCase(Play.Applicant, Play.Reason)).Refused);
    }

    private static Play Inspected() => Play.Open(new Drawing("inspected")
        .Facts("inspected", statutory: 20, parties: ["window", "fire", "health"])
        .Activity("Accept1", "EGov.Accept", ("party", "window"))
        .Activity("Fork1", "Elsa.FlowFork", ("branches", new[] { "a", "b" }))
        .Activity("Inspect1", "EGov.SuspendClock", ("party", "fire"), ("kind", "inspection"))
        .Activity("Review1", "EGov.Review", ("party", "health"))
        .Activity("Join1", "Elsa.FlowJoin", ("mode", "WaitAllActive"))
        .Connect("Start1", "Accept1").Connect("Accept1", "Accepted", "Fork1").Connect("Fork1", "a", "Inspect1").Connect("Fork1", "b", "Review1")
        .Connect("Inspect1", "Join1").Connect("Review1", "Approved", "Join1").Connect("Join1", "End1").Definition()).GivenDone("Accept1", "Accepted");
}
