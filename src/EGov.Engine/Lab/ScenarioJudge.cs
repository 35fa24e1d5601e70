using System.Collections.Immutable;
using System.Globalization;
using EGov.Engine.Cases;
using EGov.Engine.Clocks;
using EGov.Engine.Definitions;

namespace EGov.Engine.Lab;

/// <summary>Compares a played scenario with what it expects.</summary>
internal static class ScenarioJudge
{
    public static IEnumerable<string> Compare(WorkflowDefinition definition, ScenarioRun run)
    {
        var then = run.Scenario.Then;
        var differences = Refusals(run);
        differences = differences.Concat(Differ("version", run.Scenario.Version.ToString(CultureInfo.InvariantCulture), definition.Version.ToString(CultureInfo.InvariantCulture)));
        if (then.Status is { } status) differences = differences.Concat(Differ("status", status.ToString(), run.State.Status.ToString()));
        if (then.Outcome is { } outcome) differences = differences.Concat(Differ("outcome", outcome, run.State.Outcome ?? "none"));
        if (then.OpenWork is { } work) differences = differences.Concat(Differ("open work", Sorted(work), Sorted(OpenWork(definition, run.State, work))));
        if (then.Messages is { } messages) differences = differences.Concat(Differ("messages", string.Join(", ", messages), string.Join(", ", Told(run))));
        if (then.Milestones is { } milestones) differences = differences.Concat(Differ("milestones", Stations(milestones), Stations(Reached(run))));
        return differences.Concat(then.Clocks.SelectMany(clock => Differ($"clock {clock.Key}", Text(clock.Value), Text(run.State.FindClock(new ClockId(clock.Key))))));
    }

    private static IEnumerable<string> Refusals(ScenarioRun run)
    {
        var last = run.Orders.LastOrDefault(order => order.Step is not null);
        for (var place = 0; place < run.Orders.Length; place++)
        {
            var (order, expected) = (run.Orders[place], run.Orders[place] == last ? run.Scenario.Then.Refused : null);
            if (order.Refusal?.Code != expected)
                yield return $"order {place + 1} ({order.Step?.Do.ToString() ?? "Wake"} by {order.Entry.Command.By.User}): expected {Answer(expected)}, found {Answer(order.Refusal?.Code)}";
        }
    }

    private static string Answer(RejectionCode? refused) => refused is { } code ? $"refused {code}" : "accepted";

    private static IEnumerable<string> Differ(string what, string expected, string found) =>
        expected == found ? [] : [$"{what}: expected {(expected.Length > 0 ? expected : "none")}, found {(found.Length > 0 ? found : "none")}"];

    /// <summary>Open work, named as the scenario names it where it leaves the party out.</summary>
    private static IEnumerable<string> OpenWork(WorkflowDefinition definition, CaseState state, ImmutableArray<string> expected) =>
        from item in state.WorkItems
        where item.IsOpen
        let activity = definition.Nodes[state.Find(item.Instance)!.Node].Id.Value
        let full = $"{activity}/{item.Party}"
        select expected.Contains(activity) && !expected.Contains(full) ? activity : full;

    private static string Sorted(IEnumerable<string> texts) => string.Join(", ", texts.Order(StringComparer.Ordinal));

    private static IEnumerable<string> Told(ScenarioRun run) =>
        run.Orders.Where(order => order.IsWhen).SelectMany(order => order.Notices).Select(notice => $"{notice.Template}@{notice.To}");

    private static ImmutableSortedDictionary<Milestone, DateOnly> Reached(ScenarioRun run) =>
        run.Orders.SelectMany(order => order.Entry.Events).OfType<MilestoneReached>()
            .GroupBy(reached => reached.Milestone).ToImmutableSortedDictionary(g => g.Key, g => g.Last().On);

    private static string Stations(ImmutableSortedDictionary<Milestone, DateOnly> stations) =>
        string.Join(", ", stations.Select(s => $"{s.Key} {Day(s.Value)}"));

    private static string Text(ExpectedClock clock) => $"{clock.Is}, due {Day(clock.Due)}";

    private static string Text(Clock? clock) => clock is null ? "" : $"{StateOf(clock)}, due {Day(clock.Due)}";

    public static string StateOf(Clock clock) => clock.StoppedOn is not null ? "stopped" : clock.IsSuspended ? "suspended" : "running";

    public static string Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture) ?? "open";
}
