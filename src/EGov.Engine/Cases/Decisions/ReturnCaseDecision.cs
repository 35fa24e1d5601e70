namespace EGov.Engine.Cases.Decisions;

/// <summary>The case goes back to an earlier activity (退回): all that followed from it is cancelled, branches beside it are untouched.</summary>
internal static class ReturnCaseDecision
{
    public static Decision Decide(Story story, ReturnCase command)
    {
        if (story.NotWorkable(command.WorkItem) is { } refusal) return story.Reject(refusal);
        var item = story.State.FindWork(command.WorkItem)!;
        if (item.Kind is WorkKind.Applicant or WorkKind.Incident) return story.Reject(RejectionCode.PartyMissing, item.Party);
        if (item.DelegatedBy is { } owner) return story.Reject(RejectionCode.HeldByAnother, owner);
        if (command.Reason is not { } reason) return story.Reject(RejectionCode.ReasonMissing, "return");
        if (ReturnTargets.Find(story, item.Instance, command.To) is not { } target)
            return story.Reject(RejectionCode.ReturnTargetNotOnPath, command.To);
        if (ReturnTargets.UndoesDecision(story, target)) return story.Reject(RejectionCode.AlreadyDecided);

        story = story.Then(new CaseReturned(item.Number, command.By.User, command.To, reason));
        return Flow.Rewind(story, target.Flow, target.Node, CancelReason.Returned).Schedule(target.Flow, target.Node).Run().Accept();
    }
}
