using EGov.Engine;
using EGov.Engine.Activities.Approval;
using EGov.Runtime.Cases;

namespace EGov.Runtime.Outbox;

/// <summary>Who sees to what the outbox cannot settle: the party that accepts applications of the case, or else the one that resolves its faults.</summary>
internal sealed class IntakeClerk(CaseFiles files)
{
    public async Task<PartyId> OfAsync(CaseId number, CancellationToken stop)
    {
        if (await files.ReadAsync(number, stop) is not var (workflow, state)) return Engine.Definitions.ItemFacts.None.IncidentParty;
        var accepts = workflow.Nodes.FirstOrDefault(node => node.Behaviour is Accept)?.Inputs.GetValueOrDefault("party")?.Constant?.AsText();
        return state.SeatOf(string.IsNullOrEmpty(accepts) ? workflow.Facts.IncidentParty : new PartyId(accepts));
    }
}
