using System.Collections.Immutable;
using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using EGov.Engine.Clocks;
using EGov.Engine.Supervision;
using EGov.Runtime.Catalog;
using EGov.Runtime.Supervision;
using EGov.Web.Http;

namespace EGov.Web.CommandLine;

/// <summary><c>supervise</c>: runs the rules of supervision over history, compares with the cards raised live, and shows what a changed rule would have raised.</summary>
internal static class SuperviseCommand
{
    private const int MostLines = 20;

    public static Command Create()
    {
        var from = Day("--from", "First day, YYYY-MM-DD; the first there is unless said otherwise.");
        var to = Day("--to", "Last day, YYYY-MM-DD; today unless said otherwise.");
        var rule = new Option<FileInfo>("--rule") { Description = "Rules to try, written as in workflows/supervision/rules.json: each takes the place of the rule of its id, or is new.", HelpName = "FILE" };
        rule.AcceptExistingOnly();
        var command = DatabaseCommand.Create(
            "supervise", "Runs the rules of supervision over history. The last line counts cards that differ from those raised live; exit code 1 when there are any.",
            (parsed, services, output, stop) => RunAsync(parsed.GetValue(from), parsed.GetValue(to), parsed.GetValue(rule), services, output, parsed.InvocationConfiguration.Error, stop));
        foreach (var option in new Option[] { from, to, rule }) command.Add(option);
        return command;
    }

    private static async Task<int> RunAsync(string? from, string? to, FileInfo? file, IServiceProvider services, TextWriter output, TextWriter error, CancellationToken stop)
    {
        var changed = ImmutableArray<SupervisionRule>.Empty;
        if (file is not null)
        {
            var reading = RuleReading.Of(await File.ReadAllTextAsync(file.FullName, stop));
            foreach (var problem in reading.Problems) await error.WriteLineAsync(ProblemText.Of(file.ToString(), problem));
            if (!reading.Succeeded) return EGovCommandLine.Found;
            changed = reading.Rules;
        }

        var calendar = services.GetRequiredService<WorkflowCatalog>().Calendar;
        var began = Stopwatch.GetTimestamp();
        var report = await services.GetRequiredService<BackTest>().RunAsync(PlanOf(from, to, changed, calendar), stop);
        await WriteAsync(report, changed, output, Stopwatch.GetElapsedTime(began));
        return report.DifferenceCount == 0 ? EGovCommandLine.Done : EGovCommandLine.Found;
    }

    private static BackTestPlan PlanOf(string? from, string? to, ImmutableArray<SupervisionRule> changed, WorkingCalendar calendar) => new(
        from is null ? DateTimeOffset.UnixEpoch : calendar.StartOf(Read(from)!.Value), to is null ? DateTimeOffset.MaxValue : calendar.EndOf(Read(to)!.Value), changed);

    private static async Task WriteAsync(BackTestReport report, ImmutableArray<SupervisionRule> changed, TextWriter output, TimeSpan took)
    {
        foreach (var rule in report.Live.Keys.Union(report.Recomputed.Keys).Order(StringComparer.Ordinal))
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{rule,-6} live {report.Live.GetValueOrDefault(rule),8}  recomputed {report.Recomputed.GetValueOrDefault(rule),8}"));
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{report.Cases} cases, {report.Orders} orders, {report.Live.Values.Sum()} cards raised live, {report.Recomputed.Values.Sum()} recomputed, {took.TotalSeconds:F1} s"));
        foreach (var line in report.Differences.Take(MostLines)) await output.WriteLineAsync($"{line.Case}: {line.Text}");
        if (!changed.IsEmpty)
        {
            await output.WriteLineAsync($"With {string.Join(", ", changed.Select(rule => string.Create(CultureInfo.InvariantCulture, $"{rule.Id} version {rule.Version}")))}:");
            await ListAsync("added", report.Added, output);
            await ListAsync("gone", report.Gone, output);
        }

        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"differences: {report.DifferenceCount}"));
    }

    private static async Task ListAsync(string what, (ImmutableArray<CardLine> Cards, int Count) list, TextWriter output)
    {
        await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{what}: {list.Count}"));
        foreach (var line in list.Cards.Take(MostLines)) await output.WriteLineAsync($"  {line.Case}: {line.Text}");
        if (list.Count > MostLines) await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"  … and {list.Count - MostLines} more"));
    }

    private static Option<string?> Day(string name, string description)
    {
        var option = new Option<string?>(name) { Description = description, HelpName = "DAY" };
        option.Validators.Add(result =>
        {
            if (result.Tokens is [var token] && Read(token.Value) is null) result.AddError($"{name} takes a day such as 2026-01-05.");
        });
        return option;
    }

    private static DateOnly? Read(string text) => DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && day.Year is > 1900 and < 9000 ? day : null;
}
