using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.TestKit.Cases;

namespace EGov.Engine.Tests.Cases;

public sealed class Signing_off
{
    [Fact]
    public void asks_all_bodies_at_once() =>
        Assert.Equal(["SignOff1/fire", "SignOff1/health", "SignOff1/planning"], Permit.InSignOff().OpenWork);

    [Fact]
    public void tells_the_applicant_after_each_body() =>
        Assert.Equal(["signed", "signed", "signed"], AllSign(Permit.InSignOff()).Notices.Where(n => n == "signed"));

    [Fact]
    public void goes_on_when_the_last_body_has_signed() => Assert.Equal(["Decide1/registrar"], AllSign(Permit.InSignOff()).OpenWork);

    [Fact]
    public void the_same_person_cannot_sign_for_two_bodies() =>
        Assert.Equal(RejectionCode.FourEyes, Permit.InSignOff().GivenDone("SignOff1", "Approved", "fire", "li@fire,health").WhenDone("SignOff1", "Approved", "health", "li@fire,health").Refused);

    [Fact]
    public void a_rejection_needs_a_reason()
    {
        var play = Permit.InSignOff();
        var order = new CompleteWorkItem(Play.Officer("li@fire"), play.Work("SignOff1", "fire").Number, "Rejected", null, ImmutableSortedDictionary<string, Value>.Empty);
        Assert.Equal(RejectionCode.ReasonMissing, play.When(order).Refused);
    }

    [Theory]
    [InlineData("All", "WaitForAll", "A", null)]
    [InlineData("All", "WaitForAll", "R", null)]
    [InlineData("All", "WaitForAll", "RAA", "Rejected")]
    [InlineData("All", "StopAtOnce", "R", "Rejected")]
    [InlineData("Any", "WaitForAll", "RA", "Approved")]
    [InlineData("Any", "StopAtOnce", "RR", null)]
    [InlineData("Any", "StopAtOnce", "RRR", "Rejected")]
    [InlineData("Majority", "WaitForAll", "AA", "Approved")]
    [InlineData("Majority", "StopAtOnce", "RR", "Rejected")]
    [InlineData("Majority", "WaitForAll", "RR", null)]
    [InlineData("Quorum", "WaitForAll", "RAA", "Approved")]
    [InlineData("Quorum", "StopAtOnce", "RR", "Rejected")]
    public void ends_as_its_rule_says(string rule, string onRejection, string signatures, string? outcome)
    {
        var play = Permit.InSignOff(("rule", rule), ("onRejection", onRejection), ("quorum", 2));
        foreach (var (body, sign) in new[] { "fire", "health", "planning" }.Zip(signatures))
            play = play.GivenDone("SignOff1", sign == 'A' ? "Approved" : "Rejected", body);
        var ended = play.Events.OfType<ActivityCompleted>().LastOrDefault(e => e.Outcomes[0] is "Approved" or "Rejected");
        Assert.Equal(outcome, ended?.Outcomes[0]);
    }

    [Fact]
    public void waits_for_an_added_signer_too()
    {
        var play = Permit.InSignOff();
        play = play.Given(new AddSigner(Play.Officer("li@fire"), play.Work("SignOff1", "fire").Number, new("legal"), Play.Reason));
        Assert.Equal(["SignOff1/legal"], AllSign(play).OpenWork);
    }

    [Fact]
    public void an_added_signer_may_be_released_by_whoever_added_him()
    {
        var play = Permit.InSignOff();
        play = play.Given(new AddSigner(Play.Officer("li@fire"), play.Work("SignOff1", "fire").Number, new("legal"), Play.Reason));
        play = AllSign(play, "li@fire").Given(new RemoveSigner(Play.Officer("li@fire"), play.Work("SignOff1", "legal").Number, Play.Reason));
        Assert.Equal(["Decide1/registrar"], play.OpenWork);
    }

    [Fact]
    public void a_signer_of_the_definition_cannot_be_released()
    {
        var play = Permit.InSignOff();
        Assert.Equal(RejectionCode.SignerNotAdded, play.When(new RemoveSigner(Play.Officer("li@fire"), play.Work("SignOff1", "health").Number, Play.Reason)).Refused);
    }

    [Fact]
    public void a_signature_may_be_taken_back_while_others_have_still_to_sign()
    {
        var play = Permit.InSignOff().GivenDone("SignOff1", "Approved", "fire", "li@fire");
        play = play.Given(new TakeBack(Play.Officer("li@fire"), play.Work("SignOff1", "fire").Number, Play.Reason));
        Assert.Equal(["SignOff1/fire", "SignOff1/health", "SignOff1/planning"], play.OpenWork);
    }

    [Theory]
    [InlineData(false, 3)]
    [InlineData(true, 2)]
    public void asks_again_after_a_return_unless_the_definition_keeps_signatures(bool keep, int asked)
    {
        var play = Permit.InSignOff(("keepSignatures", keep)).GivenDone("SignOff1", "Approved", "fire");
        play = play.Given(new ReturnCase(Play.Officer("he@health"), play.Work("SignOff1", "health").Number, new("Accept1"), Play.Reason));
        Assert.Equal(asked, play.GivenDone("Accept1", "Accepted").OpenWork.Count());
    }

    private static Play AllSign(Play play, string fire = "li@fire") =>
        play.GivenDone("SignOff1", "Approved", "fire", fire).GivenDone("SignOff1", "Approved", "health").GivenDone("SignOff1", "Approved", "planning");
}
