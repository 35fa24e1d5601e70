using EGov.Engine.Cases;
using EGov.TestKit.Cases;
using EGov.TestKit.Definitions;

namespace EGov.Engine.Tests.Cases;

/// <summary>Requests between bodies: typed, with days of their own, and with a meaning for silence.</summary>
public sealed class Consulting_another_body
{
    [Theory]
    [InlineData("information", null, "2026-01-07")]
    [InlineData("opinion", null, "2026-01-12")]
    [InlineData("review", null, "2026-01-14")]
    [InlineData("review", 3, "2026-01-08")]
    public void grants_two_five_or_seven_working_days_unless_the_request_says_otherwise(string kind, int? limit, string due) =>
        Assert.Equal(due, Asked(kind, "GoOn", limit).Due("consult-4"));

    [Fact]
    public void does_not_stop_the_clocks_of_the_case() => Assert.Equal("2026-02-02", Asked("review", "GoOn").Due("statutory"));

    [Theory]
    [InlineData("Answered")]
    [InlineData("Objected")]
    public void ends_with_the_answer(string answer)
    {
        var play = Asked("opinion", "GoOn").GivenDone("Consult1", answer);
        Assert.Equal([answer + "/window"], play.OpenWork);
        Assert.Equal("stopped", play.Due("consult-4"));
    }

    [Fact]
    public void asks_for_a_reason_where_the_body_objects()
    {
        var play = Asked("opinion", "GoOn");
        Assert.Equal(RejectionCode.ReasonMissing, play.When(new CompleteWorkItem(Play.Officer("li@fire"), play.Work("Consult1").Number, "Objected", null, System.Collections.Immutable.ImmutableSortedDictionary<string, Engine.Definitions.Value>.Empty)).Refused);
    }

    [Theory]
    [InlineData("Agree", "Answered/window")]
    [InlineData("GoOn", "Silent/window")]
    [InlineData("Escalate", "Consult1/chief")]
    public void means_by_silence_what_was_settled_beforehand(string silence, string open)
    {
        var asked = Asked("opinion", silence);
        Assert.Equal(["Consult1/fire"], asked.At("2026-01-12T23:59:59").WhenWoken().OpenWork);
        Assert.Equal([open], asked.At("2026-01-13T00:00:00").WhenWoken().WhenWoken().OpenWork);
    }

    [Fact]
    public void lets_the_superior_answer_what_was_handed_to_him() =>
        Assert.Equal(["Objected/window"], Asked("opinion", "Escalate").At("2026-01-20T09:00:00").WhenWoken().GivenDone("Consult1", "Objected").OpenWork);

    [Fact]
    public void reminds_the_body_a_day_before() => Assert.Equal(["escalation-remind"], Asked("opinion", "GoOn").At("2026-01-12T09:00:00").WhenWoken().Notices);

    [Fact]
    public void climbs_the_ladder_that_is_drawn_before_silence_ends_it()
    {
        var play = Asked("opinion", "GoOn", ladder: "50% remind\n0 red-card chief").At("2026-03-02T09:00:00").WhenWoken();
        Assert.Equal(["Remind", "RedCard", "Expire"], play.Events.OfType<RungFired>().Where(rung => rung.Clock.Value == "consult-4").Select(rung => rung.Act.ToString()));
    }

    private static Play Asked(string kind, string silence, int? limit = null, string? ladder = null) => Play.Open(new Drawing("asked")
        .Facts("asked", statutory: 20, promised: 0, acceptance: 5, parties: ["window", "fire", "chief"], extensions: "chief")
        .Activity("Accept1", "EGov.Accept", ("party", "window"))
        .Activity("Consult1", "EGov.Consult", ("party", "fire"), ("kind", kind), ("silence", silence), ("superior", "chief"), ("limitInWorkingDays", limit), ("ladder", ladder))
        .Activity("Answered", "EGov.Review", ("party", "window")).Activity("Objected", "EGov.Review", ("party", "window")).Activity("Silent", "EGov.Review", ("party", "window"))
        .Connect("Start1", "Accept1").Connect("Accept1", "Accepted", "Consult1").Connect("Consult1", "Answered", "Answered").Connect("Consult1", "Objected", "Objected").Connect("Consult1", "Silent", "Silent")
        .Connect("Answered", "End1").Connect("Objected", "End1").Connect("Silent", "End1").Definition()).GivenDone("Accept1", "Accepted");
}
