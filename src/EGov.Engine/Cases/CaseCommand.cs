using System.Collections.Immutable;
using System.Text.Json.Serialization;
using EGov.Engine.Definitions;

namespace EGov.Engine.Cases;

/// <summary>An order given to a case. A closed family: every order there is stands here, each with its decision in <c>Decisions/</c>.</summary>
/// <remarks>Orders hold ids, choices and hashes; names and free texts stay outside the journal. Stored names never change.</remarks>
[JsonPolymorphic(TypeDiscriminatorPropertyName = "order")]
[JsonDerivedType(typeof(OpenCase), "open-case.1")]
[JsonDerivedType(typeof(ClaimWorkItem), "claim.1")]
[JsonDerivedType(typeof(ReleaseWorkItem), "release.1")]
[JsonDerivedType(typeof(CompleteWorkItem), "complete.1")]
[JsonDerivedType(typeof(TransferWorkItem), "transfer.1")]
[JsonDerivedType(typeof(DelegateWorkItem), "delegate.1")]
[JsonDerivedType(typeof(AddSigner), "add-signer.1")]
[JsonDerivedType(typeof(RemoveSigner), "remove-signer.1")]
[JsonDerivedType(typeof(ReturnCase), "return.1")]
[JsonDerivedType(typeof(TakeBack), "take-back.1")]
[JsonDerivedType(typeof(UrgeWorkItem), "urge.1")]
[JsonDerivedType(typeof(WithdrawCase), "withdraw.1")]
[JsonDerivedType(typeof(ExtendClock), "extend-clock.1")]
[JsonDerivedType(typeof(FileDocument), "file-document.1")]
[JsonDerivedType(typeof(WakeUp), "wake-up.1")]
[JsonDerivedType(typeof(ResolveIncident), "resolve-incident.1")]
[JsonDerivedType(typeof(RaiseEvent), "raise-event.1")]
[JsonDerivedType(typeof(FinishTask), "finish-task.1")]
[JsonDerivedType(typeof(ReportChild), "report-child.1")]
[JsonDerivedType(typeof(AmendCalendar), "amend-calendar.1")]
public abstract record CaseCommand
{
    private protected CaseCommand(Actor by) => By = by;

    /// <summary>Who gives the order.</summary>
    [JsonPropertyOrder(-1)]
    public Actor By { get; init; }
}

/// <summary>Hand in an application (申请, 收件): the case begins.</summary>
/// <param name="By">Applicant, window officer or system.</param>
/// <param name="Case">The new number.</param>
/// <param name="Place">Where it was filed (M003); null when online.</param>
/// <param name="Inputs">Values for the inputs the definition declares; choices only, never personal data.</param>
public sealed record OpenCase(Actor By, CaseId Case, PartyId? Place, ImmutableSortedDictionary<string, Value> Inputs) : CaseCommand(By)
{
    /// <summary>Which real unit does the work of a party that depends on the place of filing, by party; null when none does.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public ImmutableSortedDictionary<string, PartyId>? Seats { get; init; }
}

/// <summary>Take a work item from the party's tray (签收).</summary>
public sealed record ClaimWorkItem(Actor By, int WorkItem) : CaseCommand(By);

/// <summary>Put a claimed work item back into the party's tray (退签).</summary>
public sealed record ReleaseWorkItem(Actor By, int WorkItem) : CaseCommand(By);

/// <summary>Finish a work item with a choice (办理, 签署).</summary>
/// <param name="By">Its holder, or any officer of the party while nobody holds it.</param>
/// <param name="WorkItem">Its number.</param>
/// <param name="Choice">One of the choices it offers.</param>
/// <param name="Opinion">Commitment to the opinion (意见); choices against the applicant need one.</param>
/// <param name="Values">Values for variables of the definition, by name.</param>
public sealed record CompleteWorkItem(
    Actor By, int WorkItem, string Choice, TextHash? Opinion, ImmutableSortedDictionary<string, Value> Values) : CaseCommand(By);

/// <summary>Give a work item away for good (转办): to another party, to a named officer, or both.</summary>
public sealed record TransferWorkItem(Actor By, int WorkItem, PartyId? Party, UserId? To, TextHash? Reason) : CaseCommand(By);

/// <summary>Let another officer do the work (委派); it comes back to the holder, who finishes it.</summary>
public sealed record DelegateWorkItem(Actor By, int WorkItem, UserId To, TextHash? Reason) : CaseCommand(By);

/// <summary>Ask one more party to sign (加签); by someone who signs in the same sign-off and has not yet done so.</summary>
public sealed record AddSigner(Actor By, int WorkItem, PartyId Party, TextHash? Reason) : CaseCommand(By);

/// <summary>Release an added signer (减签); by whoever added him. Signers of the definition cannot be removed.</summary>
public sealed record RemoveSigner(Actor By, int WorkItem, TextHash? Reason) : CaseCommand(By);

/// <summary>Return the case to an earlier activity (退回).</summary>
/// <param name="By">The officer who may complete the work item.</param>
/// <param name="WorkItem">Where we stand.</param>
/// <param name="To">An activity that completed in this case and leads to where we stand.</param>
/// <param name="Reason">Why; always asked for.</param>
public sealed record ReturnCase(Actor By, int WorkItem, ActivityId To, TextHash? Reason) : CaseCommand(By);

/// <summary>Take back what one has just completed (撤回), while nobody has worked on what follows.</summary>
public sealed record TakeBack(Actor By, int WorkItem, TextHash? Reason) : CaseCommand(By);

/// <summary>Urge the holder (催办); once a day per work item.</summary>
public sealed record UrgeWorkItem(Actor By, int WorkItem) : CaseCommand(By);

/// <summary>Withdraw the application (撤回申请), until the decision is made.</summary>
public sealed record WithdrawCase(Actor By, TextHash? Reason) : CaseCommand(By);

/// <summary>Extend a clock once (延长审批, 行政许可法 art. 42), with the approver's reason.</summary>
/// <param name="By">The approver; a party of the definition's clock-extending party.</param>
/// <param name="Clock">Which clock.</param>
/// <param name="WorkingDays">1 to 15.</param>
/// <param name="Reason">Told to the applicant; always asked for.</param>
public sealed record ExtendClock(Actor By, ClockId Clock, int WorkingDays, TextHash? Reason) : CaseCommand(By);

/// <summary>Put a document on file (材料入卷): the content is known by its hash only.</summary>
public sealed record FileDocument(Actor By, string Material, TextHash Content) : CaseCommand(By);

/// <summary>Time has passed: do what is due now. Sent by the sweep; harmless when nothing is due.</summary>
public sealed record WakeUp(Actor By) : CaseCommand(By);

/// <summary>What to do with an activity that faulted.</summary>
public enum Remedy
{
    /// <summary>Run it again.</summary>
    Retry,

    /// <summary>Go on as if it had completed with a chosen outcome.</summary>
    Skip,

    /// <summary>Go on as if it had not been reached.</summary>
    Cancel,
}

/// <summary>Resolve an incident (异常处置).</summary>
public sealed record ResolveIncident(Actor By, int WorkItem, Remedy Remedy, string? Outcome, TextHash? Reason) : CaseCommand(By);

/// <summary>An event that activities of this case may wait for (Elsa.Event).</summary>
public sealed record RaiseEvent(Actor By, string Name, Value Payload) : CaseCommand(By)
{
    /// <summary>Only cases tied to this hear of it; null when all do.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public string? Correlation { get; init; }
}

/// <summary>An outside task that an Elsa.RunTask waits for is done.</summary>
public sealed record FinishTask(Actor By, int Instance, Value Result) : CaseCommand(By);

/// <summary>A child case has closed; told to the activity that opened it.</summary>
public sealed record ReportChild(
    Actor By, int Instance, CaseId Child, string Outcome, ImmutableSortedDictionary<string, Value> Outputs) : CaseCommand(By);

/// <summary>Count the clocks anew with another edition of the working calendar (日历修订). Sent by the sweep; harmless when the case has that edition.</summary>
/// <param name="By">The system.</param>
/// <param name="From">The edition the case is counted with so far; nothing happens when it is another, so a host that is behind cannot turn a case back.</param>
/// <param name="To">The edition; the definition handed to the engine must hold it.</param>
/// <param name="Reason">The commitment to the reason the administrator gave.</param>
public sealed record AmendCalendar(Actor By, string From, string To, TextHash Reason) : CaseCommand(By);
