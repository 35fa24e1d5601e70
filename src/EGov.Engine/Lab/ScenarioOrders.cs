using System.Diagnostics;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Lab;

/// <summary>The order a step stands for. Work is found by its activity and party; work that is not there has number 0, which the engine refuses.</summary>
internal static class ScenarioOrders
{
    public static CaseCommand Of(WorkflowDefinition definition, ScenarioRun run, ScenarioStep step)
    {
        var (by, reason) = (step.By, step.Reason is { } words ? TextHash.Commit(words) : (TextHash?)null);
        var work = step.Activity is null ? 0 : step.Do == ScenarioAct.TakeBack ? Done(definition, run.State, step) : Open(definition, run.State, step);
        return step.Do switch
        {
            ScenarioAct.Open => new OpenCase(by, run.Scenario.Case, step.Party, step.Inputs) { Seats = step.Seats },
            ScenarioAct.Claim => new ClaimWorkItem(by, work),
            ScenarioAct.Release => new ReleaseWorkItem(by, work),
            ScenarioAct.Complete => new CompleteWorkItem(by, work, step.Choice!, reason, step.Values),
            ScenarioAct.Transfer => Transfer(step, work, reason),
            ScenarioAct.Delegate => new DelegateWorkItem(by, work, new UserId(step.To!), reason),
            ScenarioAct.AddSigner => new AddSigner(by, work, new PartyId(step.To!), reason),
            ScenarioAct.RemoveSigner => new RemoveSigner(by, work, reason),
            ScenarioAct.Return => new ReturnCase(by, work, new ActivityId(step.To!), reason),
            ScenarioAct.TakeBack => new TakeBack(by, work, reason),
            ScenarioAct.Urge => new UrgeWorkItem(by, work),
            ScenarioAct.Withdraw => new WithdrawCase(by, reason),
            ScenarioAct.ExtendClock => new ExtendClock(by, step.Clock!.Value, step.WorkingDays, reason),
            ScenarioAct.ResolveIncident => new ResolveIncident(by, work, step.Remedy, step.Choice, reason),
            ScenarioAct.FileDocument => new FileDocument(by, step.Material!, TextHash.Commit(step.Content!)),
            ScenarioAct.Wake => new WakeUp(Actor.System),
            _ => throw new UnreachableException(step.Do.ToString()),
        };
    }

    private static TransferWorkItem Transfer(ScenarioStep step, int work, TextHash? reason)
    {
        var (user, party) = step.To!.Split('@', 2) is [var before, var after] ? (before, after) : ("", step.To);
        return new(step.By, work, party.Length > 0 ? new PartyId(party) : null, user.Length > 0 ? new UserId(user) : null, reason);
    }

    /// <summary>The work meant: open before done, then the actor's own, then the first.</summary>
    private static int Open(WorkflowDefinition definition, CaseState state, ScenarioStep step) =>
        state.WorkItems
            .Where(item => definition.Nodes[state.Find(item.Instance)!.Node].Id == step.Activity && (step.Party is null || item.Party == step.Party))
            .OrderByDescending(item => item.IsOpen).ThenByDescending(item => item.Holder == step.By.User || step.By.Is(state.SeatOf(item.Party)))
            .Select(item => item.Number).FirstOrDefault();

    /// <summary>What the actor has done there last, in an activity that is still open or has ended.</summary>
    private static int Done(WorkflowDefinition definition, CaseState state, ScenarioStep step)
    {
        var signed = state.WorkItems.Where(item => definition.Nodes[state.Find(item.Instance)!.Node].Id == step.Activity && item.Signature?.IsUndoneBy(step.By) == true);
        var ended = state.Runs.Where(run => definition.Nodes[run.Key].Id == step.Activity && !run.Value.IsUndone).SelectMany(run => run.Value.Signatures);
        return signed.Select(item => item.Number)
            .Concat(ended.OrderByDescending(s => s.IsUndoneBy(step.By)).Select(s => s.WorkItem))
            .FirstOrDefault();
    }
}
