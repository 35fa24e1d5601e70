using System.Collections.Immutable;
using EGov.Engine.Cases.Decisions;
using EGov.Engine.Definitions;

namespace EGov.Engine.Cases;

/// <summary>One act as a page shows it: possible now, or not and why.</summary>
/// <param name="Act">What.</param>
/// <param name="WorkItem">On which work item; 0 when it is about the case.</param>
/// <param name="Option">The choice to complete with, the activity to return to, the party to add or the clock to extend; empty where there is none.</param>
/// <param name="Refusal">Why it is impossible now; null when the engine would accept it, given a reason where it asks for one.</param>
public sealed record ActOffer(Act Act, int WorkItem, string Option, Refusal? Refusal)
{
    /// <summary>True when it is refused without a reason or an opinion.</summary>
    public bool AsksReason { get; init; }

    /// <summary>True when whoever does it cannot take it back (撤回) afterwards.</summary>
    public bool IsFinal { get; init; }
}

/// <summary>Acts with the reasons of the impossible ones, found by asking the engine itself as <see cref="AllowedActs"/> does.</summary>
public static class ActOffers
{
    private static readonly TextHash Reason = new(new string('0', 64));
    private static readonly UserId Somebody = new("?");
    private static readonly ImmutableSortedDictionary<string, Value> NoValues = ImmutableSortedDictionary<string, Value>.Empty;

    /// <summary>What may and may not be done with an open work item.</summary>
    public static ImmutableArray<ActOffer> OnWork(WorkflowDefinition workflow, CaseState state, Actor actor, DateTimeOffset now, WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        ArgumentNullException.ThrowIfNull(workflow);
        ActOffer Ask(Act act, string option, Func<TextHash?, CaseCommand> order) => OfferOf(new(workflow, state, now), new(act, item.Number, option, null), order);
        var targets = ReturnTargets.All(Story.From(workflow, state, actor, now), item.Instance).Select(target => workflow.Nodes[target.Node].Id.Value).Distinct().DefaultIfEmpty("");
        return
        [
            Ask(Act.Claim, "", _ => new ClaimWorkItem(actor, item.Number)),
            Ask(Act.Release, "", _ => new ReleaseWorkItem(actor, item.Number)),
            .. item.Choices.Select(choice => Ask(Act.Complete, choice, reason => new CompleteWorkItem(actor, item.Number, choice, reason, NoValues))),
            .. targets.Select(target => Ask(Act.Return, target, reason => new ReturnCase(actor, item.Number, new ActivityId(target), reason))),
            Ask(Act.Transfer, "", reason => new TransferWorkItem(actor, item.Number, null, Somebody, reason)),
            Ask(Act.Delegate, "", reason => new DelegateWorkItem(actor, item.Number, Somebody, reason)),
            .. workflow.Facts.Parties.Select(party => Ask(Act.AddSigner, party.Value, reason => new AddSigner(actor, item.Number, party, reason))),
            Ask(Act.RemoveSigner, "", reason => new RemoveSigner(actor, item.Number, reason)),
            Ask(Act.Urge, "", _ => new UrgeWorkItem(actor, item.Number)),
            Ask(Act.ResolveIncident, "", reason => new ResolveIncident(actor, item.Number, Remedy.Retry, null, reason)),
        ];
    }

    /// <summary>What may and may not be done with the case as a whole: extending its limits, withdrawing it, taking one's own work back.</summary>
    public static ImmutableArray<ActOffer> OnCase(WorkflowDefinition workflow, CaseState state, Actor actor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        ActOffer Ask(Act act, int workItem, string option, Func<TextHash?, CaseCommand> order) => OfferOf(new(workflow, state, now), new(act, workItem, option, null), order);
        var done = state.Runs.Values.Where(run => !run.IsUndone).SelectMany(run => run.Signatures).Where(signature => signature.IsUndoneBy(actor)).Select(signature => signature.WorkItem);
        var signed = state.WorkItems.Where(item => item.CompletedBy == actor.User).Select(item => item.Number);
        return
        [
            .. done.Concat(signed).Distinct().OrderDescending().Select(number => Ask(Act.TakeBack, number, "", reason => new TakeBack(actor, number, reason))),
            .. state.Clocks.Where(clock => clock.StoppedOn is null && clock.Owner is null).Select(clock => Ask(Act.ExtendClock, 0, clock.Id.Value, reason => new ExtendClock(actor, clock.Id, 1, reason))),
            Ask(Act.Withdraw, 0, "", reason => new WithdrawCase(actor, reason)),
        ];
    }

    private static ActOffer OfferOf(Moment at, ActOffer offer, Func<TextHash?, CaseCommand> order)
    {
        var decision = CaseEngine.Decide(at.Workflow, at.State, order(Reason), at.Now);
        if (!decision.IsAccepted) return offer with { Refusal = decision.Refusal };
        var takesBack = new TakeBack(order(null).By, offer.WorkItem, Reason);
        return offer with
        {
            AsksReason = !CaseEngine.Decide(at.Workflow, at.State, order(null), at.Now).IsAccepted,
            // What a delegate hands back, or the front office passes on, is decided by somebody else.
            IsFinal = offer.Act == Act.Complete && decision.After.FindWork(offer.WorkItem) is not { IsOpen: true } && !CaseEngine.Decide(at.Workflow, decision.After, takesBack, at.Now).IsAccepted,
        };
    }

    private readonly record struct Moment(WorkflowDefinition Workflow, CaseState State, DateTimeOffset Now);
}
