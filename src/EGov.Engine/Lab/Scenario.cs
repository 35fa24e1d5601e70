using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Lab;

/// <summary>A story of one case as data: what happened before, what is done, and how the case must stand then.</summary>
/// <remarks>
/// Scenarios lie beside the definitions they are about (<c>workflows/&lt;item&gt;/scenarios/*.json</c>) and say, in orders a clerk knows, what
/// a version promises. Time passes by itself between two steps: whatever falls due in between is done at its own moment, as the sweep does it.
/// </remarks>
/// <param name="Title">What the story shows, by language.</param>
/// <param name="Version">The version of the definition it is about.</param>
/// <param name="Case">The case's number.</param>
/// <param name="Given">What happened before; each order must be accepted.</param>
/// <param name="When">What is done; each order but the last must be accepted.</param>
/// <param name="Then">How the case must stand.</param>
public sealed record Scenario(
    ImmutableSortedDictionary<string, string> Title, int Version, CaseId Case,
    ImmutableArray<ScenarioStep> Given, ImmutableArray<ScenarioStep> When, ScenarioExpectation Then)
{
    /// <summary>Reads a scenario strictly; whatever is wrong with the text becomes problems, never an exception.</summary>
    public static ScenarioReading Read(string json) => ScenarioReader.Read(json);
}

/// <summary>What reading a scenario gave: a scenario and no problems, or problems and no scenario.</summary>
/// <param name="Scenario">The scenario; null when there is a problem.</param>
/// <param name="Problems">Everything found wrong; the first argument is the path of the place, such as <c>when[2].choice</c>.</param>
public sealed record ScenarioReading(Scenario? Scenario, ImmutableArray<Problem> Problems);

/// <summary>What a step orders; in JSON in kebab case.</summary>
public enum ScenarioAct
{
    /// <summary>申请: the case begins.</summary>
    Open,

    /// <summary>签收.</summary>
    Claim,

    /// <summary>退签.</summary>
    Release,

    /// <summary>办理.</summary>
    Complete,

    /// <summary>转办, <c>to</c> a party or to <c>officer@party</c>.</summary>
    Transfer,

    /// <summary>委派, <c>to</c> an officer.</summary>
    Delegate,

    /// <summary>加签, <c>to</c> a party.</summary>
    AddSigner,

    /// <summary>减签; <c>party</c> says whom.</summary>
    RemoveSigner,

    /// <summary>退回, <c>to</c> an activity.</summary>
    Return,

    /// <summary>撤回.</summary>
    TakeBack,

    /// <summary>催办.</summary>
    Urge,

    /// <summary>撤回申请.</summary>
    Withdraw,

    /// <summary>延长审批.</summary>
    ExtendClock,

    /// <summary>异常处置.</summary>
    ResolveIncident,

    /// <summary>材料入卷.</summary>
    FileDocument,

    /// <summary>Time passes until then; nothing else happens.</summary>
    Wake,
}

/// <summary>One order of a scenario. Work items are named by their activity, and by their party where several are open.</summary>
/// <param name="At">The moment; never before the step before.</param>
/// <param name="By">Who; written <c>applicant</c>, <c>system</c> or <c>officer@party+party</c>.</param>
/// <param name="Do">What.</param>
public sealed record ScenarioStep(DateTimeOffset At, Actor By, ScenarioAct Do)
{
    /// <summary>The activity whose work item is meant.</summary>
    public ActivityId? Activity { get; init; }

    /// <summary>The party whose work item is meant, or where the application is filed.</summary>
    public PartyId? Party { get; init; }

    /// <summary>What is chosen, or the outcome with which an incident is skipped.</summary>
    public string? Choice { get; init; }

    /// <summary>The reason or opinion; only its hash enters the journal.</summary>
    public string? Reason { get; init; }

    /// <summary>Whom or what the order leads to, as <see cref="ScenarioAct"/> says.</summary>
    public string? To { get; init; }

    /// <summary>Values for the inputs of a new case.</summary>
    public ImmutableSortedDictionary<string, Value> Inputs { get; init; } = ImmutableSortedDictionary<string, Value>.Empty;

    /// <summary>For a new case: the real units of parties that depend on the place of filing; null when none does.</summary>
    public ImmutableSortedDictionary<string, PartyId>? Seats { get; init; }

    /// <summary>Values for variables, given with a choice.</summary>
    public ImmutableSortedDictionary<string, Value> Values { get; init; } = ImmutableSortedDictionary<string, Value>.Empty;

    /// <summary>The clock to extend.</summary>
    public ClockId? Clock { get; init; }

    /// <summary>Working days to extend it by.</summary>
    public int WorkingDays { get; init; }

    /// <summary>What to do about an incident.</summary>
    public Remedy Remedy { get; init; }

    /// <summary>Code of the material put on file.</summary>
    public string? Material { get; init; }

    /// <summary>The material's content; only its hash enters the journal.</summary>
    public string? Content { get; init; }
}

/// <summary>How a case must stand after a scenario. What is not said is not compared, but the last order is accepted unless <paramref name="Refused"/> says otherwise.</summary>
/// <param name="Refused">Why the last order is refused; null when it is accepted.</param>
/// <param name="Status">Where the case stands.</param>
/// <param name="Outcome">How it ended.</param>
/// <param name="OpenWork">All open work, as <c>Activity</c> or <c>Activity/party</c>, in any order.</param>
/// <param name="Messages">Everything told during <see cref="Scenario.When"/>, as <c>template@recipient</c>, in order.</param>
/// <param name="Clocks">Clocks by name.</param>
/// <param name="Milestones">Stations reached, with the day each has effect from; all of them.</param>
/// <param name="Explain">Clocks whose due date the printed journal explains day by day.</param>
public sealed record ScenarioExpectation(
    RejectionCode? Refused, CaseStatus? Status, string? Outcome, ImmutableArray<string>? OpenWork, ImmutableArray<string>? Messages,
    ImmutableSortedDictionary<string, ExpectedClock> Clocks, ImmutableSortedDictionary<Milestone, DateOnly>? Milestones, ImmutableArray<ClockId> Explain);

/// <summary>How a clock must stand.</summary>
/// <param name="Due">Its last day; null when it has none while it stands still.</param>
/// <param name="Is"><c>running</c>, <c>suspended</c> or <c>stopped</c>.</param>
public sealed record ExpectedClock(DateOnly? Due, string Is);
