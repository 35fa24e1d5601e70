using System.Collections.Immutable;
using EGov.Engine.Cases.Decisions;
using EGov.Engine.Definitions;

namespace EGov.Engine.Cases;

/// <summary>An order a person could give: what it does, to what, and the order itself, with a reason or without.</summary>
internal readonly record struct ActOrder(Act Act, int WorkItem, string Option, Func<TextHash?, CaseCommand> With);

/// <summary>Every order a person could think of in a case as it stands. Whether it is allowed, only the engine knows.</summary>
internal static class ActOrders
{
    /// <summary>The hash of no text: stands for any reason.</summary>
    public static readonly TextHash AnyReason = new(new string('0', 64));

    private static readonly UserId Somebody = new("?");
    private static readonly ImmutableSortedDictionary<string, Value> NoValues = ImmutableSortedDictionary<string, Value>.Empty;

    /// <summary>With a work item.</summary>
    public static IEnumerable<ActOrder> OnWork(Story story, WorkItem item)
    {
        var (workflow, actor, number) = (story.Workflow, story.Actor, item.Number);
        var targets = ReturnTargets.All(story, item.Instance).Select(target => workflow.Nodes[target.Node].Id.Value).Distinct().DefaultIfEmpty("");
        return
        [
            new(Act.Claim, number, "", _ => new ClaimWorkItem(actor, number)),
            new(Act.Release, number, "", _ => new ReleaseWorkItem(actor, number)),
            .. item.Choices.Select(choice => new ActOrder(Act.Complete, number, choice, reason => new CompleteWorkItem(actor, number, choice, reason, NoValues))),
            .. targets.Select(target => new ActOrder(Act.Return, number, target, reason => new ReturnCase(actor, number, new ActivityId(target), reason))),
            new(Act.Transfer, number, "", reason => new TransferWorkItem(actor, number, null, Somebody, reason)),
            new(Act.Delegate, number, "", reason => new DelegateWorkItem(actor, number, Somebody, reason)),
            .. workflow.Facts.Parties.Select(party => new ActOrder(Act.AddSigner, number, party.Value, reason => new AddSigner(actor, number, party, reason))),
            new(Act.RemoveSigner, number, "", reason => new RemoveSigner(actor, number, reason)),
            new(Act.Urge, number, "", _ => new UrgeWorkItem(actor, number)),
            new(Act.ResolveIncident, number, "", reason => new ResolveIncident(actor, number, Remedy.Retry, null, reason)),
        ];
    }

    /// <summary>With the case as a whole: taking one's own work back, extending its limits, withdrawing it.</summary>
    public static IEnumerable<ActOrder> OnCase(Story story)
    {
        var (state, actor) = (story.State, story.Actor);
        var done = state.Runs.Values.Where(run => !run.IsUndone).SelectMany(run => run.Signatures).Concat(state.WorkItems.Select(item => item.Signature).OfType<Signature>());
        return
        [
            .. done.Where(signature => signature.IsUndoneBy(actor)).Select(signature => signature.WorkItem).Distinct().OrderDescending()
                .Select(number => new ActOrder(Act.TakeBack, number, "", reason => new TakeBack(actor, number, reason))),
            .. state.Clocks.Where(clock => clock.StoppedOn is null && clock.Owner is null && clock.Id != ClockId.Delivery)
                .Select(clock => new ActOrder(Act.ExtendClock, 0, clock.Id.Value, reason => new ExtendClock(actor, clock.Id, 1, reason))),
            new(Act.Withdraw, 0, "", reason => new WithdrawCase(actor, reason)),
        ];
    }
}
