using System.Collections.Immutable;
using EGov.Engine.Cases.Decisions;
using EGov.Engine.Definitions;

namespace EGov.Engine.Cases;

/// <summary>What a person may be offered on a page. The engine judges again when the order comes.</summary>
public enum Act
{
    /// <summary>签收.</summary>
    Claim,

    /// <summary>退签.</summary>
    Release,

    /// <summary>办理.</summary>
    Complete,

    /// <summary>转办.</summary>
    Transfer,

    /// <summary>委派.</summary>
    Delegate,

    /// <summary>加签.</summary>
    AddSigner,

    /// <summary>减签.</summary>
    RemoveSigner,

    /// <summary>退回.</summary>
    Return,

    /// <summary>撤回.</summary>
    TakeBack,

    /// <summary>催办.</summary>
    Urge,

    /// <summary>异常处置.</summary>
    ResolveIncident,

    /// <summary>延长审批.</summary>
    ExtendClock,

    /// <summary>撤回申请.</summary>
    Withdraw,
}

/// <summary>One act that is allowed now.</summary>
/// <param name="Act">What.</param>
/// <param name="WorkItem">On which work item; 0 when it is about the case.</param>
/// <param name="Options">Choices to complete with, activities to return to, or clocks to extend.</param>
public sealed record AllowedAct(Act Act, int WorkItem, ImmutableArray<string> Options);

/// <summary>The acts an actor is allowed in a case. Found by asking the engine itself, so that a page can never disagree with it.</summary>
public static class AllowedActs
{
    private static readonly TextHash Reason = new(new string('0', 64));
    private static readonly ImmutableSortedDictionary<string, Value> NoValues = ImmutableSortedDictionary<string, Value>.Empty;

    /// <summary>Every act the engine would accept now from this actor, given a reason where it asks for one.</summary>
    public static ImmutableArray<AllowedAct> Of(WorkflowDefinition workflow, CaseState state, Actor actor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        bool May(CaseCommand command) => CaseEngine.Decide(workflow, state, command, now).IsAccepted;
        var acts = ImmutableArray.CreateBuilder<AllowedAct>();
        foreach (var item in state.WorkItems) acts.AddRange(OnWork(workflow, state, actor, now, item, May));
        foreach (var done in state.Runs.Values.Where(run => !run.IsUndone).SelectMany(run => run.Signatures).Where(s => s.IsUndoneBy(actor)))
            if (May(new TakeBack(actor, done.WorkItem, Reason))) acts.Add(new(Act.TakeBack, done.WorkItem, []));
        ImmutableArray<string> clocks = [.. state.Clocks.Where(c => May(new ExtendClock(actor, c.Id, 1, Reason))).Select(c => c.Id.Value)];
        if (!clocks.IsEmpty) acts.Add(new(Act.ExtendClock, 0, clocks));
        if (May(new WithdrawCase(actor, Reason))) acts.Add(new(Act.Withdraw, 0, []));
        return acts.ToImmutable();
    }

    private static IEnumerable<AllowedAct> OnWork(
        WorkflowDefinition workflow, CaseState state, Actor actor, DateTimeOffset now, WorkItem item, Func<CaseCommand, bool> may)
    {
        var number = item.Number;
        if (item.Holder is null && may(new ClaimWorkItem(actor, number))) yield return new(Act.Claim, number, []);
        if (may(new ReleaseWorkItem(actor, number))) yield return new(Act.Release, number, []);
        ImmutableArray<string> choices = [.. item.Choices.Where(c => may(new CompleteWorkItem(actor, number, c, Reason, NoValues)))];
        if (!choices.IsEmpty) yield return new(Act.Complete, number, choices);
        if (may(new TransferWorkItem(actor, number, null, new UserId("?"), Reason))) yield return new(Act.Transfer, number, []);
        if (may(new DelegateWorkItem(actor, number, new UserId("?"), Reason))) yield return new(Act.Delegate, number, []);
        ImmutableArray<string> signers = [.. workflow.Facts.Parties.Where(p => may(new AddSigner(actor, number, p, Reason))).Select(p => p.Value)];
        if (!signers.IsEmpty) yield return new(Act.AddSigner, number, signers);
        if (may(new RemoveSigner(actor, number, Reason))) yield return new(Act.RemoveSigner, number, []);
        ImmutableArray<string> targets =
            [.. ReturnTargets.All(Story.From(workflow, state, actor, now), item.Instance).Select(t => workflow.Nodes[t.Node].Id).Where(id => may(new ReturnCase(actor, number, id, Reason))).Select(id => id.Value).Distinct()];
        if (!targets.IsEmpty) yield return new(Act.Return, number, targets);
        if (may(new TakeBack(actor, number, Reason))) yield return new(Act.TakeBack, number, []);
        if (may(new UrgeWorkItem(actor, number))) yield return new(Act.Urge, number, []);
        if (may(new ResolveIncident(actor, number, Remedy.Retry, null, Reason))) yield return new(Act.ResolveIncident, number, item.Choices);
    }
}
