using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine.Cases;
using EGov.Engine.Clocks;

namespace EGov.Engine.Supervision;

/// <summary>What an order did, and what was known before and after it.</summary>
internal sealed record OrderFacts(WatchState Before, WatchState After, DateTimeOffset At, ImmutableArray<CaseEvent> Events)
{
    /// <summary>False when no rule could find anything, which is so for most orders.</summary>
    public bool IsOfInterest => Events.Any(e => e is MilestoneReached or CaseReturned or WorkTakenBack or SupervisionFlagged or CaseClosed or ClockChanged { Change: ClockChange.Suspended or ClockChange.Extended });

    /// <summary>True when the applicant is told something by this order.</summary>
    public bool TellsApplicant => Events.Any(e => e is NoticeAsked notice && notice.To == PartyId.Applicant);
}

/// <summary>Something a rule found in an order.</summary>
internal readonly record struct Finding(Subject Subject, WatchedWork? Work, DateOnly? Due);

/// <summary>What the rules about facts find in an order.</summary>
internal static class Findings
{
    public static IEnumerable<Finding> Of(Trigger trigger, OrderFacts order) => trigger switch
    {
        Reached t => order.Events.OfType<MilestoneReached>().Where(e => e.Milestone == t.Milestone).Select(e => Whole(order, e.On)),
        RefusalWithoutReason t => Refusals(order, t.Results).Where(_ => order.Events.OfType<WorkItemCompleted>().LastOrDefault() is { Opinion: null }).Select(_ => Whole(order)),
        RefusalWithoutNotice t => Refusals(order, t.Results).Where(_ => !order.TellsApplicant).Select(_ => Whole(order)),
        SuspensionWithoutNotice => Suspensions(order),
        SupplementAgain => order.After.Supplements > 1 && order.After.Supplements > order.Before.Supplements ? [Whole(order)] : [],
        ExtensionBeyond t => Extensions(order).Where(e => IsBeyond(e.Clock, t)).Select(e => OfClock(order, e)),
        ExtensionAfterLimit => Extensions(order).Where(e => WasOver(order, e.Clock.Id)).Select(e => OfClock(order, e)),
        ReturnedOften t => order.Before.Returns < t.Times && order.After.Returns >= t.Times ? [Whole(order)] : [],
        UndoneAfterDecision => order.Before.DecidedOn is { } decided && order.Events.Any(e => e is CaseReturned or WorkTakenBack) ? [Whole(order, decided)] : [],
        DecisionBackdated t => Decisions(order).Where(e => IsBackdated(order, e, TimeSpan.FromMinutes(t.Minutes))).Select(e => Whole(order, e.On)),
        DecidedElsewhere t => Decisions(order).Where(_ => WasDaysPromised(order) && order.After.At - order.After.OpenedAt <= TimeSpan.FromMinutes(t.Minutes)).Select(_ => Whole(order)),
        ClosedWithoutResult => order.Before.IsOpen && order.After is { IsOpen: false, DecidedOn: { } day, IsIssued: false } ? [Whole(order, day)] : [],
        Flagged => order.Events.OfType<SupervisionFlagged>().Select(e => new Finding(e.Instance == 0 ? Subject.Case : new(SubjectKind.Step, "", e.Instance), order.After.InHand(e.Instance == 0 ? null : e.Instance), null)),
        _ => throw new System.Diagnostics.UnreachableException(trigger.GetType().Name),
    };

    /// <summary>About the case: whoever acted answers for it, or had it in hand when time alone did it.</summary>
    private static Finding Whole(OrderFacts order, DateOnly? due = null) =>
        new(Subject.Case, order.After.LastWork != order.Before.LastWork ? order.After.LastWork : order.Before.InHand() ?? order.After.InHand(), due);

    private static IEnumerable<MilestoneReached> Decisions(OrderFacts order) => order.Events.OfType<MilestoneReached>().Where(e => e.Milestone == Milestone.Decided);

    /// <summary>An application that lapses because the applicant did not supply is no refusal of the office.</summary>
    private static IEnumerable<MilestoneReached> Refusals(OrderFacts order, ImmutableArray<string> results) => order.Events.OfType<MilestoneReached>()
        .Where(e => e is { Milestone: Milestone.NotAccepted, Result: "Refused" } || (e is { Milestone: Milestone.Decided, Result: { } result } && results.Contains(result)));

    /// <summary>One finding for a procedure, however many clocks it halts. The applicant's own days need no notice: he was asked.</summary>
    private static IEnumerable<Finding> Suspensions(OrderFacts order) => order.TellsApplicant
        ? []
        : order.Events.OfType<ClockChanged>().Where(e => e.Change == ClockChange.Suspended && e.Clock.Suspensions is [.., { Notice: null, Kind: not "supplement" }])
            .Select(e => int.TryParse(e.Clock.Suspensions[^1].Key, CultureInfo.InvariantCulture, out var step) ? step : 0).Distinct()
            .Select(step => new Finding(new(SubjectKind.Step, "", step), order.After.InHand(step), null));

    private static IEnumerable<ClockChanged> Extensions(OrderFacts order) => order.Events.OfType<ClockChanged>().Where(e => e.Change == ClockChange.Extended);

    private static Finding OfClock(OrderFacts order, ClockChanged changed) =>
        new(new(SubjectKind.Clock, changed.Clock.Id.Value, order.After.Clocks.FirstOrDefault(c => c.Clock.Id == changed.Clock.Id)?.Round ?? 1), order.After.InHand(), changed.Clock.Due);

    private static bool IsBeyond(Clock clock, ExtensionBeyond law) =>
        clock.Extensions.Length > law.Times || (clock.Extensions is [.., var last] && last.WorkingDays > (clock.BudgetInWorkingDays >= law.JointLimit ? law.JointWorkingDays : law.WorkingDays));

    private static bool WasOver(OrderFacts order, ClockId id) => order.Before.Clocks.FirstOrDefault(c => c.Clock.Id == id) is { Clock.Due: { } due }
        && order.Before.Calendar is { } calendar && calendar.EndOf(due) <= order.After.At;

    private static bool IsBackdated(OrderFacts order, MilestoneReached decided, TimeSpan apart) =>
        order.At + apart < order.Before.At || (order.After.Calendar is { } calendar && decided.On < calendar.DayOf(order.After.At - apart));

    private static bool WasDaysPromised(OrderFacts order) => order.Before.Clocks.Any(c => c.Clock.Id == ClockId.Promised && c.Clock.LimitInWorkingDays > 1);
}
