using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Clocks;
using EGov.Engine.Definitions;
using EGov.TestKit.Clocks;

namespace EGov.Engine.Tests.Cases;

/// <summary>One of every fact, with everything set that can be set.</summary>
internal static class Samples
{
    private static readonly ImmutableSortedDictionary<string, Value> Values = ImmutableSortedDictionary.Create<string, Value>(StringComparer.Ordinal).Add("kind", Value.Of("simple"));
    private static readonly ImmutableSortedDictionary<string, string> Texts = ImmutableSortedDictionary.Create<string, string>(StringComparer.Ordinal).Add("party", "fire");
    private static readonly TextHash Hash = new(new string('a', 64));
    private static readonly UserId Li = new("li.si");
    private static readonly UserId Wang = new("wang.wu");
    private static readonly PartyId Fire = new("fire");
    private static readonly DateOnly Day = new(2026, 1, 5);

    public static ImmutableArray<CaseEvent> Facts { get; } =
    [
        new CaseOpened(new("SC-1"), "permit", 2, "cn-2026.1", Li, true, Fire, Day, Values),
        new ActivityEntered(3, 1, 4, new("Review1"), Values),
        new ActivityCompleted(3, ["Approved"]),
        new ActivityCancelled(3, CancelReason.Returned),
        new ActivityFaulted(3, "on-purpose", "what"),
        new ActivityRemembered(3, Value.Of(2)),
        new PathsTaken(2, [1], [2, 70], [5], [6]),
        new PathsForgotten(2, [1, 2], [5]),
        new VariableSet(0, "amount", Value.Of(12.5)),
        new OutputSet("result", Value.ListOf("a")),
        new LineWritten(3, "一行"),
        new CaseNamed("食品经营许可"),
        new CaseCorrelated("c-1"),
        new WaitStarted(3, WaitKind.Timer, "", new(2026, 1, 6, 0, 0, 0, TimeSpan.Zero)),
        new WorkItemOpened(1, 3, Fire, ["Approved", "Rejected"], WorkKind.Signature, Li),
        new WorkItemClaimed(1, Li),
        new WorkItemReleased(1, Li),
        new WorkItemCompleted(1, Li, Wang, "Approved", Hash),
        new WorkItemTransferred(1, Li, Fire, Wang, Hash),
        new WorkItemDelegated(1, Li, Wang, Hash),
        new WorkItemHandedBack(1, Wang, Li, "Approved", Hash),
        new WorkItemCancelled(1, CancelReason.NotNeeded),
        new WorkItemReopened(1, Li, Hash),
        new WorkItemUrged(1, Li, Day),
        new CaseReturned(1, Li, new("Accept1"), Hash),
        new WorkTakenBack(1, Li, new("Review1"), Hash),
        new IncidentResolved(1, Li, Remedy.Skip, "Done", Hash),
        new ClockChanged(ClockChange.Extended, AClock()),
        new ClockStopped(ClockId.Statutory, Day, new(2026, 2, 2)),
        new RungFired(ClockId.Statutory, 1, RungAct.RedCard, Fire),
        new CalendarAmended("cn-2026.1", "cn-2026.2", new('b', 64), Hash, [new(ClockId.Statutory, new(2026, 2, 2), new(2026, 2, 3)), new(ClockId.Promised, null, null)]),
        new SupervisionFlagged("suspension-without-notice", 3, ClockId.Statutory),
        new MilestoneReached(Milestone.Decided, Day, "Granted", Li),
        new NoticeAsked(PartyId.Applicant, "signed", Texts),
        new DocumentFiled("M01", Hash, Li),
        new ChildCaseAsked(3, new("SC-1-3"), "inspection", Values, true),
        new EventPublished(3, "inspected", Value.Null),
        new CaseClosed(CaseStatus.Closed, "Granted"),
    ];

    private static Clock AClock() =>
        Clock.Start(ClockId.Statutory, 20, Day, [new Rung(-1, RungAct.Remind, Fire), new Rung(0, RungAct.RedCard)], 3, OfficeCalendar.Chinese)
            .Suspend("7", "inspection", Hash, new(2026, 1, 7))
            .Resume("7", new(2026, 1, 9), OfficeCalendar.Chinese)
            .Extend(10, Li, Hash, OfficeCalendar.Chinese);
}
