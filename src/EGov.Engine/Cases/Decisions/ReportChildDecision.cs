using EGov.Engine.Activities;

namespace EGov.Engine.Cases.Decisions;

/// <summary>A child case has closed; the activity that waits for it goes on.</summary>
internal static class ReportChildDecision
{
    public static Decision Decide(Story story, ReportChild command)
    {
        if (story.State.Find(command.Instance) is not { Wait: { Kind: WaitKind.ChildCase } wait } instance || wait.Key != command.Child.Value)
            return story.Reject(RejectionCode.NothingWaits, command.Child);
        var here = new ActivityContext(story, instance.Number);
        return here.Node.Behaviour.Resume(here, command).Run().Accept();
    }
}
