using System.Collections.Immutable;
using EGov.Engine.Assessment;
using EGov.Engine.Cases;
using EGov.Engine.Tests.Cases;
using EGov.TestKit.Cases;
using EGov.TestKit.Clocks;

namespace EGov.Engine.Tests.Assessment;

/// <summary>A permit handed in on Monday 5 January 2026: promised in 10 working days, accepted within 5.</summary>
public sealed class Counting_a_case
{
    private static readonly Worker Window = new(new("window"), new("wu"));
    private static readonly Worker Registrar = new(new("registrar"), new("rita"));
    private static readonly DateTimeOffset October = new(2026, 10, 1, 1, 0, 0, TimeSpan.Zero);

    [Fact]
    public void work_done_on_its_last_day_is_in_time_and_the_day_after_late_by_one()
    {
        // Five working days after Monday the 5th end on Monday the 12th.
        Assert.Equal(new() { OnTime = 1 }, In("2026-01", AcceptedAt("2026-01-12T23:59:59")).Work[Window]);
        Assert.Equal(new() { Early = 1 }, In("2026-01", AcceptedAt("2026-01-09T17:00:00")).Work[Window]);
        // Friday is early though only the week-end lies between.
        Assert.Equal(1, In("2026-01", Decided(AcceptedAt("2026-01-06T09:00:00"), "2026-01-20T09:00:00")).Work[Registrar].OnTime);
        Assert.Equal(new() { Late = 1, LateWorkingDays = 2 }, In("2026-01", Decided(AcceptedAt("2026-01-06T09:00:00"), "2026-01-22T09:00:00")).Work[Registrar]);
    }

    [Fact]
    public void work_done_in_another_month_belongs_to_that_month()
    {
        var play = Decided(AcceptedAt("2026-01-30T23:59:59"), "2026-02-02T09:00:00");
        Assert.Equal([Window], In("2026-01", play).Work.Keys.Where(one => one.Team == Window.Team));
        Assert.DoesNotContain(Registrar, In("2026-01", play).Work.Keys);
        Assert.Contains(Registrar, In("2026-02", play).Work.Keys);
        Assert.DoesNotContain(Window, In("2026-02", play).Work.Keys);
    }

    [Fact]
    public void a_rating_belongs_to_the_month_it_is_given_in_and_to_whoever_decided()
    {
        var play = Decided(AcceptedAt("2026-01-06T09:00:00"), "2026-01-12T09:00:00");
        ImmutableArray<GivenRating> ratings = [new(October, 1, false), new(October.AddDays(40), 4, true)];
        Assert.Equal(0, In("2026-01", play, ratings).Work[Registrar].Ratings);
        Assert.Equal(new() { Ratings = 1, RatingPoints = 1, PoorRatings = 1 }, In("2026-10", play, ratings).Work[Registrar]);
        Assert.Equal(new() { RepairedRatings = 1 }, In("2026-11", play, ratings).Work[Registrar]);
        Assert.Equal(Tally.None, In("2026-12", play, ratings));
    }

    [Fact]
    public void what_is_returned_counts_against_whoever_had_done_it()
    {
        var play = AcceptedAt("2026-01-06T09:00:00").At("2026-01-07T09:00:00");
        play = play.Given(new ReturnCase(Play.Officer("fay@fire"), play.Work("SignOff1", "fire").Number, new("Accept1"), Play.Reason));
        Assert.Equal(1, In("2026-01", play).Work[Window].Returned);
        Assert.Single(In("2026-01", play).Work);
    }

    [Fact]
    public void a_card_counts_for_whom_it_was_given_to()
    {
        ImmutableArray<GivenCard> cards = [new(October, true, Window), new(October, false, Window with { Officer = null }), new(October.AddYears(1), true, Window)];
        var tally = CaseAssessment.Of(Question("2026-10"), AcceptedAt("2026-01-06T09:00:00").Journal, [], cards);
        Assert.Equal(new() { RedCards = 1 }, tally.Work[Window]);
        Assert.Equal(new() { YellowCards = 1 }, tally.Work[Window with { Officer = null }]);
    }

    [Fact]
    public void a_case_is_received_accepted_and_finished_each_in_its_month_with_the_days_it_took()
    {
        var play = Decided(AcceptedAt("2026-01-06T09:00:00"), "2026-01-30T09:00:00").At("2026-02-02T09:00:00").GivenDone("Issue1", "Done", by: "wu@window");
        Assert.Equal(CaseStatus.Closed, play.State.Status);
        var filing = new Filing(new("permit"), new("window"));
        Assert.Equal(new() { Received = 1, Accepted = 1 }, In("2026-01", play).Filings[filing]);
        // Decided on the 18th working day after acceptance, ten were promised.
        Assert.Equal(new() { Closed = 1, Timed = 1, UsedWorkingDays = 18, PromisedWorkingDays = 10, Late = 1 }, In("2026-02", play).Filings[filing]);
    }

    private static Play AcceptedAt(string moment) => Play.Open(Permit.WithSignOff()).At(moment).GivenDone("Accept1", "Accepted", by: "wu@window");

    private static Play Decided(Play accepted, string moment)
    {
        foreach (var body in new[] { "fire", "health", "planning" }) accepted = accepted.GivenDone("SignOff1", "Approved", body);
        return accepted.At(moment).GivenDone("Decide1", "Granted", by: "rita@registrar#9");
    }

    private static Tally In(string period, Play play, ImmutableArray<GivenRating> ratings = default) =>
        CaseAssessment.Of(Question(period), play.Journal, ratings.IsDefault ? [] : ratings, []);

    private static AssessmentQuestion Question(string period) =>
        new(AssessmentPeriod.TryRead(period, out var read) ? read : default, The_rule_of_assessment.InForce, OfficeCalendar.Chinese, _ => OfficeCalendar.Chinese);
}
