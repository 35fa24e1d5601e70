using EGov.Engine.Cases;
using EGov.Engine.Tests.Cases;
using EGov.TestKit.Cases;
using EGov.TestKit.Definitions;

namespace EGov.Engine.Tests.Supervision;

/// <summary>Cards that come by themselves. Cases are handed in on Monday 2026-01-05 at 17:00 office time.</summary>
public sealed class Supervising_time
{
    private static Play Accepted => Permit.InSignOff(("limitInWorkingDays", 3));

    private static Play Signed => new[] { "fire", "health", "planning" }.Aggregate(Accepted, (play, party) => play.GivenDone("SignOff1", "Approved", party));

    [Fact]
    public void a_yellow_card_comes_with_the_morning_of_the_day_that_uses_nine_tenths() =>
        Assert.Equal(["S01 clock:promised 01-16 00:00 fire"], Accepted.Cards("2026-01-19 12:00", "S01"));

    [Fact]
    public void no_card_comes_a_moment_before() =>
        Assert.Empty(Accepted.Cards("2026-01-15 23:59:59.999", "S01"));

    [Fact]
    public void a_red_card_comes_when_the_promised_day_is_over() =>
        Assert.Equal(["S02 clock:promised 01-20 00:00 fire"], Accepted.Cards("2026-01-20 00:00", "S02"));

    [Fact]
    public void a_decision_on_the_last_day_is_in_time() =>
        Assert.Empty(Signed.At("2026-01-19 23:59").GivenDone("Decide1", "Granted", by: "zhao@registrar#9").Cards("2026-03-01 00:00", "S02", "S03"));

    [Fact]
    public void a_decision_of_the_day_after_is_late_though_nobody_looked_meanwhile() =>
        Assert.Equal(["S02 clock:promised 01-20 00:00 registrar"], Signed.At("2026-01-20 09:00").GivenDone("Decide1", "Granted", by: "zhao@registrar#9").Cards("2026-01-20 09:00", "S02"));

    [Fact]
    public void the_limit_of_the_law_has_a_card_of_its_own_and_then_an_order() =>
        Assert.Equal(["S03 clock:statutory 02-03 00:00 fire", "S22 clock:statutory 02-10 00:00 fire"], Accepted.Cards("2026-02-20 00:00", "S03", "S22"));

    [Fact]
    public void a_step_over_its_limit_gives_a_card_to_everybody_who_has_not_signed() =>
        Assert.Equal(
            ["S04 work:3 01-09 00:00 health", "S04 work:4 01-09 00:00 planning"],
            Accepted.GivenDone("SignOff1", "Approved", "fire").Cards("2026-01-12 00:00", "S04"));

    [Fact]
    public void once_the_whole_is_over_its_steps_have_no_cards_of_their_own()
    {
        var late = Permit.InSignOff(("limitInWorkingDays", 10));
        Assert.Empty(late.Cards("2026-02-20 00:00", "S04"));
        Assert.Single(late.Cards("2026-01-20 00:00", "S02"));
    }

    [Theory]
    [InlineData("GoOn")]
    [InlineData("Agree")]
    [InlineData("Escalate")]
    public void a_body_that_was_asked_and_is_silent_gets_a_card_whatever_its_silence_means(string silence)
    {
        var asked = Asked(silence);
        Assert.Empty(asked.Cards("2026-01-12 23:59:59.999", "S23"));
        Assert.Equal(["S23 work:2 01-13 00:00 fire"], asked.Cards("2026-01-13 00:00", "S04", "S23"));
        Assert.Equal(["S23 work:2 01-13 00:00 fire"], asked.At("2026-02-20 09:00").WhenWoken().WhenWoken().Cards("2026-03-20 09:00", "S04", "S23"));
    }

    [Fact]
    public void an_answer_of_the_last_day_is_in_time_and_one_after_the_whole_limit_is_not()
    {
        Assert.Empty(Asked("GoOn").At("2026-01-12 23:59").GivenDone("Consult1", "Answered").Cards("2026-03-20 09:00", "S23"));
        Assert.Equal(["S23 work:2 01-13 00:00 fire"], Asked("GoOn", promised: 2).At("2026-01-13 09:00").WhenWoken().Cards("2026-03-20 09:00", "S23"));
    }

    [Fact]
    public void the_first_examiner_has_three_days()
    {
        var permit = Play.Open(Permit.WithBranches()).GivenDone("First", "Approved");
        Assert.Empty(permit.Cards("2026-02-20 00:00", "S05")); // nothing was accepted here
        var accepted = Play.Open(Examined).GivenDone("Accept1", "Accepted");
        Assert.Equal(["S05 work:2 01-09 00:00 review"], accepted.Cards("2026-02-20 00:00", "S05"));
        Assert.Empty(accepted.At("2026-01-08 17:00").GivenDone("Review1", "Approved").Cards("2026-02-20 00:00", "S05"));
    }

    [Fact]
    public void work_that_nobody_takes_for_two_days_is_sent_and_not_taken() =>
        Assert.Equal(["S18 work:1 01-08 00:00 window"], Play.Open(Permit.WithSignOff()).Cards("2026-01-08 00:00", "S18"));

    [Fact]
    public void work_that_is_taken_and_left_is_taken_and_not_handled()
    {
        var taken = Play.Open(Examined).GivenDone("Accept1", "Accepted").At("2026-01-06 09:00").Given(new ClaimWorkItem(Play.Officer("li@review"), 2));
        Assert.Equal(["S19 work:2 01-14 00:00 review"], taken.Cards("2026-02-20 00:00", "S18", "S19"));
        Assert.Equal("li", CardOf(taken, "S19").Officer?.Value);
    }

    [Fact]
    public void ten_days_after_the_decision_the_result_is_late() =>
        Assert.Equal(["S13 case 01-20 00:00 window"], Signed.GivenDone("Decide1", "Granted", by: "zhao@registrar#9").Cards("2026-02-20 00:00", "S13"));

    [Fact]
    public void while_a_special_procedure_lasts_no_limit_runs()
    {
        var inspected = Play.Open(new Drawing("inspected").Facts("inspected", statutory: 20, promised: 5, acceptance: 5, parties: ["window", "review"])
            .Activity("Accept1", "EGov.Accept", ("party", "window")).Activity("Inspect1", "EGov.SuspendClock", ("party", "review"), ("kind", "inspection"))
            .Activity("Decide1", "EGov.Decide", ("party", "review"))
            .Connect("Start1", "Accept1").Connect("Accept1", "Accepted", "Inspect1").Connect("Inspect1", "Decide1").Connect("Decide1", "Granted", "End1").Connect("Decide1", "Refused", "End1")
            .Definition()).GivenDone("Accept1", "Accepted");
        Assert.Empty(inspected.Cards("2026-06-01 00:00", "S01", "S02", "S03", "S22"));
        var resumed = inspected.At("2026-03-02 10:00").GivenDone("Inspect1", "Done");
        Assert.Equal(["S01 clock:promised 03-09 00:00 review", "S02 clock:promised 03-10 00:00 review"], resumed.Cards("2026-03-12 00:00", "S01", "S02"));
    }

    [Fact]
    public void a_case_that_is_over_raises_nothing_any_more() =>
        Assert.Empty(Accepted.At("2026-01-06 09:00").Given(new WithdrawCase(Play.Applicant, Play.Reason)).Cards("2027-01-01 00:00", "S01", "S02", "S03", "S04", "S13", "S18", "S19", "S22"));

    private static EGov.Engine.Definitions.WorkflowDefinition Examined => new Drawing("examined").Facts("examined", statutory: 20, promised: 15, acceptance: 5, parties: ["window", "review"])
        .Activity("Accept1", "EGov.Accept", ("party", "window")).Activity("Review1", "EGov.Review", ("party", "review")).Activity("Decide1", "EGov.Decide", ("party", "review"))
        .Connect("Start1", "Accept1").Connect("Accept1", "Accepted", "Review1").Connect("Review1", "Approved", "Decide1").Connect("Review1", "Rejected", "Decide1")
        .Connect("Decide1", "Granted", "End1").Connect("Decide1", "Refused", "End1").Definition();

    private static Play Asked(string silence, int promised = 15) => Play.Open(new Drawing("asked").Facts("asked", statutory: 20, promised: promised, acceptance: 5, parties: ["window", "fire", "chief"], extensions: "chief")
        .Activity("Accept1", "EGov.Accept", ("party", "window")).Activity("Consult1", "EGov.Consult", ("party", "fire"), ("silence", silence), ("superior", "chief")).Activity("Decide1", "EGov.Decide", ("party", "window"))
        .Connect("Start1", "Accept1").Connect("Accept1", "Accepted", "Consult1").Connect("Consult1", "Answered", "Decide1").Connect("Consult1", "Objected", "Decide1").Connect("Consult1", "Silent", "Decide1")
        .Connect("Decide1", "Granted", "End1").Connect("Decide1", "Refused", "End1").Definition()).GivenDone("Accept1", "Accepted");

    private static EGov.Engine.Supervision.Card CardOf(Play play, string rule) =>
        EGov.Engine.Supervision.Watch.Look(Watching.Book, play.Watched().State, Watching.Moment("2026-06-01 00:00")).Cards.First(card => card.Rule.Id == rule);
}
