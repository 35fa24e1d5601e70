using System.Collections.Immutable;
using EGov.Engine.Cases;
using EGov.Engine.Clocks;
using EGov.Engine.Definitions;

namespace EGov.Engine.Replay;

/// <summary>One order of a case's journal with all it caused.</summary>
/// <param name="FirstVersion">The state's version before it, from 0.</param>
/// <param name="At">The moment of the order.</param>
/// <param name="Command">The order.</param>
/// <param name="Events">What it caused.</param>
public sealed record JournalEntry(int FirstVersion, DateTimeOffset At, CaseCommand Command, ImmutableArray<CaseEvent> Events);

/// <summary>The first place where a journal and the engine disagree.</summary>
/// <param name="Version">Number of the event, from 1 within the case.</param>
/// <param name="Stored">What the journal holds; null when it holds nothing there.</param>
/// <param name="Decided">What the engine decides; null when it decides nothing there, or the code of its refusal.</param>
public sealed record Difference(int Version, string? Stored, string? Decided);

/// <summary>A replayed journal: the state it leads to, and the first difference when there is one.</summary>
public sealed record Replayed(CaseState State, Difference? Difference);

/// <summary>Replays a journal: every order is decided again and must cause the same events, to the letter.</summary>
/// <remarks>A hash chain shows that a text was not changed; replay shows that it could have happened. A forged but re-hashed decision is found here.</remarks>
public static class JournalReplay
{
    /// <summary>Replays from the first entry with the calendar of the definition alone; stops at the first difference.</summary>
    public static Replayed Of(WorkflowDefinition workflow, IEnumerable<JournalEntry> journal)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        return Of(workflow, journal, version => version == workflow.Calendar.Version ? workflow.Calendar : null);
    }

    /// <summary>Replays every entry with the edition of the working calendar that was in force for the case then; stops at the first difference.</summary>
    /// <param name="workflow">The definition the case stays on; its own calendar is not asked.</param>
    /// <param name="journal">The entries, from the first.</param>
    /// <param name="editions">The edition of that version; null when there is none.</param>
    public static Replayed Of(WorkflowDefinition workflow, IEnumerable<JournalEntry> journal, Func<string, WorkingCalendar?> editions)
    {
        ArgumentNullException.ThrowIfNull(workflow);
        ArgumentNullException.ThrowIfNull(journal);
        ArgumentNullException.ThrowIfNull(editions);
        var state = CaseState.None;
        foreach (var entry in journal)
        {
            if (entry.FirstVersion != state.Version) return new(state, new(state.Version + 1, $"version {entry.FirstVersion}", $"version {state.Version}"));
            var edition = EditionOf(entry, state);
            if (editions(edition) is not { } calendar) return new(state, new(state.Version + 1, $"calendar {edition}", null));
            if (workflow.Calendar != calendar) workflow = workflow with { Calendar = calendar };
            var decision = CaseEngine.Decide(workflow, state, entry.Command, entry.At);
            if (Compare(state.Version, entry.Events, decision) is { } difference) return new(state, difference);
            state = decision.After;
        }

        return new(state, null);
    }

    /// <summary>The state a list of events leads to, taken at their word.</summary>
    public static CaseState Fold(IEnumerable<CaseEvent> events) => events.Aggregate(CaseState.None, CaseEngine.Evolve);

    /// <summary>Which edition an order was judged with: the one it brings, else the one its case has; a case begins with the one its first fact names.</summary>
    public static string EditionOf(JournalEntry entry, CaseState before)
    {
        ArgumentNullException.ThrowIfNull(entry);
        ArgumentNullException.ThrowIfNull(before);
        return entry.Command is AmendCalendar amend ? amend.To
            : entry.Events is [CaseOpened opened, ..] ? opened.CalendarVersion
            : before.CalendarVersion;
    }

    private static Difference? Compare(int version, ImmutableArray<CaseEvent> stored, Decision decision)
    {
        if (decision.Refusal is { } refusal) return new(version + 1, stored.IsEmpty ? null : CaseJson.Write(stored[0]), refusal.Code.ToString());
        for (var place = 0; place < Math.Max(stored.Length, decision.Events.Length); place++)
        {
            var was = place < stored.Length ? CaseJson.Write(stored[place]) : null;
            var again = place < decision.Events.Length ? CaseJson.Write(decision.Events[place]) : null;
            if (was != again) return new(version + place + 1, was, again);
        }

        return null;
    }
}
