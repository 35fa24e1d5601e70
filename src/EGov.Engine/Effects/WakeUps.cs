using EGov.Engine.Cases;
using EGov.Engine.Definitions;

namespace EGov.Engine.Effects;

/// <summary>When a case must be woken: the earliest of its clocks' rungs and its activities' timers. Early or doubled wake-ups are harmless.</summary>
public static class WakeUps
{
    /// <summary>The next moment at which something is due; null when nothing waits for time or the case is over.</summary>
    public static DateTimeOffset? Next(WorkflowDefinition workflow, CaseState state)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        ArgumentNullException.ThrowIfNull(state);
        if (state.Status != CaseStatus.Open) return null;
        DateTimeOffset? earliest = null;
        foreach (var clock in state.Clocks)
            if (clock.NextWakeUp(workflow.Calendar) is { } at && !(earliest <= at)) earliest = at;
        foreach (var instance in state.Live)
            if (instance.Wait is { Kind: WaitKind.Timer, Until: { } until } && !(earliest <= until)) earliest = until;
        return earliest;
    }
}
