using System.Collections.Immutable;
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
    /// <summary>What may and may not be done with an open work item.</summary>
    public static ImmutableArray<ActOffer> OnWork(WorkflowDefinition workflow, CaseState state, Actor actor, DateTimeOffset now, WorkItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        return [.. ActOrders.OnWork(Story.From(workflow, state, actor, now), item).Select(order => OfferOf(order, workflow, state, now))];
    }

    /// <summary>What may and may not be done with the case as a whole: extending its limits, withdrawing it, taking one's own work back.</summary>
    public static ImmutableArray<ActOffer> OnCase(WorkflowDefinition workflow, CaseState state, Actor actor, DateTimeOffset now) =>
        [.. ActOrders.OnCase(Story.From(workflow, state, actor, now)).Select(order => OfferOf(order, workflow, state, now))];

    private static ActOffer OfferOf(ActOrder order, WorkflowDefinition workflow, CaseState state, DateTimeOffset now)
    {
        var (bare, decision) = (order.With(null), CaseEngine.Decide(workflow, state, order.With(ActOrders.AnyReason), now));
        var offer = new ActOffer(order.Act, order.WorkItem, order.Option, decision.Refusal);
        if (!decision.IsAccepted) return offer;
        var takesBack = new TakeBack(bare.By, order.WorkItem, ActOrders.AnyReason);
        return offer with
        {
            AsksReason = !CaseEngine.Decide(workflow, state, bare, now).IsAccepted,
            // What a delegate hands back, or the front office passes on, is decided by somebody else.
            IsFinal = order.Act == Act.Complete && decision.After.FindWork(order.WorkItem) is not { IsOpen: true } && !CaseEngine.Decide(workflow, decision.After, takesBack, now).IsAccepted,
        };
    }
}
