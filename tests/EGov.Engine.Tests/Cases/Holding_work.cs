using EGov.Engine.Cases;
using EGov.TestKit.Cases;

namespace EGov.Engine.Tests.Cases;

public sealed class Holding_work
{
    [Fact]
    public void claimed_work_is_closed_to_colleagues()
    {
        var play = Claimed();
        Assert.Equal(RejectionCode.HeldByAnother, play.When(new ClaimWorkItem(Play.Officer("lo@fire"), Fire(play))).Refused);
    }

    [Fact]
    public void claiming_twice_changes_nothing()
    {
        var play = Claimed();
        Assert.Empty(play.Given(new ClaimWorkItem(Play.Officer("li@fire"), Fire(play))).Last!.Events);
    }

    [Fact]
    public void released_work_lies_in_the_tray_again()
    {
        var play = Claimed();
        Assert.Null(play.Given(new ReleaseWorkItem(Play.Officer("li@fire"), Fire(play))).Work("SignOff1", "fire").Holder);
    }

    [Fact]
    public void work_of_another_party_cannot_be_claimed()
    {
        var play = Permit.InSignOff();
        Assert.Equal(RejectionCode.PartyMissing, play.When(new ClaimWorkItem(Play.Officer("he@health"), Fire(play))).Refused);
    }

    [Fact]
    public void transferred_work_belongs_to_the_other_party_for_good()
    {
        var play = Claimed();
        play = play.Given(new TransferWorkItem(Play.Officer("li@fire"), Fire(play), new("legal"), null, Play.Reason));
        Assert.Equal(RejectionCode.PartyMissing, play.WhenDone("SignOff1", "Approved", "legal", "li@fire").Refused);
    }

    [Fact]
    public void a_body_that_signs_already_cannot_be_given_a_second_signature()
    {
        var play = Permit.InSignOff();
        Assert.Equal(RejectionCode.SignerAlready, play.When(new TransferWorkItem(Play.Officer("li@fire"), Fire(play), new("health"), null, Play.Reason)).Refused);
    }

    [Fact]
    public void delegated_work_comes_back_to_the_holder_who_finishes_it()
    {
        var play = Claimed();
        play = play.Given(new DelegateWorkItem(Play.Officer("li@fire"), Fire(play), new("lo"), null)).GivenDone("SignOff1", "Approved", "fire", "lo@fire");
        Assert.Equal((new UserId("li"), true, "Approved"), (play.Work("SignOff1", "fire").Holder, play.Work("SignOff1", "fire").IsOpen, play.Work("SignOff1", "fire").Choice));
    }

    [Fact]
    public void a_delegate_cannot_give_the_work_away()
    {
        var play = Claimed();
        play = play.Given(new DelegateWorkItem(Play.Officer("li@fire"), Fire(play), new("lo"), null));
        Assert.Equal(RejectionCode.HeldByAnother, play.When(new TransferWorkItem(Play.Officer("lo@fire"), Fire(play), new("legal"), null, Play.Reason)).Refused);
    }

    [Fact]
    public void the_holder_is_urged_once_a_day()
    {
        var play = Permit.InSignOff();
        play = play.Given(new UrgeWorkItem(Play.Applicant, Fire(play)));
        Assert.Equal(RejectionCode.UrgedToday, play.When(new UrgeWorkItem(Play.Officer("ch@chief"), Fire(play))).Refused);
        Assert.Null(play.At("2026-01-06T09:00:00").When(new UrgeWorkItem(Play.Applicant, Fire(play))).Refused);
    }

    [Fact]
    public void whoever_accepted_cannot_decide()
    {
        var play = Permit.InSignOff(("rule", "Any")).GivenDone("SignOff1", "Approved", "fire");
        Assert.Equal(RejectionCode.FourEyes, play.WhenDone("Decide1", "Granted", by: "wu@registrar").Refused);
    }

    [Fact]
    public void a_choice_that_is_not_offered_is_refused() => Assert.Equal(RejectionCode.ChoiceUnknown, Permit.InSignOff().WhenDone("SignOff1", "Maybe", "fire").Refused);

    [Fact]
    public void finished_work_cannot_be_finished_again() =>
        Assert.Equal(RejectionCode.WorkItemDone, Permit.InSignOff().GivenDone("SignOff1", "Approved", "fire").WhenDone("SignOff1", "Approved", "fire").Refused);

    private static Play Claimed()
    {
        var play = Permit.InSignOff();
        return play.Given(new ClaimWorkItem(Play.Officer("li@fire"), Fire(play)));
    }

    private static int Fire(Play play) => play.Work("SignOff1", "fire").Number;
}
