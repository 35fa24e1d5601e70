using EGov.Engine.Cases;
using EGov.Engine.Replay;
using EGov.TestKit.Cases;

namespace EGov.Engine.Tests.Cases;

/// <summary>授权: Wang of the fire brigade has delegated his power to Li; what Li does with it is Wang's act too.</summary>
public sealed class Acting_for_another
{
    private static readonly Actor Wang = Play.Officer("wang@fire");

    [Fact]
    public void a_delegate_signs_and_the_journal_holds_both()
    {
        var signed = Permit.InSignOff().Given(Sign(For("li"), "fire")).Events.OfType<WorkItemCompleted>().Last();
        Assert.Equal((new UserId("li"), new UserId("wang")), (signed.By, signed.ActingFor));
    }

    [Fact]
    public void a_delegate_cannot_sign_where_his_owner_has_signed() =>
        Assert.Equal(RejectionCode.FourEyes, Permit.InSignOff().Given(Sign(Play.Officer("wang@health"), "health")).When(Sign(For("li"), "fire")).Refused);

    [Fact]
    public void an_owner_cannot_sign_where_his_delegate_has_signed_for_him() =>
        Assert.Equal(RejectionCode.FourEyes, Permit.InSignOff().Given(Sign(For("li"), "fire")).When(Sign(Play.Officer("wang@health"), "health")).Refused);

    [Fact]
    public void a_delegate_does_not_become_a_second_person() =>
        Assert.Equal(RejectionCode.FourEyes, Permit.InSignOff().Given(Sign(Play.Officer("li@health"), "health")).When(Sign(For("li"), "fire")).Refused);

    [Fact]
    public void two_delegates_of_one_owner_count_once() =>
        Assert.Equal(RejectionCode.FourEyes, Permit.InSignOff().Given(Sign(For("li"), "fire")).When(Sign(For("zhao", "health"), "health")).Refused);

    [Theory]
    [InlineData("wu", "li", "wu")]
    [InlineData("wu", "wu", "chen")]
    public void who_accepted_does_not_decide_through_or_for_another(string accepted, string decides, string owner)
    {
        var play = Play.Open(Permit.WithSignOff(("rule", "Any"))).GivenDone("Accept1", "Accepted", by: accepted + "@window").GivenDone("SignOff1", "Approved", "fire");
        var decision = Complete(Play.Officer(decides + "@registrar") with { ActingFor = new(owner) }, play.Work("Decide1").Number, "Granted");
        Assert.Equal(RejectionCode.FourEyes, play.When(decision).Refused);
    }

    [Fact]
    public void who_had_it_accepted_for_him_does_not_decide()
    {
        var play = Play.Open(Permit.WithSignOff(("rule", "Any")));
        play = play.Given(Complete(Play.Officer("wu@window") with { ActingFor = new("wang") }, play.Work("Accept1").Number, "Accepted")).GivenDone("SignOff1", "Approved", "fire");
        Assert.Equal(RejectionCode.FourEyes, play.WhenDone("Decide1", "Granted", by: "wang@registrar").Refused);
    }

    [Fact]
    public void work_claimed_in_delegated_power_is_lost_with_it()
    {
        var play = Claimed();
        Assert.Equal(RejectionCode.PartyMissing, play.When(Sign(Play.Officer("li@health"), "fire")).Refused);
        Assert.Null(play.When(Sign(For("li"), "fire")).Refused);
    }

    [Fact]
    public void the_owner_may_take_over_what_his_delegate_holds()
    {
        var play = Claimed().Given(new ClaimWorkItem(Wang, Fire(Claimed())));
        Assert.Equal((new UserId("wang"), null), (play.Work("SignOff1", "fire").Holder, play.Work("SignOff1", "fire").HeldFor));
        Assert.Equal(RejectionCode.HeldByAnother, play.When(Sign(Play.Officer("li@fire"), "fire")).Refused);
    }

    [Fact]
    public void a_delegate_finishes_what_his_owner_holds()
    {
        var play = Permit.InSignOff().Given(new ClaimWorkItem(Wang, Fire(Permit.InSignOff())));
        Assert.Equal(RejectionCode.HeldByAnother, play.When(Sign(Play.Officer("li@fire"), "fire")).Refused);
        Assert.Null(play.When(Sign(For("li"), "fire")).Refused);
    }

    [Fact]
    public void delegated_power_is_not_delegated_further() =>
        Assert.Equal(RejectionCode.DelegateCannotDelegate, Claimed().When(new DelegateWorkItem(For("li"), Fire(Claimed()), new("zhao"), Play.Reason)).Refused);

    [Fact]
    public void a_signature_is_taken_back_by_its_owner_or_by_whoever_still_has_his_power()
    {
        var play = Permit.InSignOff().Given(Sign(For("li"), "fire"));
        Assert.Equal(RejectionCode.NotYourWork, play.When(TakeBack(Play.Officer("li@health"))).Refused);
        Assert.Null(play.When(TakeBack(Wang)).Refused);
        Assert.Equal(new UserId("wang"), play.Given(TakeBack(For("li"))).Work("SignOff1", "fire").HeldFor);

        TakeBack TakeBack(Actor by) => new(by, Fire(play), Play.Reason);
    }

    [Fact]
    public void the_journal_replays_to_the_letter()
    {
        var play = Claimed().Given(Sign(For("li"), "fire"));
        play = play.Given(new TakeBack(Wang, Fire(play), Play.Reason)).Given(Sign(Wang, "fire"));
        Assert.Equal((null, CaseJson.Write(play.State)), (JournalReplay.Of(play.Workflow, play.Journal).Difference, CaseJson.Write(JournalReplay.Fold(play.Events))));
    }

    private static Play Claimed() => Permit.InSignOff().Given(new ClaimWorkItem(For("li"), Fire(Permit.InSignOff())));

    private static Actor For(string user, string party = "fire") => Play.Officer($"{user}@{party}") with { ActingFor = new("wang") };

    private static int Fire(Play play) => play.Work("SignOff1", "fire").Number;

    /// <summary>Numbers of the three signatures follow the order in which the permit names the bodies.</summary>
    private static CompleteWorkItem Sign(Actor by, string body) => Complete(by, Permit.InSignOff().Work("SignOff1", body).Number, "Approved");

    private static CompleteWorkItem Complete(Actor by, int work, string choice) =>
        new(by, work, choice, Play.Reason, System.Collections.Immutable.ImmutableSortedDictionary<string, EGov.Engine.Definitions.Value>.Empty);
}
