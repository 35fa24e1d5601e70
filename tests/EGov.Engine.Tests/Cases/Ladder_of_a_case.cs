using EGov.Engine.Cases;
using EGov.Engine.Clocks;
using EGov.TestKit.Cases;
using EGov.TestKit.Definitions;

namespace EGov.Engine.Tests.Cases;

/// <summary>What the ladder that is drawn does to a case whose limit runs out.</summary>
public sealed class Ladder_of_a_case
{
    [Fact]
    public void is_climbed_at_shares_and_days_of_the_step()
    {
        var play = InReview(10, "50% remind\n90% yellow-card chief\n0 red-card chief");
        Assert.Equal(new DateTimeOffset(2026, 1, 12, 16, 0, 0, TimeSpan.Zero), play.NextWakeUp);
        play = play.At("2026-01-17T09:00:00").WhenWoken();
        Assert.Equal([RungAct.Remind, RungAct.YellowCard], Fired(play));
        Assert.Equal([RungAct.Remind, RungAct.YellowCard, RungAct.RedCard], Fired(play.At("2026-02-17T09:00:00").WhenWoken().WhenWoken()));
    }

    [Fact]
    public void tells_the_supervision_office_once()
    {
        var play = InReview(3, "+1 tell-supervision").At("2026-03-02T09:00:00").WhenWoken().WhenWoken();
        Assert.Equal(("clock", play.Work("Review1").Instance, "step-4"), Assert.Single(play.Events.OfType<SupervisionFlagged>()) is var told ? (told.Matter, told.Instance, told.Clock!.Value.Value) : default);
    }

    [Fact]
    public void starts_another_item_once_and_does_not_wait_for_it()
    {
        var play = InReview(3, "+1 start-item supervision-order").At("2026-03-02T09:00:00").WhenWoken().WhenWoken();
        var asked = Assert.Single(play.Events.OfType<ChildCaseAsked>());
        Assert.Equal(("supervision-order", false, $"CASE-1-r{NumberOf(play, asked)}"), (asked.DefinitionId, asked.Wait, asked.Child.Value));
        Assert.Equal(["Review1/fire"], play.OpenWork);
        Assert.Equal("""{"body":"fire","clock":"step-4","due":"2026-01-08"}""", new Engine.Definitions.Value.Map(asked.Inputs).ToJson());
    }

    [Fact]
    public void hands_work_over_to_the_superior_of_the_step_whoever_holds_it()
    {
        var play = InReview(3, "0 hand-over superior", superior: "chief").Given(new ClaimWorkItem(Play.Officer("li@fire"), 2));
        play = play.At("2026-03-02T09:00:00").WhenWoken();
        Assert.Equal(["Review1/chief"], play.OpenWork);
        Assert.Null(play.Work("Review1").Holder);
        Assert.Equal(RejectionCode.PartyMissing, play.WhenDone("Review1", "Approved", by: "li@fire").Refused);
        Assert.Equal("escalation-hand-over", play.Notices.Last());
    }

    [Fact]
    public void hands_work_over_to_the_head_where_the_step_names_no_superior() =>
        Assert.Equal(["Review1/chief"], InReview(3, "0 hand-over").At("2026-03-02T09:00:00").WhenWoken().OpenWork);

    [Fact]
    public void puts_work_back_for_whoever_stands_in()
    {
        var play = InReview(3, "0 hand-over delegate").Given(new ClaimWorkItem(Play.Officer("li@fire"), 2)).At("2026-03-02T09:00:00").WhenWoken();
        Assert.Null(play.Work("Review1").Holder);
        Assert.Null(play.WhenDone("Review1", "Approved", by: "wang@fire").Refused);
    }

    [Fact]
    public void does_not_ask_a_party_to_sign_twice()
    {
        var play = Permit.InSignOff(("limitInWorkingDays", 3), ("ladder", "0 hand-over fire")).At("2026-01-12T09:00:00").WhenWoken();
        Assert.Equal(["SignOff1/fire", "SignOff1/health", "SignOff1/planning"], play.OpenWork.Order());
    }

    [Fact]
    public void belongs_to_the_statutory_and_the_promised_limit_too()
    {
        var play = Play.Open(new Drawing("d").Facts("item", statutory: 20, promised: 10, acceptance: 5, parties: ["window", "chief"], extensions: "chief")
            .Activity("Accept1", "EGov.Accept", ("party", "window"), ("promisedLadder", "90% yellow-card\n0 red-card"), ("statutoryLadder", "+1 tell-supervision"))
            .Activity("Review1", "EGov.Review", ("party", "window"))
            .Connect("Start1", "Accept1").Connect("Accept1", "Accepted", "Review1").Connect("Review1", "End1").Definition()).GivenDone("Accept1", "Accepted");
        play = play.At("2026-03-20T09:00:00").WhenWoken();
        Assert.Equal([RungAct.YellowCard, RungAct.RedCard, RungAct.TellSupervision], Fired(play));
    }

    [Fact]
    public void fires_what_was_missed_in_the_order_of_time_when_the_office_was_closed()
    {
        var play = InReview(10, "-1 remind\n0 red-card\n+3 tell-supervision\n+5 start-item supervision-order").At("2026-06-01T09:00:00").WhenWoken();
        Assert.Equal([RungAct.Remind, RungAct.RedCard, RungAct.TellSupervision, RungAct.StartItem], Fired(play));
        Assert.Null(play.NextWakeUp);
    }

    [Theory]
    [InlineData("5", "0 red-card nobody", "R: ladder-party-unknown (1, 1, nobody)")]
    [InlineData("5", "\n0 red-card\n-1 remind", "R: ladder-backwards (3, 1, -1)")]
    [InlineData("5", "-1 remind\n50% remind", "R: ladder-backwards (2, 1, 50%)")]
    [InlineData("0", "0 red-card", "R: ladder-without-limit (ladder)")]
    [InlineData("5", "-7 remind", "R: ladder-before-start (1, 1, -7, 5)")]
    public void is_checked_before_publishing(string limit, string ladder, string problem) => Assert.Contains(problem, Definitions.Checking.Told(
        new Drawing("d").Facts("item", parties: ["window", "chief"]).Activity("R", "EGov.Review", ("party", "window"), ("limitInWorkingDays", limit), ("ladder", ladder)).Definition()));

    [Fact]
    public void is_drawn_and_not_worked_out_by_the_case() => Assert.Contains("R: input-not-constant (ladder)", Definitions.Checking.Told(
        new Drawing("d").Facts("item", parties: ["window"]).Variable("V").Activity("R", "EGov.Review", ("party", "window"), ("ladder", Given.Script("variables.V"))).Definition()));

    private static IEnumerable<RungAct> Fired(Play play) => play.Events.OfType<RungFired>().Select(rung => rung.Act);

    private static int NumberOf(Play play, CaseEvent happened) => play.Events.ToList().FindIndex(other => ReferenceEquals(other, happened)) + 1;

    private static Play InReview(int limit, string ladder, string? superior = null) => Play.Open(new Drawing("late")
        .Facts("late", statutory: 0, promised: 0, acceptance: 5, parties: ["window", "fire", "chief"], extensions: "chief")
        .Activity("Accept1", "EGov.Accept", ("party", "window"))
        .Activity("Review1", "EGov.Review", ("party", "fire"), ("limitInWorkingDays", limit), ("ladder", ladder), ("superior", superior))
        .Connect("Start1", "Accept1").Connect("Accept1", "Accepted", "Review1").Connect("Review1", "End1").Definition()).GivenDone("Accept1", "Accepted");
}
