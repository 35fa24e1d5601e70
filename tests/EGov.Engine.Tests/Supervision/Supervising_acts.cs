using EGov.Engine.Cases;
using EGov.Engine.Tests.Cases;
using EGov.TestKit.Cases;
using EGov.TestKit.Definitions;

namespace EGov.Engine.Tests.Supervision;

/// <summary>Cards for what was done, or left out, by an order.</summary>
public sealed class Supervising_acts
{
    private const string Later = "2026-01-06 18:00";

    private static Play InDecision => new[] { "fire", "health", "planning" }.Aggregate(Permit.InSignOff(), (play, party) => play.GivenDone("SignOff1", "Approved", party));

    [Fact]
    public void silence_for_five_days_is_a_red_card_from_the_moment_it_was_entered() =>
        Assert.Equal(["S06 case 01-14 09:00 window"], Play.Open(Permit.WithSignOff()).At("2026-01-14 09:00").Given(new WakeUp(Actor.System)).Cards("2026-01-14 09:00", "S06"));

    [Fact]
    public void a_refusal_without_an_opinion_is_a_red_card()
    {
        var silent = Free("Decide1", "Refused", null);
        Assert.Equal(["S07 case 01-06 09:00 review"], silent.Cards(Later, "S07"));
        Assert.Empty(Free("Decide1", "Refused", Play.Reason).Cards(Later, "S07"));
        Assert.Empty(Free("Decide1", "Granted", null).Cards(Later, "S07"));
    }

    [Fact]
    public void a_refusal_that_the_applicant_is_not_told_of_is_a_yellow_card()
    {
        Assert.Equal(["S08 case 01-06 09:00 review"], Free("Decide1", "Refused", Play.Reason).Cards(Later, "S08"));
        Assert.Empty(Free("Decide1", "Refused", Play.Reason, notify: "decision-made").Cards(Later, "S08"));
        Assert.Empty(Free("Decide1", "Granted", Play.Reason).Cards(Later, "S08"));
    }

    [Fact]
    public void a_procedure_that_does_not_count_needs_a_notice()
    {
        Assert.Equal(["S09 step:4 01-05 17:00 review"], Inspected(notice: null).Cards(Later, "S09"));
        Assert.Empty(Inspected(notice: "inspection-notice").Cards(Later, "S09"));
    }

    [Fact]
    public void supplements_are_asked_for_once()
    {
        var once = Play.Open(Permit.WithSignOff()).GivenDone("Accept1", "Supplement");
        Assert.Empty(once.Cards(Later, "S10"));
        Assert.Equal(["S10 case 01-05 17:00 window"], once.Forged(new MilestoneReached(Milestone.SupplementAsked, new(2026, 1, 6), null, new("wu"))).Cards(Later, "S10"));
    }

    [Fact]
    public void a_limit_is_extended_once_and_by_ten_days()
    {
        var extended = Permit.InSignOff().Given(new ExtendClock(Play.Officer("chief-1@chief"), ClockId.Statutory, 10, Play.Reason));
        Assert.Empty(extended.Cards(Later, "S11"));
        Assert.Equal(["S11 clock:statutory 01-05 17:00 fire"], extended.Forged(Extended(extended, 1)).Cards(Later, "S11"));
        Assert.Equal(["S11 clock:statutory 01-05 17:00 fire"], Permit.InSignOff().Forged(Extended(Permit.InSignOff(), 11)).Cards(Later, "S11"));
    }

    [Fact]
    public void a_limit_that_is_over_is_not_extended()
    {
        var late = Permit.InSignOff().At("2026-01-20 08:00").Given(new ExtendClock(Play.Officer("chief-1@chief"), ClockId.Promised, 5, Play.Reason));
        Assert.Equal(["S12 clock:promised 01-20 08:00 fire"], late.Cards("2026-01-20 08:00", "S12"));
        Assert.Single(late.Cards("2026-03-01 00:00", "S02")); // being late is not cured by it, nor told twice
    }

    [Fact]
    public void the_third_return_is_a_yellow_card()
    {
        var permit = Permit.InSignOff();
        for (var time = 1; time <= 3; time++)
        {
            Assert.Empty(permit.Cards(Later, "S14"));
            permit = permit.Given(new ReturnCase(Play.Officer("officer-of-fire@fire"), permit.Work("SignOff1", "fire").Number, new("Accept1"), Play.Reason)).GivenDone("Accept1", "Accepted", by: "wu@window");
        }

        Assert.Equal(["S14 case 01-05 17:00 fire"], permit.Cards(Later, "S14"));
    }

    [Fact]
    public void what_was_decided_is_not_undone_unseen()
    {
        var decided = InDecision.GivenDone("Decide1", "Granted", by: "zhao@registrar#9");
        Assert.Empty(decided.Cards(Later, "S15"));
        var work = decided.Work("Issue1");
        Assert.Equal(["S15 case 01-05 17:00 window"], decided.Forged(new WorkTakenBack(work.Number, new("wu"), new("Issue1"), Play.Reason)).Cards(Later, "S15"));
    }

    [Fact]
    public void a_decision_has_no_effect_from_a_day_before()
    {
        var backdated = InDecision.At("2026-01-08 09:00").Forged(new MilestoneReached(Milestone.Decided, new(2026, 1, 7), "Granted", new("zhao")));
        Assert.Equal(["S16 case 01-08 09:00 registrar"], backdated.Cards("2026-01-08 10:00", "S16"));
        Assert.Empty(InDecision.At("2026-01-08 09:00").GivenDone("Decide1", "Granted", by: "zhao@registrar#9").Cards("2026-01-08 10:00", "S16"));
    }

    [Fact]
    public void a_decision_is_not_entered_before_what_led_to_it()
    {
        var clockSetBack = InDecision.At("2026-01-05 16:00").GivenDone("Decide1", "Granted", by: "zhao@registrar#9");
        Assert.Equal(["S16 case 01-05 17:00 registrar"], clockSetBack.Cards(Later, "S16"));
        Assert.Empty(InDecision.At("2026-01-05 16:58").GivenDone("Decide1", "Granted", by: "zhao@registrar#9").Cards(Later, "S16")); // two hosts may differ by that
    }

    [Fact]
    public void a_case_of_many_days_that_is_decided_at_one_go_was_handled_elsewhere()
    {
        Assert.Equal(["S17 case 01-05 17:00 registrar"], InDecision.GivenDone("Decide1", "Granted", by: "zhao@registrar#9").Cards(Later, "S17"));
        Assert.Empty(InDecision.At("2026-01-05 17:06").GivenDone("Decide1", "Granted", by: "zhao@registrar#9").Cards(Later, "S17"));
    }

    [Fact]
    public void what_was_decided_is_issued_before_the_case_is_closed()
    {
        Assert.Equal(["S20 case 01-06 09:00 review"], Free("Decide1", "Granted", Play.Reason).Cards(Later, "S20"));
        Assert.Empty(InDecision.GivenDone("Decide1", "Granted", by: "zhao@registrar#9").GivenDone("Issue1", "Done").Cards(Later, "S20"));
    }

    [Fact]
    public void what_the_process_reports_is_a_card() =>
        Assert.Equal(["S21 case 01-05 17:00 fire"], Permit.InSignOff().Forged(new SupervisionFlagged("fee-outside-the-list", 0, null)).Cards(Later, "S21"));

    /// <summary>A decision on the day after, by a process that asks for no reason and tells nobody unless told to.</summary>
    private static Play Free(string box, string choice, TextHash? opinion, string notify = "")
    {
        var drawing = new Drawing("free").Facts("free", statutory: 20, parties: ["review"])
            .Activity(box, "EGov.Decide", ("party", "review"), ("reasonRequired", Array.Empty<string>()), ("notifyApplicant", notify))
            .Connect("Start1", box).Connect(box, "Granted", "End1").Connect(box, "Refused", "End1").Definition();
        var play = Play.Open(drawing).At("2026-01-06 09:00");
        return play.Given(new CompleteWorkItem(Play.Officer("li@review"), 1, choice, opinion, System.Collections.Immutable.ImmutableSortedDictionary<string, EGov.Engine.Definitions.Value>.Empty));
    }

    private static Play Inspected(string? notice) => Play.Open(new Drawing("inspected").Facts("inspected", statutory: 20, parties: ["window", "review"], acceptance: 5)
        .Activity("Accept1", "EGov.Accept", ("party", "window")).Activity("Inspect1", "EGov.SuspendClock", ("party", "review"), ("kind", "inspection"), ("notifyStarted", notice ?? ""))
        .Connect("Start1", "Accept1").Connect("Accept1", "Accepted", "Inspect1").Connect("Inspect1", "End1").Definition()).GivenDone("Accept1", "Accepted");

    private static ClockChanged Extended(Play play, int days) =>
        new(ClockChange.Extended, play.State.FindClock(ClockId.Statutory)!.Extend(days, new("chief-1"), Play.Reason, play.Workflow.Calendar));
}
