namespace EGov.Engine.Cases.Decisions;

/// <summary>The applicant withdraws the application (撤回申请) before the decision; a window may do it for him.</summary>
internal static class WithdrawCaseDecision
{
    public static Decision Decide(Story story, WithdrawCase command)
    {
        if (!command.By.Is(PartyId.Applicant)) return story.Reject(RejectionCode.PartyMissing, PartyId.Applicant);
        if (story.State.Reached(Milestone.Decided)) return story.Reject(RejectionCode.AlreadyDecided);
        return story.End(CaseStatus.Withdrawn, "Withdrawn", CancelReason.Withdrawn).Accept();
    }
}
