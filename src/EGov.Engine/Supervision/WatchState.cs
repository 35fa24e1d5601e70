using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Clocks;

namespace EGov.Engine.Supervision;

/// <summary>A clock that supervision watches.</summary>
/// <param name="Clock">The ledger.</param>
/// <param name="Round">How often a clock of this name was started in the case, from 1.</param>
/// <param name="Since">When it last changed.</param>
public sealed record WatchedClock(Clock Clock, int Round, DateTimeOffset Since);

/// <summary>Work that supervision watches, as long as its activity is live.</summary>
/// <param name="Number">Its number within the case.</param>
/// <param name="Instance">The activity it belongs to.</param>
/// <param name="Activity">The box.</param>
/// <param name="Party">The real unit's seat.</param>
/// <param name="Kind">What kind of work.</param>
/// <param name="OpenedAt">When it was laid out.</param>
public sealed record WatchedWork(int Number, int Instance, ActivityId Activity, PartyId Party, WorkKind Kind, DateTimeOffset OpenedAt)
{
    /// <summary>Who has it in hand; null while it lies in the tray.</summary>
    public UserId? Holder { get; init; }

    /// <summary>Since when it lies where it lies now.</summary>
    public DateTimeOffset Since { get; init; } = OpenedAt;

    /// <summary>True once it is done.</summary>
    public bool IsDone { get; init; }

    /// <summary>True while an officer must do something.</summary>
    public bool IsWaiting => !IsDone && Kind != WorkKind.Applicant;
}

/// <summary>What supervision knows of a case: the fold of what matters to it, apart from the engine's own state.</summary>
/// <remarks>It depends on the rules, the journal and the moments it was looked at, and the cards it has raised only on the first two: see <see cref="Watch"/>.</remarks>
public sealed record WatchState
{
    /// <summary>A case nothing is known of.</summary>
    public static readonly WatchState None = new();

    /// <summary>The moment of the last order; a clock that goes back does not move it.</summary>
    public DateTimeOffset At { get; init; } = DateTimeOffset.MinValue;

    /// <summary>True while the case is open.</summary>
    public bool IsOpen { get; init; }

    /// <summary>When it was handed in.</summary>
    public DateTimeOffset OpenedAt { get; init; }

    /// <summary>The edition of the working calendar it is counted with; null before it is opened.</summary>
    public WorkingCalendar? Calendar { get; init; }

    /// <summary>Which real unit does the work of a party; null when every party is a unit itself.</summary>
    public ImmutableSortedDictionary<string, PartyId>? Seats { get; init; }

    /// <summary>Live activities: their numbers and boxes.</summary>
    public ImmutableArray<(int Instance, ActivityId Activity)> Live { get; init; } = [];

    /// <summary>Clocks that were started and not stopped.</summary>
    public ImmutableArray<WatchedClock> Clocks { get; init; } = [];

    /// <summary>How often each clock was started, by name, when more than once.</summary>
    public ImmutableSortedDictionary<string, int> Rounds { get; init; } = ImmutableSortedDictionary<string, int>.Empty;

    /// <summary>Work of live activities.</summary>
    public ImmutableArray<WatchedWork> Work { get; init; } = [];

    /// <summary>True once the case was accepted, also by silence.</summary>
    public bool IsAccepted { get; init; }

    /// <summary>The first activity with work of officers after acceptance; 0 before.</summary>
    public int FirstStep { get; init; }

    /// <summary>How often supplements were asked for.</summary>
    public int Supplements { get; init; }

    /// <summary>How often it was returned.</summary>
    public int Returns { get; init; }

    /// <summary>The day of the decision; null before.</summary>
    public DateOnly? DecidedOn { get; init; }

    /// <summary>When the decision was entered.</summary>
    public DateTimeOffset DecidedAt { get; init; }

    /// <summary>True once the result was issued.</summary>
    public bool IsIssued { get; init; }

    /// <summary>The work an officer acted on last; null before.</summary>
    public WatchedWork? LastWork { get; init; }

    /// <summary>The cards raised so far, by rule and subject.</summary>
    public ImmutableHashSet<(string Rule, Subject Subject)> Raised { get; init; } = [];

    /// <summary>When the next card is due if nothing happens before; null when none is.</summary>
    public DateTimeOffset? Next { get; init; }

    /// <summary>The real unit's seat of a party.</summary>
    public PartyId SeatOf(PartyId party) => Seats?.GetValueOrDefault(party.Value, party) ?? party;

    /// <summary>Who has the case in hand: of the work that waits, the oldest, of one activity or of all; else what was done last.</summary>
    public WatchedWork? InHand(int? instance = null)
    {
        foreach (var work in Work)
            if (work.IsWaiting && (instance is null || work.Instance == instance)) return work;
        return LastWork;
    }
}
