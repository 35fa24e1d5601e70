using EGov.Engine.Activities;

namespace EGov.Engine.Cases.Decisions;

/// <summary>An outside task that an activity waits for is done.</summary>
internal static class FinishTaskDecision
{
    public static Decision Decide(Story story, FinishTask command)
    {
        if (story.State.Find(command.Instance) is not { Wait.Kind: WaitKind.Task } instance) return story.Reject(RejectionCode.NothingWaits, command.Instance);
        var here = new ActivityContext(story, instance.Number);
        return here.Node.Behaviour.Resume(here, command).Run().Accept();
    }
}
