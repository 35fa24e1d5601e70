using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using EGov.Engine.Cases;
using EGov.Engine.Clocks;
using EGov.Engine.Definitions;

namespace EGov.Engine.Lab;

/// <summary>A played scenario as text for people: one line per order, an indented line per fact, the same on every machine.</summary>
public static class ScenarioText
{
    /// <summary>The journal in office time, how the case stands, and the due dates the scenario wants explained.</summary>
    public static string Print(WorkflowDefinition definition, ScenarioRun run)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(run);
        var text = new StringBuilder();
        foreach (var title in run.Scenario.Title.Reverse()) text.Line($"# {title.Value}");
        text.Line($"{definition.DefinitionId} version {definition.Version}, case {run.Scenario.Case}");
        var facts = new ScenarioFacts(definition);
        foreach (var order in run.Orders) PrintOrder(text, definition, facts, order);
        PrintEnd(text, definition, run.State);
        foreach (var clock in run.Scenario.Then.Explain)
            if (run.State.FindClock(clock) is { } kept) PrintExplanation(text, definition.Calendar, kept);
        return text.ToString();
    }

    private static void PrintOrder(StringBuilder text, WorkflowDefinition definition, ScenarioFacts facts, PlayedOrder order)
    {
        if (order is { Entry: { Command: WakeUp, Events.IsEmpty: true } }) return;
        text.Line($"\n{Moment(definition, order.Entry.At)} {Who(order.Entry.Command.By)}: {What(order)}");
        if (order.Refusal is { } refusal) text.Line($"    refused: {refusal.Code}{Brackets(refusal.Arguments)}");
        foreach (var happened in order.Entry.Events)
            if (facts.Tell(happened) is { } line) text.Line("    " + line);
    }

    private static string Who(Actor actor) => actor.Kind switch
    {
        ActorKind.System => "time",
        ActorKind.Applicant => "applicant",
        _ => $"{actor.User}@{string.Join('+', actor.Parties)}{(actor.Grade > 0 ? $" (grade {actor.Grade.ToString(CultureInfo.InvariantCulture)})" : "")}"
            + (actor.ActingFor is { } owner ? $" for {owner}" : ""),
    };

    private static string What(PlayedOrder order)
    {
        if (order.Step is not { } step) return "wake";
        var words = new StringBuilder(Kebab(step.Do));
        if (step.Activity is { } activity) words.Append(CultureInfo.InvariantCulture, $" {activity}");
        if (step.Party is { } party) words.Append(CultureInfo.InvariantCulture, $" of {party}");
        if (step.Do == ScenarioAct.ResolveIncident) words.Append(CultureInfo.InvariantCulture, $" by {step.Remedy}");
        if (step.Choice is { } choice) words.Append(CultureInfo.InvariantCulture, $" with {choice}");
        if (step.To is { } to) words.Append(CultureInfo.InvariantCulture, $" to {to}");
        if (step.Clock is { } clock) words.Append(CultureInfo.InvariantCulture, $" {clock} by {step.WorkingDays} working days");
        if (step.Material is { } material) words.Append(CultureInfo.InvariantCulture, $" {material}");
        foreach (var (name, value) in step.Inputs.Concat(step.Values)) words.Append(CultureInfo.InvariantCulture, $" {name}={value}");
        if (step.Reason is { } reason) words.Append(CultureInfo.InvariantCulture, $", because {reason}");
        return words.ToString();
    }

    private static string Kebab(ScenarioAct act) =>
        string.Concat(act.ToString().Select((c, place) => char.IsUpper(c) ? (place > 0 ? "-" : "") + char.ToLowerInvariant(c) : c.ToString()));

    private static void PrintEnd(StringBuilder text, WorkflowDefinition definition, CaseState state)
    {
        text.Line($"\n{state.Status}{(state.Outcome is { } outcome ? ": " + outcome : "")}");
        foreach (var item in state.WorkItems.Where(item => item.IsOpen))
            text.Line($"    waits: {definition.Nodes[state.Find(item.Instance)!.Node].Id} for {item.Party}{(item.Holder is { } holder ? $", held by {holder}" : "")}");
        foreach (var clock in state.Clocks.Where(clock => clock.Owner is null))
            text.Line($"    clock {clock.Id}: {ScenarioJudge.StateOf(clock)}, due {ScenarioJudge.Day(clock.Due)}");
    }

    private static void PrintExplanation(StringBuilder text, WorkingCalendar calendar, Clock clock)
    {
        text.Line($"\nWhy {clock.Id} is due on {ScenarioJudge.Day(clock.Due)} ({clock.LimitInWorkingDays} working days, calendar {clock.CalendarVersion})");
        foreach (var day in DueDate.Explain(clock, calendar))
            text.Line($"    {day.Day.ToString("yyyy-MM-dd ddd", CultureInfo.InvariantCulture)} {(day.Counted ? day.Count : "-"),3} {day.Kind}{(day.Note is { } note ? ", " + note : "")}");
    }

    /// <summary>A moment in office time.</summary>
    internal static string Moment(WorkflowDefinition definition, DateTimeOffset at) =>
        at.ToOffset(definition.Calendar.UtcOffset).ToString("yyyy-MM-dd ddd HH:mm", CultureInfo.InvariantCulture);

    internal static string Brackets(ImmutableArray<string> words) => words.IsEmpty ? "" : $" ({string.Join(", ", words)})";

    /// <summary>A line that ends the same way on every machine.</summary>
    private static void Line(this StringBuilder text, string line) => text.Append(line).Append('\n');
}
