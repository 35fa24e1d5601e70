using EGov.Engine.Cases;
using EGov.TestKit.Cases;

namespace EGov.Engine.Tests.Cases;

public sealed class Returning_a_case
{
    [Fact]
    public void inside_a_branch_leaves_the_other_branch_untouched() =>
        Assert.Equal(["Right2/legal", "Left1/fire"], Return(Permit.InBranches(), "Left2", "Left1").OpenWork);

    [Fact]
    public void before_the_fork_calls_both_branches_back() =>
        Assert.Equal(["First/window"], Return(Permit.InBranches(), "Left2", "First").OpenWork);

    [Fact]
    public void behind_the_join_calls_one_branch_back_and_the_join_still_fires()
    {
        var play = Permit.InBranches().GivenDone("Left2", "Approved").GivenDone("Right2", "Approved");
        play = Return(play, "Decide1", "Left2");
        Assert.Equal(["Left2/health"], play.OpenWork);
        Assert.Equal(["Decide1/registrar"], play.GivenDone("Left2", "Approved").OpenWork);
    }

    [Fact]
    public void twice_in_a_row_still_ends()
    {
        var play = Return(Return(Permit.InBranches(), "Left2", "Left1").GivenDone("Left1", "Approved"), "Right2", "First");
        play = play.GivenDone("First", "Approved").GivenDone("Right1", "Rejected").GivenDone("Left1", "Rejected").GivenDone("Decide1", "Refused");
        Assert.Equal((CaseStatus.Closed, "Refused"), (play.State.Status, play.State.Outcome));
    }

    [Fact]
    public void to_a_sibling_branch_is_refused() => Assert.Equal(RejectionCode.ReturnTargetNotOnPath, When(Permit.InBranches(), "Left2", "Right1").Refused);

    [Fact]
    public void to_work_that_was_itself_called_back_is_refused() =>
        Assert.Equal(RejectionCode.ReturnTargetNotOnPath, When(Return(Permit.InBranches(), "Left2", "First").GivenDone("First", "Approved"), "Left1", "Left1").Refused);

    [Fact]
    public void without_a_reason_is_refused()
    {
        var play = Permit.InBranches();
        Assert.Equal(RejectionCode.ReasonMissing, play.When(new ReturnCase(Play.Officer("he@health"), play.Work("Left2").Number, new("Left1"), null)).Refused);
    }

    [Fact]
    public void by_another_party_is_refused()
    {
        var play = Permit.InBranches();
        Assert.Equal(RejectionCode.PartyMissing, play.When(new ReturnCase(Play.Officer("li@legal"), play.Work("Left2").Number, new("Left1"), Play.Reason)).Refused);
    }

    [Fact]
    public void cannot_undo_a_decision()
    {
        var play = Permit.InSignOff().GivenDone("SignOff1", "Approved", "fire").GivenDone("SignOff1", "Approved", "health").GivenDone("SignOff1", "Approved", "planning")
            .GivenDone("Decide1", "Granted", by: "re@registrar");
        Assert.Equal(RejectionCode.AlreadyDecided, When(play, "Issue1", "SignOff1").Refused);
    }

    private static Play Return(Play play, string from, string to) =>
        When(play, from, to) is { Refused: null } returned ? returned : throw new InvalidOperationException(When(play, from, to).Refused.ToString());

    private static Play When(Play play, string from, string to)
    {
        var item = play.Work(from);
        return play.When(new ReturnCase(Play.Officer($"someone@{item.Party}"), item.Number, new(to), Play.Reason));
    }
}
