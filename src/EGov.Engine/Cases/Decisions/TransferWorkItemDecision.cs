namespace EGov.Engine.Cases.Decisions;

/// <summary>Work is given away for good (转办).</summary>
internal static class TransferWorkItemDecision
{
    public static Decision Decide(Story story, TransferWorkItem command)
    {
        if (story.NotWorkable(command.WorkItem) is { } refusal) return story.Reject(refusal);
        var item = story.State.FindWork(command.WorkItem)!;
        if (item.Kind == WorkKind.Applicant) return story.Reject(RejectionCode.PartyMissing, item.Party);
        if (item.DelegatedBy is { } owner) return story.Reject(RejectionCode.HeldByAnother, owner);
        var party = command.Party ?? item.Party;
        if (story.NotAParty(party) is { } unknown) return story.Reject(unknown);
        if (command.Reason is not { } reason) return story.Reject(RejectionCode.ReasonMissing, "transfer");
        if (party == item.Party && (command.To is null || command.To == command.By.User)) return story.Reject(RejectionCode.PartyUnknown, party);
        if (item.Kind == WorkKind.Signature && party != item.Party && story.Signs(item.Instance, party)) return story.Reject(RejectionCode.SignerAlready, party);

        return story.Then(new WorkItemTransferred(item.Number, command.By.User, party, command.To, reason)).Accept();
    }

    /// <summary>True when the party already signs in this sign-off.</summary>
    public static bool Signs(this Story story, int instance, PartyId party)
    {
        foreach (var item in story.State.WorkItems)
            if (item.Instance == instance && item.Kind == WorkKind.Signature && item.Party == party) return true;
        return false;
    }
}
