using System.Collections.Immutable;
using System.Globalization;
using System.Text.RegularExpressions;
using EGov.Engine.Cases;
using EGov.Engine.Definitions;
using EGov.Engine.Replay;
using EGov.TestKit.Cases;

namespace EGov.Engine.Tests.Conformance;

/// <summary>What the manifest says a test of Elsa asserts, held against what happened here. Only phrases that the manifest uses are understood.</summary>
internal static partial class ElsaExpectation
{
    /// <summary>Everything that differs, one plain sentence each.</summary>
    public static IEnumerable<string> Differences(ElsaFile file, CaseHost host)
    {
        var (main, asserts) = (host.Cases[0], file.Asserts);
        if (ExactLines(asserts) is { } exact && !exact.SequenceEqual(host.Lines)) yield return $"lines are [{string.Join(", ", host.Lines)}], not [{string.Join(", ", exact)}]";
        foreach (var line in SomeLines(asserts).Except(host.Lines)) yield return $"the line \"{line}\" is missing";
        foreach (Match value in VariableIs().Matches(asserts))
            if (!main.State.Variables.ContainsValue(Value.Of(value.Groups[1].Value))) yield return $"no variable is \"{value.Groups[1].Value}\"";
        foreach (Match once in CompletedOnce().Matches(asserts))
            if (Completions(main, once.Groups[1].Value) is var times and not 1) yield return $"{once.Groups[1].Value} completed {times} times";
        foreach (Match child in ChildCorrelation().Matches(asserts))
            if (!host.Cases.Any(play => play.State.Correlation == child.Groups[1].Value && play.State.Inputs["ParentInstanceId"] == Value.Of(main.State.Case.Value)))
                yield return $"no child is tied to {child.Groups[1].Value}";
        if (asserts.StartsWith("publish succeeds", StringComparison.Ordinal))
            foreach (var problem in DefinitionChecks.Check(main.Workflow)) yield return $"may not be published: {problem}";
        foreach (var difference in Always(file, host)) yield return difference;
    }

    /// <summary>What holds of every file: it finishes, save that a Fault waits for an officer here; nothing is refused; it replays.</summary>
    private static IEnumerable<string> Always(ElsaFile file, CaseHost host)
    {
        var faults = file.Types.Contains("Elsa.Fault") ? 1 : 0;
        var main = host.Cases[0];
        if (main.State.Live.Count(i => i.IsFaulted) != faults) yield return string.Join(", ", main.Events.OfType<ActivityFaulted>().Select(fault => $"fault {fault.Code}: {fault.Message}"));
        else if (host.Cases.Any(play => play.State.Status != (faults == 0 ? CaseStatus.Closed : CaseStatus.Open))) yield return "a case is not finished";
        foreach (var refused in host.Refusals) yield return $"an order was refused ({refused})";
        foreach (var play in host.Cases)
            if (JournalReplay.Of(play.Workflow, play.Journal).Difference is { } difference) yield return $"{play.State.Case} replays differently: {difference}";
    }

    private static ImmutableArray<string>? ExactLines(string asserts)
    {
        if (Repeated().Match(asserts) is { Success: true } many)
            return [.. Enumerable.Repeat(many.Groups[2].Value, int.Parse(many.Groups[1].Value, CultureInfo.InvariantCulture))];
        return Exact().Match(asserts) is { Success: true } list ? [.. list.Groups[1].Value.Split(", ")] : null;
    }

    private static string[] SomeLines(string asserts)
    {
        if (Contains().Match(asserts) is not { Success: true } some) return [];
        return some.Groups[1].Success ? [some.Groups[1].Value] : some.Groups[2].Value.Split(", ");
    }

    private static int Completions(Play play, string activity)
    {
        var runs = play.Events.OfType<ActivityEntered>().Where(entered => entered.Activity.Value == activity).Select(entered => entered.Instance).ToHashSet();
        return play.Events.OfType<ActivityCompleted>().Count(completed => runs.Contains(completed.Instance));
    }

    [GeneratedRegex(@"stdout == \[([^\]]*)\]")]
    private static partial Regex Exact();

    [GeneratedRegex(@"stdout == (\d+) x ""([^""]*)""")]
    private static partial Regex Repeated();

    [GeneratedRegex(@"stdout contains (?:""([^""]*)""|(.*)$)")]
    private static partial Regex Contains();

    [GeneratedRegex(@"variable == ""([^""]*)""")]
    private static partial Regex VariableIs();

    [GeneratedRegex(@"exactly one ""Completed"" entry for activity (\w+)")]
    private static partial Regex CompletedOnce();

    [GeneratedRegex(@"child instance CorrelationId == (\S+);")]
    private static partial Regex ChildCorrelation();
}
