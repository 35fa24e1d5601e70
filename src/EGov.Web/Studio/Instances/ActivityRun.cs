using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Definitions;

namespace EGov.Web.Studio.Instances;

/// <summary>Where a run of a box stands, in Elsa's words.</summary>
internal enum RunStatus
{
    Running,
    Completed,
    Canceled,
    Faulted,
}

/// <summary>One run of one box in a case: what Elsa calls an activity execution.</summary>
/// <param name="Number">Its number within the case.</param>
/// <param name="Parent">The run around it; 0 for the root.</param>
/// <param name="Box">What ran, on the case's own version of the drawing.</param>
/// <param name="StartedAt">When its turn came.</param>
internal sealed record ActivityRun(int Number, int Parent, ActivityNode Box, DateTimeOffset StartedAt)
{
    public RunStatus Status { get; init; } = RunStatus.Running;

    /// <summary>When it completed or was cancelled; a fault that waits for an officer is not over.</summary>
    public DateTimeOffset? EndedAt { get; init; }

    /// <summary>The run whose end brought its turn; null for the root.</summary>
    public int? ScheduledBy { get; init; }

    public ImmutableArray<string> Outcomes { get; init; } = [];

    /// <summary>Why it could not go on, also after an officer has resolved that.</summary>
    public Fault? Fault { get; init; }

    /// <summary>True while it waits for somebody or something.</summary>
    public bool IsBlocked { get; init; }

    /// <summary>The case it opened, or null.</summary>
    public CaseId? Child { get; init; }
}

/// <summary>Why a run could not go on.</summary>
internal sealed record Fault(string Code, string Message, DateTimeOffset At);

/// <summary>A line of the log Studio shows.</summary>
/// <param name="Sequence">From 1 within the case.</param>
/// <param name="Run">The run it is about.</param>
/// <param name="Event">Elsa's name of what happened: Started, Suspended, Resumed, Completed, Canceled, Faulted; or ours.</param>
/// <param name="At">When.</param>
/// <param name="Payload">What belongs to it; null for nothing.</param>
internal sealed record LogLine(int Sequence, int Run, string Event, DateTimeOffset At, IReadOnlyDictionary<string, object?>? Payload);
