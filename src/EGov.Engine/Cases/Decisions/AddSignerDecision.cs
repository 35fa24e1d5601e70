using EGov.Engine.Activities;
using EGov.Engine.Activities.Approval;

namespace EGov.Engine.Cases.Decisions;

/// <summary>One more party is asked to sign (加签) by someone who has still to sign himself.</summary>
internal static class AddSignerDecision
{
    public static Decision Decide(Story story, AddSigner command)
    {
        if (story.NotWorkable(command.WorkItem) is { } refusal) return story.Reject(refusal);
        var item = story.State.FindWork(command.WorkItem)!;
        if (story.NodeOf(item).Behaviour is not SignOff || item.Kind != WorkKind.Signature) return story.Reject(RejectionCode.NotASignOff);
        if (story.NotAParty(command.Party) is { } unknown) return story.Reject(unknown);
        if (story.Signs(item.Instance, command.Party)) return story.Reject(RejectionCode.SignerAlready, command.Party);

        var here = new ActivityContext(story, item.Instance);
        return here.OpenWork(command.Party, item.Choices, WorkKind.Signature, command.By.User).Accept();
    }
}
