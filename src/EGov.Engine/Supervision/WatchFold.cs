using System.Collections.Immutable;
using EGov.Engine.Cases;

namespace EGov.Engine.Supervision;

/// <summary>What one fact changes in what supervision knows. Total like the engine's own fold, and blind to what no rule asks for.</summary>
internal static class WatchFold
{
    public static WatchState After(this WatchState state, CaseEvent happened, DateTimeOffset at) => happened switch
    {
        CaseOpened e => state with { IsOpen = true, OpenedAt = at, Seats = e.Seats },
        ActivityEntered e => state with { Live = state.Live.Add((e.Instance, e.Activity)) },
        ActivityCompleted e => state.Leave(e.Instance),
        ActivityCancelled e => state.Leave(e.Instance),
        WorkItemOpened e => state.Open(e, at),
        WorkItemClaimed e => state.Change(e.WorkItem, w => w with { Holder = e.By, Since = at }),
        WorkItemReleased e => state.Change(e.WorkItem, w => w with { Holder = null, Since = at }),
        WorkItemTransferred e => state.Act(e.WorkItem, e.By).Change(e.WorkItem, w => w with { Party = state.SeatOf(e.Party), Holder = e.To, Since = at }),
        WorkItemDelegated e => state.Change(e.WorkItem, w => w with { Holder = e.To, Since = at }),
        WorkItemHandedBack e => state.Change(e.WorkItem, w => w with { Holder = e.To, Since = at }),
        WorkItemReopened e => state.Change(e.WorkItem, w => w with { Holder = e.By, Since = at, IsDone = false }),
        WorkItemCompleted e => state.Act(e.WorkItem, e.By).Change(e.WorkItem, w => w with { Holder = e.By, Since = at, IsDone = true }),
        WorkItemCancelled e => state with { Work = state.Work.RemoveAll(w => w.Number == e.WorkItem) },
        CaseReturned e => state.Act(e.WorkItem, e.By) with { Returns = state.Returns + 1 },
        WorkTakenBack e => state.Act(e.WorkItem, e.By),
        ClockChanged e => state.Keep(e, at),
        ClockStopped e => state with { Clocks = state.Clocks.RemoveAll(c => c.Clock.Id == e.Clock) },
        MilestoneReached e => state.Reach(e, at),
        CaseClosed => state with { IsOpen = false, Clocks = [], Work = [], Live = [] },
        _ => state,
    };

    private static WatchState Leave(this WatchState state, int instance)
    {
        for (var place = 0; place < state.Live.Length; place++)
            if (state.Live[place].Instance == instance) return state with { Live = state.Live.RemoveAt(place), Work = WithoutWorkOf(state, instance) };
        return state;
    }

    private static ImmutableArray<WatchedWork> WithoutWorkOf(WatchState state, int instance)
    {
        foreach (var work in state.Work)
            if (work.Instance == instance) return state.Work.RemoveAll(w => w.Instance == instance);
        return state.Work;
    }

    private static WatchState Open(this WatchState state, WorkItemOpened opened, DateTimeOffset at)
    {
        ActivityId activity = default;
        foreach (var live in state.Live)
            if (live.Instance == opened.Instance) activity = live.Activity;
        var work = new WatchedWork(opened.WorkItem, opened.Instance, activity, state.SeatOf(opened.Party), opened.Kind, at);
        var isFirst = state is { IsAccepted: true, FirstStep: 0 } && opened.Kind is (WorkKind.Task or WorkKind.Signature);
        return state with { Work = state.Work.Add(work), FirstStep = isFirst ? opened.Instance : state.FirstStep };
    }

    private static WatchState Change(this WatchState state, int number, Func<WatchedWork, WatchedWork> change)
    {
        for (var place = 0; place < state.Work.Length; place++)
            if (state.Work[place].Number == number) return state with { Work = state.Work.SetItem(place, change(state.Work[place])) };
        return state;
    }

    /// <summary>Remembers who acted last, on what; of the applicant's own acts nothing.</summary>
    private static WatchState Act(this WatchState state, int number, UserId by)
    {
        foreach (var work in state.Work)
            if (work.Number == number && work.Kind != WorkKind.Applicant) return state with { LastWork = work with { Holder = by } };
        return state;
    }

    private static WatchState Keep(this WatchState state, ClockChanged changed, DateTimeOffset at)
    {
        var name = changed.Clock.Id.Value;
        var round = state.Rounds.GetValueOrDefault(name, 0);
        if (changed.Change == ClockChange.Started) round++;
        var rounds = round > 1 || changed.Clock.Owner is null || !changed.Clock.Id.IsOfOneRun ? state.Rounds.SetItem(name, round) : state.Rounds;
        var watched = new WatchedClock(changed.Clock, Math.Max(round, 1), at);
        for (var place = 0; place < state.Clocks.Length; place++)
            if (state.Clocks[place].Clock.Id == changed.Clock.Id) return state with { Clocks = state.Clocks.SetItem(place, watched), Rounds = rounds };
        return state with { Clocks = state.Clocks.Add(watched), Rounds = rounds };
    }

    private static WatchState Reach(this WatchState state, MilestoneReached reached, DateTimeOffset at) => reached.Milestone switch
    {
        Milestone.Accepted or Milestone.DeemedAccepted => state with { IsAccepted = true },
        Milestone.SupplementAsked => state with { Supplements = state.Supplements + 1 },
        Milestone.Decided => state with { DecidedOn = reached.On, DecidedAt = at, IsIssued = false },
        Milestone.ResultIssued => state with { IsIssued = true },
        _ => state,
    };
}
