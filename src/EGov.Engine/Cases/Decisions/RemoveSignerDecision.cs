using EGov.Engine.Activities;

namespace EGov.Engine.Cases.Decisions;

/// <summary>An added signer is released (减签) before he signs, by whoever added him. What remains may already be enough.</summary>
internal static class RemoveSignerDecision
{
    public static Decision Decide(Story story, RemoveSigner command)
    {
        if (story.NotOpen(command.WorkItem) is { } refusal) return story.Reject(refusal);
        var item = story.State.FindWork(command.WorkItem)!;
        if (item.AddedBy is null || item.AddedBy != command.By.User) return story.Reject(RejectionCode.SignerNotAdded, command.WorkItem);

        story = story.Then(new WorkItemCancelled(item.Number, CancelReason.SignerRemoved));
        var here = new ActivityContext(story, item.Instance);
        return here.Node.Behaviour.Resume(here, command).Run().Accept();
    }
}
