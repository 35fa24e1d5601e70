using System.Collections.Immutable;
using EGov.Engine.Clocks;
using EGov.Engine.Definitions;

namespace EGov.Engine.Cases;

/// <summary>Where a case stands.</summary>
public enum CaseStatus
{
    /// <summary>It does not exist yet.</summary>
    None,

    /// <summary>Being handled (在办).</summary>
    Open,

    /// <summary>Finished (办结).</summary>
    Closed,

    /// <summary>Withdrawn by the applicant (撤回).</summary>
    Withdrawn,

    /// <summary>Ended by a fault, where the definition asks for that.</summary>
    Faulted,
}

/// <summary>Stations the law knows.</summary>
public enum Milestone
{
    /// <summary>补正告知: the applicant was told, once, everything that is missing.</summary>
    SupplementAsked,

    /// <summary>受理.</summary>
    Accepted,

    /// <summary>视为受理: the five days passed in silence (行政许可法 art. 32).</summary>
    DeemedAccepted,

    /// <summary>不予受理.</summary>
    NotAccepted,

    /// <summary>决定.</summary>
    Decided,

    /// <summary>出证、送达.</summary>
    ResultIssued,
}

/// <summary>Everything the engine knows of a case: the fold of its events, nothing else. Its size follows what is live, not what has been.</summary>
public sealed record CaseState
{
    /// <summary>A case that does not exist yet.</summary>
    public static readonly CaseState None = new();

    /// <summary>The number.</summary>
    public CaseId Case { get; init; }

    /// <summary>Where it stands.</summary>
    public CaseStatus Status { get; init; }

    /// <summary>How many events made this state.</summary>
    public int Version { get; init; }

    /// <summary>The definition it runs on.</summary>
    public string DefinitionId { get; init; } = "";

    /// <summary>The version it opened with and stays on.</summary>
    public int DefinitionVersion { get; init; }

    /// <summary>The edition of the working calendar (工作日历版本) its limits are counted with; another one only by <see cref="CalendarAmended"/>.</summary>
    public string CalendarVersion { get; init; } = "";

    /// <summary>The day the application was received.</summary>
    public DateOnly ReceivedOn { get; init; }

    /// <summary>Which real unit does the work of a party, by party; null when every party is a unit itself.</summary>
    public ImmutableSortedDictionary<string, PartyId>? Seats { get; init; }

    /// <summary>What the case was given.</summary>
    public ImmutableSortedDictionary<string, Value> Inputs { get; init; } = ImmutableSortedDictionary<string, Value>.Empty;

    /// <summary>Values of the workflow's own variables, by id.</summary>
    public ImmutableSortedDictionary<string, Value> Variables { get; init; } = ImmutableSortedDictionary<string, Value>.Empty;

    /// <summary>What the case gives back.</summary>
    public ImmutableSortedDictionary<string, Value> Outputs { get; init; } = ImmutableSortedDictionary<string, Value>.Empty;

    /// <summary>Running and faulted activities, by rising number.</summary>
    public ImmutableArray<ActivityInstance> Live { get; init; } = [];

    /// <summary>Work items of live activities, open and completed, by rising number.</summary>
    public ImmutableArray<WorkItem> WorkItems { get; init; } = [];

    /// <summary>Clocks in the order they started.</summary>
    public ImmutableArray<Clock> Clocks { get; init; } = [];

    /// <summary>What is remembered of each node's last completed run, by node.</summary>
    public ImmutableDictionary<int, CompletedRun> Runs { get; init; } = ImmutableDictionary<int, CompletedRun>.Empty;

    /// <summary>Milestones reached, with the result each had.</summary>
    public ImmutableSortedDictionary<Milestone, string> Milestones { get; init; } = ImmutableSortedDictionary<Milestone, string>.Empty;

    /// <summary>The caption given by the workflow, or null.</summary>
    public string? Name { get; init; }

    /// <summary>What it is tied to outside, or null.</summary>
    public string? Correlation { get; init; }

    /// <summary>How it ended; null while open.</summary>
    public string? Outcome { get; init; }

    /// <summary>The next activity's number.</summary>
    public int NextInstance { get; init; } = 1;

    /// <summary>The next work item's number.</summary>
    public int NextWorkItem { get; init; } = 1;

    /// <summary>The live activity with this number, or null.</summary>
    public ActivityInstance? Find(int instance) => Live.FindByNumber(instance, static i => i.Number);

    /// <summary>The work item with this number when its activity is live, or null.</summary>
    public WorkItem? FindWork(int workItem) => WorkItems.FindByNumber(workItem, static w => w.Number);

    /// <summary>The clock with this id, the latest when it was started again; null when there is none.</summary>
    public Clock? FindClock(ClockId id) => Clocks.LastOrDefault(clock => clock.Id == id);

    /// <summary>The real unit (席位) that does the work of a party in this case: the party itself unless it depends on the place of filing.</summary>
    public PartyId SeatOf(PartyId party) => Seats?.GetValueOrDefault(party.Value, party) ?? party;

    /// <summary>The real units of the parties of an item in this case.</summary>
    public IEnumerable<PartyId> SeatsOf(ItemFacts item) => item.Parties.Select(SeatOf);

    /// <summary>True when the milestone was reached.</summary>
    public bool Reached(Milestone milestone) => Milestones.ContainsKey(milestone);
}
