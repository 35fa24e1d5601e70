using EGov.Engine.Cases;
using EGov.Engine.Clocks;
using EGov.Engine.Definitions;
using EGov.Engine.Replay;
using EGov.TestKit.Cases;
using EGov.TestKit.Clocks;

namespace EGov.Engine.Tests.Cases;

/// <summary>What another edition of the working calendar does to a case that is open when it comes.</summary>
public sealed class A_new_holiday_notice
{
    /// <summary>Saturday 14 February is not worked after all, so whoever counted on it has more time.</summary>
    private static readonly WorkingCalendar Later = SecondNotices.Read(OfficeCalendar.Json.Replace("cn-2026.1", "cn-2026.2", StringComparison.Ordinal).Replace("\"2026-01-04\", \"2026-02-14\", ", "\"2026-01-04\", ", StringComparison.Ordinal));

    [Fact]
    public void moves_the_due_dates_of_clocks_that_run_and_holds_both()
    {
        var play = Permit.InSignOff().Given(new ExtendClock(Play.Officer("ch@chief"), ClockId.Statutory, 10, Play.Reason));
        Assert.Equal("2026-02-14", play.Due("statutory"));
        var amended = Amend(play);

        var fact = Assert.Single(amended.Events.OfType<CalendarAmended>());
        Assert.Equal(("cn-2026.1", "cn-2026.2", Later.Digest, Play.Reason), (fact.From, fact.To, fact.Digest, fact.Reason));
        Assert.Equal<RedatedClock>([new(ClockId.Statutory, new(2026, 2, 14), new(2026, 2, 24)), new(ClockId.Promised, new(2026, 1, 19), new(2026, 1, 19))], fact.Clocks);
        Assert.Equal("2026-02-24", amended.Due("statutory"));
        Assert.All(amended.State.Clocks.Where(clock => clock.StoppedOn is null), clock => Assert.Equal("cn-2026.2", clock.CalendarVersion));
    }

    [Fact]
    public void is_heard_of_once()
    {
        var play = Amend(Permit.InSignOff());
        Assert.Empty(Amend(play).Last!.Events);
    }

    [Fact]
    public void never_turns_a_case_back_to_an_edition_it_has_left()
    {
        var late = Amend(Permit.InSignOff()) with { };
        Assert.Empty((late with { Workflow = late.Workflow with { Calendar = OfficeCalendar.Chinese } }).When(new AmendCalendar(Actor.System, "cn-2025.1", "cn-2026.1", Play.Reason)).Last!.Events);
    }

    [Fact]
    public void reaches_a_clock_that_stands_still_and_counts_when_it_runs_again()
    {
        var play = Amend(Inspected()).At("2026-02-10T10:00:00").GivenDone("Inspect1", "Done");
        var before = Inspected().At("2026-02-10T10:00:00").GivenDone("Inspect1", "Done");
        Assert.Equal(("2026-03-16", "2026-03-17"), (before.Due("statutory"), play.Due("statutory")));
    }

    [Fact]
    public void leaves_a_rung_that_has_fired_fired_and_fires_the_rest_once()
    {
        var play = Permit.InSignOff(("limitInWorkingDays", 30), ("superior", "chief")).At("2026-02-13T09:00:00").WhenWoken();
        var fired = play.Events.OfType<RungFired>().Count();
        var amended = Amend(play).At("2026-04-01T09:00:00").WhenWoken().WhenWoken();

        Assert.Equal(amended.Events.OfType<RungFired>().Count(), amended.Events.OfType<RungFired>().Select(rung => (rung.Clock, rung.Rung)).Distinct().Count());
        Assert.True(amended.Events.OfType<RungFired>().Count() > fired);
    }

    [Fact]
    public void leaves_closed_cases_alone()
    {
        var closed = Permit.InSignOff().Given(new WithdrawCase(Play.Applicant, Play.Reason));
        Assert.Equal(RejectionCode.CaseClosed, Order(closed).Refused);
    }

    [Fact]
    public void is_told_by_the_system_alone() =>
        Assert.Equal(RejectionCode.PartyMissing, Order(Permit.InSignOff(), Play.Officer("ch@chief")).Refused);

    [Fact]
    public void keeps_others_from_deciding_with_the_edition_the_case_has_left()
    {
        var play = Amend(Permit.InSignOff());
        Assert.Equal(RejectionCode.WrongCalendar, (play with { Workflow = play.Workflow with { Calendar = OfficeCalendar.Chinese } }).WhenWoken().Refused);
    }

    [Fact]
    public void is_proved_by_replay_with_the_edition_that_was_in_force_at_each_order()
    {
        var play = Amend(Permit.InSignOff().At("2026-01-06T10:00:00")).At("2026-02-26T09:00:00").WhenWoken().GivenDone("SignOff1", "Approved", "fire");
        WorkingCalendar? Editions(string version) => version == "cn-2026.1" ? OfficeCalendar.Chinese : version == "cn-2026.2" ? Later : null;

        var replayed = JournalReplay.Of(play.Workflow, play.Journal, Editions);
        Assert.Equal((null, CaseJson.Write(play.State)), (replayed.Difference, CaseJson.Write(replayed.State)));
        Assert.Equal("calendar cn-2026.2", JournalReplay.Of(Permit.WithSignOff(), play.Journal).Difference?.Stored);
    }

    [Fact]
    public void is_found_out_when_the_edition_was_changed_afterwards()
    {
        var play = Amend(Permit.InSignOff());
        var forged = SecondNotices.Read(OfficeCalendar.Json.Replace("cn-2026.1", "cn-2026.2", StringComparison.Ordinal).Replace("\"2026-02-28\", ", "", StringComparison.Ordinal));
        Assert.NotNull(JournalReplay.Of(play.Workflow, play.Journal, version => version == "cn-2026.1" ? OfficeCalendar.Chinese : forged).Difference);
    }

    private static Play Amend(Play play) => Order(play) is { Refused: null } amended ? amended : throw new InvalidOperationException("refused");

    private static Play Order(Play play, Actor? by = null) =>
        (play with { Workflow = play.Workflow with { Calendar = Later } }).When(new AmendCalendar(by ?? Actor.System, "cn-2026.1", "cn-2026.2", Play.Reason));

    private static Play Inspected()
    {
        WorkflowDefinition workflow = new EGov.TestKit.Definitions.Drawing("inspected")
            .Facts("inspected", statutory: 20, parties: ["window", "fire"])
            .Activity("Accept1", "EGov.Accept", ("party", "window"))
            .Activity("Inspect1", "EGov.SuspendClock", ("party", "fire"), ("kind", "inspection"))
            .Activity("Review1", "EGov.Review", ("party", "fire"))
            .Connect("Start1", "Accept1").Connect("Accept1", "Accepted", "Inspect1").Connect("Inspect1", "Review1").Connect("Review1", "End1").Definition();
        return Play.Open(workflow).GivenDone("Accept1", "Accepted");
    }
}
