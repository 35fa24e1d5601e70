using System.Collections.Immutable;
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
    /// <summary>Every act the engine would accept now from this actor, given a reason where it asks for one.</summary>
    public static ImmutableArray<AllowedAct> Of(WorkflowDefinition workflow, CaseState state, Actor actor, DateTimeOffset now)
    {
        ArgumentNullException.ThrowIfNull(state);
        var story = Story.From(workflow, state, actor, now);
        var allowed = state.WorkItems.SelectMany(item => ActOrders.OnWork(story, item)).Concat(ActOrders.OnCase(story))
            .Where(order => !IsRepeated(order, state) && CaseEngine.Decide(workflow, state, order.With(ActOrders.AnyReason), now).IsAccepted);
        return [.. allowed.GroupBy(order => (order.Act, order.WorkItem)).Select(act => new AllowedAct(act.Key.Act, act.Key.WorkItem, OptionsOf(act, state)))];
    }

    /// <summary>Taking what one holds already is allowed and means nothing.</summary>
    private static bool IsRepeated(ActOrder order, CaseState state) => order.Act == Act.Claim && state.FindWork(order.WorkItem)?.Holder is not null;

    private static ImmutableArray<string> OptionsOf(IGrouping<(Act Act, int WorkItem), ActOrder> act, CaseState state) =>
        act.Key.Act == Act.ResolveIncident ? state.FindWork(act.Key.WorkItem)!.Choices : [.. act.Select(order => order.Option).Where(option => option.Length > 0)];
}
