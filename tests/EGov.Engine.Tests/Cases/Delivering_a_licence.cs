using EGov.Engine.Cases;
using EGov.Engine.Clocks;
using EGov.Engine.Definitions;
using EGov.Engine.Tests.Supervision;
using EGov.TestKit.Cases;
using EGov.TestKit.Definitions;

namespace EGov.Engine.Tests.Cases;

/// <summary>行政许可法 art. 44: issued and delivered within ten days of the decision. Decided on Monday 2026-01-05.</summary>
public sealed class Delivering_a_licence
{
    [Fact]
    public void has_a_clock_of_its_own_from_the_decision()
    {
        var decided = Decided();
        Assert.Equal(("stopped", "2026-01-19"), (decided.Due("statutory"), decided.Due("delivery")));
        Assert.Equal("none", Accepted(10).Due("delivery"));
    }

    [Fact]
    public void is_explained_day_by_day()
    {
        var clock = Decided().State.FindClock(ClockId.Delivery)!;
        var days = DueDate.Explain(clock, Licence(10).Calendar);
        Assert.Equal((new DateOnly(2026, 1, 5), new DateOnly(2026, 1, 19), 10), (days[0].Day, days[^1].Day, days.Count(day => day.Counted)));
    }

    [Fact]
    public void ends_when_the_result_is_issued() => Assert.Equal("stopped", Decided().At("2026-01-19 16:00").GivenDone("Issue1", "Done").Due("delivery"));

    [Fact]
    public void is_no_matter_where_the_version_states_no_limit() => Assert.Equal("none", Decided(within: 0).Due("delivery"));

    [Fact]
    public void is_not_extended_by_anybody()
    {
        var head = Play.Officer("ch@chief");
        Assert.Equal(RejectionCode.ClockNotExtendable, Decided().When(new ExtendClock(head, ClockId.Delivery, 5, Play.Reason)).Refused);
        Assert.DoesNotContain(AllowedActs.Of(Licence(10), Decided().State, head, Decided().Now), act => act.Act == Act.ExtendClock);
    }

    [Fact]
    public void tells_the_head_when_it_is_over()
    {
        var late = Decided().At("2026-01-20 00:00").WhenWoken();
        Assert.Equal(("escalation-red-card", "chief"), late.Events.OfType<NoticeAsked>().Last() is var told ? (told.Template, told.To.Value) : default);
    }

    [Fact]
    public void has_a_yellow_card_on_its_ninth_day_and_a_red_one_when_it_is_over() =>
        Assert.Equal(["S24 clock:delivery 01-16 00:00 window", "S13 case 01-20 00:00 window"], Decided().Cards("2026-03-01 00:00", "S13", "S24"));

    [Fact]
    public void in_time_has_none() => Assert.Empty(Decided().At("2026-01-15 23:59").GivenDone("Issue1", "Done").Cards("2026-03-01 00:00", "S13", "S24"));

    [Fact]
    public void begins_anew_where_a_process_decides_again()
    {
        var twice = new Drawing("twice").Facts("twice", statutory: 20, promised: 10, acceptance: 5, parties: ["window", "decider", "chief"], extensions: "chief").Delivers(10)
            .Activity("Accept1", "EGov.Accept", ("party", "window")).Activity("Decide1", "EGov.Decide", ("party", "decider")).Activity("Decide2", "EGov.Decide", ("party", "chief"))
            .Connect("Start1", "Accept1").Connect("Accept1", "Accepted", "Decide1").Connect("Decide1", "Granted", "Decide2").Connect("Decide1", "Refused", "Decide2").Connect("Decide2", "Refused", "End1").Connect("Review1", "Approved", "End1").Connect("Review1", "Rejected", "End1");
        var first = Play.Open(twice.Activity("Review1", "EGov.Review", ("party", "window")).Connect("Decide2", "Granted", "Review1").Definition()).GivenDone("Accept1", "Accepted").GivenDone("Decide1", "Granted");
        Assert.Equal(("2026-01-19", "2026-01-27"), (first.Due("delivery"), first.At("2026-01-13 09:00").GivenDone("Decide2", "Granted").Due("delivery")));
    }

    private static Play Accepted(int within) => Play.Open(Licence(within)).GivenDone("Accept1", "Accepted");

    private static Play Decided(int within = 10) => Accepted(within).GivenDone("Decide1", "Granted");

    private static WorkflowDefinition Licence(int within) => new Drawing("licence").Facts("licence", statutory: 20, promised: 10, acceptance: 5, parties: ["window", "decider", "chief"], extensions: "chief").Delivers(within)
        .Activity("Accept1", "EGov.Accept", ("party", "window")).Activity("Decide1", "EGov.Decide", ("party", "decider")).Activity("Issue1", "EGov.IssueResult", ("party", "window"), ("document", "licence"))
        .Connect("Start1", "Accept1").Connect("Accept1", "Accepted", "Decide1").Connect("Decide1", "Granted", "Issue1").Connect("Decide1", "Refused", "Issue1").Connect("Issue1", "End1").Definition();
}
