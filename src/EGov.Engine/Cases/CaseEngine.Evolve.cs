using System.Collections.Immutable;
using System.Diagnostics;
using EGov.Engine.Clocks;
using EGov.Engine.Definitions;

namespace EGov.Engine.Cases;

public static partial class CaseEngine
{
    /// <summary>The state after one more event. Total: any event a journal may hold, however old, has an arm.</summary>
    public static CaseState Evolve(CaseState state, CaseEvent happened)
    {
        ArgumentNullException.ThrowIfNull(state);
        return Change(state, happened) with { Version = state.Version + 1 };
    }

    /// <summary>The state after one more event but for the version, which <see cref="Story"/> counts for many events at once.</summary>
    internal static CaseState Change(CaseState state, CaseEvent happened) => happened switch
    {
        CaseOpened e => Open(state, e),
        ActivityEntered e => state with { Live = state.Live.Add(new(e.Instance, e.Parent, e.Node, e.Locals)), NextInstance = e.Instance + 1 },
        ActivityCompleted e => state.Remember(e.Instance, e.Outcomes, isUndone: false).Drop(e.Instance),
        ActivityCancelled e => state.RememberSignatures(e.Instance).Drop(e.Instance),
        ActivityFaulted e => state.Update(e.Instance, i => i with { IsFaulted = true, Wait = null }),
        ActivityRemembered e => state.Update(e.Instance, i => i with { Memory = e.Memory }),
        PathsTaken e => state.Update(e.Flow, i => i with { Marking = i.Marking.After(e) }),
        PathsForgotten e => state.Update(e.Flow, i => i with { Marking = i.Marking.Before(e) }).Undo(e.Nodes),
        VariableSet e => e.Scope == 0
            ? state with { Variables = state.Variables.SetItem(e.Variable, e.Value) }
            : state.Update(e.Scope, i => i with { Locals = (i.Locals ?? ImmutableSortedDictionary<string, Value>.Empty).SetItem(e.Variable, e.Value) }),
        OutputSet e => state with { Outputs = state.Outputs.SetItem(e.Name, e.Value) },
        LineWritten or NoticeAsked or CaseReturned or WorkTakenBack or IncidentResolved or DocumentFiled or ChildCaseAsked or EventPublished or SupervisionFlagged => state,
        CaseNamed e => state with { Name = e.Name },
        CaseCorrelated e => state with { Correlation = e.Correlation },
        WaitStarted e => state.Update(e.Instance, i => i with { Wait = new(e.Kind, e.Key, e.Until) }),
        WorkItemOpened e => state with
        {
            WorkItems = state.WorkItems.Add(new(e.WorkItem, e.Instance, e.Party, e.Choices, e.Kind, e.AddedBy)),
            NextWorkItem = e.WorkItem + 1,
        },
        WorkItemClaimed e => state.Work(e.WorkItem, w => w with { Holder = e.By, HeldFor = e.ActingFor }),
        WorkItemReleased e => state.Work(e.WorkItem, w => w with { Holder = null, HeldFor = null, DelegatedBy = null }),
        WorkItemCompleted e => state.Work(e.WorkItem, w => w with { CompletedBy = e.By, CompletedFor = e.ActingFor, Choice = e.Choice, DelegatedBy = null }),
        WorkItemTransferred e => state.Work(e.WorkItem, w => w with { Party = e.Party, Holder = e.To, HeldFor = null, DelegatedBy = null }),
        WorkItemDelegated e => state.Work(e.WorkItem, w => w with { Holder = e.To, HeldFor = null, DelegatedBy = e.By }),
        WorkItemHandedBack e => state.Work(e.WorkItem, w => w with { Holder = e.To, DelegatedBy = null, Choice = e.Choice }),
        WorkItemCancelled e => state with { WorkItems = state.WorkItems.RemoveAll(w => w.Number == e.WorkItem) },
        WorkItemReopened e => state.Work(e.WorkItem, w => w with { CompletedBy = null, CompletedFor = null, Choice = null, Holder = e.By, HeldFor = w.CompletedFor == e.By ? null : w.CompletedFor }),
        WorkItemUrged e => state.Work(e.WorkItem, w => w with { UrgedOn = e.On }),
        ClockChanged e => state.Keep(e.Clock),
        ClockStopped e => state.FindClock(e.Clock) is { } stopped ? state.Keep(stopped.Stop(e.On)) : state,
        RungFired e => state.FindClock(e.Clock) is { } fired ? state.Keep(fired.Fired()) : state,
        CalendarAmended e => state with { CalendarVersion = e.To },
        MilestoneReached e => state with { Milestones = state.Milestones.SetItem(e.Milestone, e.Result ?? "") },
        CaseClosed e => state with { Status = e.Status, Outcome = e.Outcome },
        _ => throw new UnreachableException(happened.GetType().Name),
    };

    private static CaseState Open(CaseState state, CaseOpened e) => state with
    {
        Case = e.Case,
        Status = CaseStatus.Open,
        DefinitionId = e.DefinitionId,
        DefinitionVersion = e.DefinitionVersion,
        CalendarVersion = e.CalendarVersion,
        ReceivedOn = e.ReceivedOn,
        Inputs = e.Inputs,
        Seats = e.Seats,
    };

    private static FlowMarking After(this FlowMarking marking, PathsTaken e) => new(
        marking.Followed.With(e.Followed), marking.NotFollowed.With(e.NotFollowed), marking.Reached.With(e.Reached).With(e.Skipped));

    private static FlowMarking Before(this FlowMarking marking, PathsForgotten e) => new(
        marking.Followed.Without(e.Paths), marking.NotFollowed.Without(e.Paths), marking.Reached.Without(e.Nodes));

    private static CaseState Update(this CaseState state, int number, Func<ActivityInstance, ActivityInstance> change) =>
        state.Live.IndexOf(number, static i => i.Number) is var place and >= 0
            ? state with { Live = state.Live.SetItem(place, change(state.Live[place])) }
            : state;

    private static CaseState Work(this CaseState state, int number, Func<WorkItem, WorkItem> change) =>
        state.WorkItems.IndexOf(number, static w => w.Number) is var place and >= 0
            ? state with { WorkItems = state.WorkItems.SetItem(place, change(state.WorkItems[place])) }
            : state;

    private static CaseState Remember(this CaseState state, int number, ImmutableArray<string> outcomes, bool isUndone) =>
        state.Find(number) is { } instance
            ? state with { Runs = state.Runs.SetItem(instance.Node, new(number, instance.Parent, outcomes, state.SignaturesOf(number), isUndone)) }
            : state;

    /// <summary>Signatures of a sign-off that is cancelled half way are remembered too: the definition may keep them.</summary>
    private static CaseState RememberSignatures(this CaseState state, int number) =>
        state.SignaturesOf(number).IsEmpty ? state : state.Remember(number, [], isUndone: true);

    private static ImmutableArray<Signature> SignaturesOf(this CaseState state, int number)
    {
        ImmutableArray<Signature> signatures = [];
        foreach (var item in state.WorkItems)
            if (item.Instance == number && item.Signature is { } signature) signatures = signatures.Add(signature);
        return signatures;
    }

    private static CaseState Drop(this CaseState state, int number)
    {
        var place = state.Live.IndexOf(number, static i => i.Number);
        if (place < 0) return state;
        var hasWork = false;
        foreach (var item in state.WorkItems) hasWork |= item.Instance == number;
        return state with
        {
            Live = state.Live.RemoveAt(place),
            WorkItems = hasWork ? state.WorkItems.RemoveAll(w => w.Instance == number) : state.WorkItems,
        };
    }

    private static CaseState Undo(this CaseState state, ImmutableArray<int> nodes)
    {
        var runs = state.Runs;
        foreach (var node in nodes)
            if (runs.TryGetValue(node, out var run) && !run.IsUndone) runs = runs.SetItem(node, run with { IsUndone = true });
        return state with { Runs = runs };
    }

    /// <summary>A clock that was stopped stays readable until it is started again under the same name.</summary>
    private static CaseState Keep(this CaseState state, Clock clock)
    {
        for (var place = 0; place < state.Clocks.Length; place++)
            if (state.Clocks[place].Id == clock.Id) return state with { Clocks = state.Clocks.SetItem(place, clock) };
        return state with { Clocks = state.Clocks.Add(clock) };
    }
}
