using System.Collections.Immutable;
using System.Text.Json.Serialization;
using EGov.Engine.Clocks;
using EGov.Engine.Definitions;

namespace EGov.Engine.Cases;

/// <summary>A fact of a case. A closed family and a general one: a new activity needs no new event.</summary>
/// <remarks>
/// Stored names are chosen, not reflected, and a shipped event never changes meaning: a new need is a new version beside the old.
/// Activity instances, work items and rungs are numbered within the case; nodes and paths by their place in the definition.
/// </remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "fact")]
[JsonDerivedType(typeof(CaseOpened), "case-opened.1")]
[JsonDerivedType(typeof(ActivityEntered), "activity-entered.1")]
[JsonDerivedType(typeof(ActivityCompleted), "activity-completed.1")]
[JsonDerivedType(typeof(ActivityCancelled), "activity-cancelled.1")]
[JsonDerivedType(typeof(ActivityFaulted), "activity-faulted.1")]
[JsonDerivedType(typeof(ActivityRemembered), "activity-remembered.1")]
[JsonDerivedType(typeof(PathsTaken), "paths-taken.1")]
[JsonDerivedType(typeof(PathsForgotten), "paths-forgotten.1")]
[JsonDerivedType(typeof(VariableSet), "variable-set.1")]
[JsonDerivedType(typeof(OutputSet), "output-set.1")]
[JsonDerivedType(typeof(LineWritten), "line-written.1")]
[JsonDerivedType(typeof(CaseNamed), "case-named.1")]
[JsonDerivedType(typeof(CaseCorrelated), "case-correlated.1")]
[JsonDerivedType(typeof(WaitStarted), "wait-started.1")]
[JsonDerivedType(typeof(WorkItemOpened), "work-item-opened.1")]
[JsonDerivedType(typeof(WorkItemClaimed), "work-item-claimed.1")]
[JsonDerivedType(typeof(WorkItemReleased), "work-item-released.1")]
[JsonDerivedType(typeof(WorkItemCompleted), "work-item-completed.1")]
[JsonDerivedType(typeof(WorkItemTransferred), "work-item-transferred.1")]
[JsonDerivedType(typeof(WorkItemDelegated), "work-item-delegated.1")]
[JsonDerivedType(typeof(WorkItemHandedBack), "work-item-handed-back.1")]
[JsonDerivedType(typeof(WorkItemCancelled), "work-item-cancelled.1")]
[JsonDerivedType(typeof(WorkItemReopened), "work-item-reopened.1")]
[JsonDerivedType(typeof(WorkItemUrged), "work-item-urged.1")]
[JsonDerivedType(typeof(CaseReturned), "case-returned.1")]
[JsonDerivedType(typeof(WorkTakenBack), "work-taken-back.1")]
[JsonDerivedType(typeof(IncidentResolved), "incident-resolved.1")]
[JsonDerivedType(typeof(ClockChanged), "clock-changed.1")]
[JsonDerivedType(typeof(ClockStopped), "clock-stopped.1")]
[JsonDerivedType(typeof(RungFired), "rung-fired.1")]
[JsonDerivedType(typeof(CalendarAmended), "calendar-amended.1")]
[JsonDerivedType(typeof(SupervisionFlagged), "supervision-flagged.1")]
[JsonDerivedType(typeof(MilestoneReached), "milestone-reached.1")]
[JsonDerivedType(typeof(NoticeAsked), "notice-asked.1")]
[JsonDerivedType(typeof(DocumentFiled), "document-filed.1")]
[JsonDerivedType(typeof(ChildCaseAsked), "child-case-asked.1")]
[JsonDerivedType(typeof(EventPublished), "event-published.1")]
[JsonDerivedType(typeof(CaseClosed), "case-closed.1")]
public abstract record CaseEvent
{
    private protected CaseEvent()
    {
    }
}

/// <summary>An application was handed in (收件).</summary>
public sealed record CaseOpened(
    CaseId Case, string DefinitionId, int DefinitionVersion, string CalendarVersion, UserId By, bool ByApplicant, PartyId? Place,
    DateOnly ReceivedOn, ImmutableSortedDictionary<string, Value> Inputs) : CaseEvent
{
    /// <summary>Which real unit does the work of a party (席位), by party; null when every party is a unit itself.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableSortedDictionary<string, PartyId>? Seats { get; init; }
}

/// <summary>An activity's turn came.</summary>
/// <param name="Instance">Its number within the case.</param>
/// <param name="Parent">Number of the containing instance; 0 for the root.</param>
/// <param name="Node">Place in the definition.</param>
/// <param name="Activity">Its id, for the reader.</param>
/// <param name="Locals">Variables of this run only (loops), or null.</param>
public sealed record ActivityEntered(
    int Instance, int Parent, int Node, ActivityId Activity, ImmutableSortedDictionary<string, Value>? Locals) : CaseEvent;

/// <summary>An activity completed with these outcomes.</summary>
public sealed record ActivityCompleted(int Instance, ImmutableArray<string> Outcomes) : CaseEvent;

/// <summary>Why something was cancelled.</summary>
public enum CancelReason
{
    /// <summary>What contained it has completed.</summary>
    ParentCompleted,

    /// <summary>A join went on with the first arrival.</summary>
    JoinedWithoutIt,

    /// <summary>The case was returned (退回) or the flow went back.</summary>
    Returned,

    /// <summary>A completed activity was taken back (撤回).</summary>
    TakenBack,

    /// <summary>The outcome was certain without it.</summary>
    NotNeeded,

    /// <summary>The added signer was removed (减签).</summary>
    SignerRemoved,

    /// <summary>Its time ran out.</summary>
    Expired,

    /// <summary>The applicant withdrew (撤回申请).</summary>
    Withdrawn,

    /// <summary>An incident was resolved.</summary>
    IncidentResolved,
}

/// <summary>An activity was cancelled.</summary>
public sealed record ActivityCancelled(int Instance, CancelReason Reason) : CaseEvent;

/// <summary>An activity could not go on; an officer resolves it.</summary>
public sealed record ActivityFaulted(int Instance, string Code, string Message) : CaseEvent;

/// <summary>An activity noted its own progress (which round, how many are left).</summary>
public sealed record ActivityRemembered(int Instance, Value Memory) : CaseEvent;

/// <summary>Paths of a flowchart were visited.</summary>
/// <param name="Flow">The flowchart's instance.</param>
/// <param name="Followed">Paths that carry the outcome.</param>
/// <param name="NotFollowed">Paths that do not.</param>
/// <param name="Skipped">Nodes that no path leads to any more.</param>
/// <param name="Reached">Nodes whose turn has come.</param>
public sealed record PathsTaken(
    int Flow, ImmutableArray<int> Followed, ImmutableArray<int> NotFollowed, ImmutableArray<int> Skipped, ImmutableArray<int> Reached) : CaseEvent;

/// <summary>The flow went back: these paths count as never visited, these nodes as never reached.</summary>
public sealed record PathsForgotten(int Flow, ImmutableArray<int> Paths, ImmutableArray<int> Nodes) : CaseEvent;

/// <summary>A variable got a value; <paramref name="Scope"/> is the instance that declares it, 0 for the workflow.</summary>
public sealed record VariableSet(int Scope, string Variable, Value Value) : CaseEvent;

/// <summary>An output of the workflow got a value.</summary>
public sealed record OutputSet(string Name, Value Value) : CaseEvent;

/// <summary>A line for the log (Elsa.WriteLine).</summary>
public sealed record LineWritten(int Instance, string Text) : CaseEvent;

/// <summary>The case was given a caption (Elsa.SetName).</summary>
public sealed record CaseNamed(string Name) : CaseEvent;

/// <summary>The case was tied to something outside (Elsa.Correlate).</summary>
public sealed record CaseCorrelated(string Correlation) : CaseEvent;

/// <summary>An activity waits: for a moment, an event, a task or a child case.</summary>
public sealed record WaitStarted(int Instance, WaitKind Kind, string Key, DateTimeOffset? Until) : CaseEvent;

/// <summary>Work for a party was laid out (待办).</summary>
/// <param name="WorkItem">Its number within the case.</param>
/// <param name="Instance">The activity it belongs to.</param>
/// <param name="Party">Who is to do it.</param>
/// <param name="Choices">What may be chosen.</param>
/// <param name="Kind">What kind of work it is.</param>
/// <param name="AddedBy">Who added this signer (加签), or null when the definition asks for it.</param>
public sealed record WorkItemOpened(
    int WorkItem, int Instance, PartyId Party, ImmutableArray<string> Choices, WorkKind Kind, UserId? AddedBy) : CaseEvent;

/// <summary>An officer took the work item.</summary>
public sealed record WorkItemClaimed(int WorkItem, UserId By) : CaseEvent
{
    /// <summary>The officer whose delegated power was used, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public UserId? ActingFor { get; init; }
}

/// <summary>The holder put it back.</summary>
public sealed record WorkItemReleased(int WorkItem, UserId By) : CaseEvent;

/// <summary>The work was done with this choice.</summary>
public sealed record WorkItemCompleted(int WorkItem, UserId By, UserId? ActingFor, string Choice, TextHash? Opinion) : CaseEvent;

/// <summary>The work was given away for good (转办).</summary>
public sealed record WorkItemTransferred(int WorkItem, UserId By, PartyId Party, UserId? To, TextHash? Reason) : CaseEvent;

/// <summary>Another officer does the work for the holder (委派).</summary>
public sealed record WorkItemDelegated(int WorkItem, UserId By, UserId To, TextHash? Reason) : CaseEvent;

/// <summary>The delegate has done it and proposes a choice; the holder finishes.</summary>
public sealed record WorkItemHandedBack(int WorkItem, UserId By, UserId To, string Choice, TextHash? Opinion) : CaseEvent;

/// <summary>The work is no longer asked for.</summary>
public sealed record WorkItemCancelled(int WorkItem, CancelReason Reason) : CaseEvent;

/// <summary>A signature was taken back; the same officer holds the work item again.</summary>
public sealed record WorkItemReopened(int WorkItem, UserId By, TextHash? Reason) : CaseEvent;

/// <summary>The holder was urged (催办).</summary>
public sealed record WorkItemUrged(int WorkItem, UserId By, DateOnly On) : CaseEvent;

/// <summary>The case was returned to an earlier activity (退回).</summary>
public sealed record CaseReturned(int WorkItem, UserId By, ActivityId To, TextHash Reason) : CaseEvent;

/// <summary>A completed activity was taken back (撤回).</summary>
public sealed record WorkTakenBack(int WorkItem, UserId By, ActivityId Activity, TextHash Reason) : CaseEvent;

/// <summary>An incident was resolved.</summary>
public sealed record IncidentResolved(int WorkItem, UserId By, Remedy Remedy, string? Outcome, TextHash? Reason) : CaseEvent;

/// <summary>What happened to a clock.</summary>
public enum ClockChange
{
    /// <summary>It began to run.</summary>
    Started,

    /// <summary>It stands still for a special procedure (特别程序).</summary>
    Suspended,

    /// <summary>A suspension ended.</summary>
    Resumed,

    /// <summary>Its budget grew (延长).</summary>
    Extended,

    /// <summary>It began again from another day (视为受理).</summary>
    Redated,

    /// <summary>It was counted anew with another edition of the working calendar (日历修订).</summary>
    Recounted,
}

/// <summary>A clock changed; the whole ledger after the change is kept, with the due date it gives.</summary>
public sealed record ClockChanged(ClockChange Change, Clock Clock) : CaseEvent;

/// <summary>A clock was met or is no longer needed; it keeps the due date it had.</summary>
public sealed record ClockStopped(ClockId Clock, DateOnly On, DateOnly? Due) : CaseEvent;

/// <summary>A rung of a clock's ladder fired, exactly once.</summary>
public sealed record RungFired(ClockId Clock, int Rung, RungAct Act, PartyId? To) : CaseEvent;

/// <summary>What another edition of the working calendar did to one clock.</summary>
/// <param name="Clock">A clock that ran or stood still.</param>
/// <param name="Before">Its due date by the edition before; null while it stood still.</param>
/// <param name="After">Its due date by the edition in force since; null while it stands still.</param>
public sealed record RedatedClock(ClockId Clock, DateOnly? Before, DateOnly? After);

/// <summary>A holiday notice changed the working calendar (日历修订); the ledgers of the clocks follow as <see cref="ClockChange.Recounted"/>.</summary>
/// <param name="From">The edition the case was counted with so far.</param>
/// <param name="To">The edition it is counted with since.</param>
/// <param name="Digest">SHA-256 of the new edition's text.</param>
/// <param name="Reason">The commitment to the reason given for the amendment.</param>
/// <param name="Clocks">Every clock that ran or stood still, in the order they started.</param>
public sealed record CalendarAmended(string From, string To, string Digest, TextHash Reason, ImmutableArray<RedatedClock> Clocks) : CaseEvent;

/// <summary>Something the supervision office (监察) has to know, whatever the department thinks of it.</summary>
/// <param name="Matter">What, in kebab case: <c>suspension-without-notice</c>, or <c>clock</c> when a rung of a ladder says so.</param>
/// <param name="Instance">The activity it is about; 0 for the case.</param>
/// <param name="Clock">The clock it is about, or null.</param>
public sealed record SupervisionFlagged(string Matter, int Instance, ClockId? Clock) : CaseEvent;

/// <summary>A station the law knows was reached.</summary>
/// <param name="Milestone">Accepted, deemed accepted, decided …</param>
/// <param name="On">The day it has effect from.</param>
/// <param name="Result">What was decided or issued, or null.</param>
/// <param name="By">Who did it.</param>
public sealed record MilestoneReached(Milestone Milestone, DateOnly On, string? Result, UserId By) : CaseEvent;

/// <summary>Someone must be told; the shell finds the address and the words.</summary>
public sealed record NoticeAsked(PartyId To, string Template, ImmutableSortedDictionary<string, string> Arguments) : CaseEvent;

/// <summary>A document was put on file.</summary>
public sealed record DocumentFiled(string Material, TextHash Content, UserId By) : CaseEvent;

/// <summary>Another case must be opened.</summary>
public sealed record ChildCaseAsked(
    int Instance, CaseId Child, string DefinitionId, ImmutableSortedDictionary<string, Value> Inputs, bool Wait) : CaseEvent
{
    /// <summary>What the child is tied to from its beginning, or null.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Correlation { get; init; }
}

/// <summary>An event was published for whoever waits for it.</summary>
public sealed record EventPublished(int Instance, string Name, Value Payload) : CaseEvent
{
    /// <summary>Only cases tied to this hear of it; null when all do.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Correlation { get; init; }
}

/// <summary>The case is over (办结).</summary>
public sealed record CaseClosed(CaseStatus Status, string Outcome) : CaseEvent;
