namespace EGov.Engine.Cases.Decisions;

/// <summary>Another officer does the work (委派); it comes back to the holder, who finishes it and answers for it.</summary>
/// <remarks>Power that was itself delegated is not handed on (行政许可法 art. 24 ¶3).</remarks>
internal static class DelegateWorkItemDecision
{
    public static Decision Decide(Story story, DelegateWorkItem command)
    {
        if (story.NotWorkable(command.WorkItem) is { } refusal) return story.Reject(refusal);
        var item = story.State.FindWork(command.WorkItem)!;
        if (item.Kind is WorkKind.Applicant or WorkKind.Incident) return story.Reject(RejectionCode.PartyMissing, item.Party);
        if (command.By.ActingFor is { } lender) return story.Reject(RejectionCode.DelegateCannotDelegate, lender);
        if (item.DelegatedBy is { } owner) return story.Reject(RejectionCode.HeldByAnother, owner);
        if (command.To == command.By.User || command.To.Value.Length is 0 or > 100) return story.Reject(RejectionCode.PartyUnknown, command.To);

        return story.Then(new WorkItemDelegated(item.Number, command.By.User, command.To, command.Reason)).Accept();
    }
}
