using EGov.Engine.Cases;
using EGov.TestKit.Cases;

namespace EGov.Engine.Tests.Cases;

public sealed class Taking_back
{
    [Fact]
    public void is_possible_while_nobody_has_worked_on_what_followed() =>
        Assert.Equal(["Right1/planning", "Left1/fire"], TakeBack(Reviewed(), "li@fire").OpenWork);

    [Fact]
    public void is_refused_when_the_next_officer_has_taken_the_work()
    {
        var play = Reviewed();
        play = play.Given(new ClaimWorkItem(Play.Officer("he@health"), play.Work("Left2").Number));
        Assert.Equal(RejectionCode.AlreadyGoneOn, TakeBack(play, "li@fire").Refused);
    }

    [Fact]
    public void of_the_step_before_the_fork_is_refused_once_a_branch_has_moved() =>
        Assert.Equal(RejectionCode.AlreadyGoneOn, Reviewed().When(new TakeBack(Play.Officer("wu@window"), 1, Play.Reason)).Refused);

    [Fact]
    public void is_refused_to_anyone_else() => Assert.Equal(RejectionCode.NotYourWork, TakeBack(Reviewed(), "lo@fire").Refused);

    [Fact]
    public void a_decision_is_refused()
    {
        var play = Permit.InSignOff(("rule", "Any")).GivenDone("SignOff1", "Approved", "fire").GivenDone("Decide1", "Granted", by: "re@registrar");
        var decided = play.Events.OfType<WorkItemCompleted>().Last().WorkItem;
        Assert.Equal(RejectionCode.AlreadyDecided, play.When(new TakeBack(Play.Officer("re@registrar"), decided, Play.Reason)).Refused);
    }

    private static Play Reviewed() =>
        Play.Open(Permit.WithBranches()).GivenDone("First", "Approved", by: "wu@window").GivenDone("Left1", "Approved", by: "li@fire");

    private static Play TakeBack(Play play, string by) => play.When(new TakeBack(Play.Officer(by), 2, Play.Reason));
}
