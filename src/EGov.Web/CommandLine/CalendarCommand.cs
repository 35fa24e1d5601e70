using System.CommandLine;
using System.Globalization;
using EGov.Engine;
using EGov.Runtime.Catalog;
using EGov.Runtime.Deadlines;
using EGov.Web.Http;

namespace EGov.Web.CommandLine;

/// <summary><c>calendar --amend FILE --reason TEXT [--dry-run]</c>: brings a later edition of the working calendar into force, or tells what it would do.</summary>
internal static class CalendarCommand
{
    public static Command Create()
    {
        var file = new Option<FileInfo>("--amend") { Description = "The whole new edition, as workflows/calendar/cn.json.", HelpName = "FILE", Required = true };
        var reason = new Option<string>("--reason") { Description = "Why: kept with the edition, and committed to by every case that is counted anew." };
        var trial = new Option<bool>("--dry-run") { Description = "Tells whom it would affect and changes nothing." };
        var command = DatabaseCommand.Create(
            "calendar", "Amends the working calendar and counts open cases anew.",
            (parsed, services, output, stop) => RunAsync(
                parsed.GetValue(file)!, parsed.GetValue(reason) ?? "", parsed.GetValue(trial), services, (output, parsed.InvocationConfiguration.Error), stop));
        command.Add(file);
        command.Add(reason);
        command.Add(trial);
        return command;
    }

    private static async Task<int> RunAsync(FileInfo file, string reason, bool isTrial, IServiceProvider services, (TextWriter Output, TextWriter Error) console, CancellationToken stop)
    {
        if (!file.Exists)
        {
            await console.Error.WriteLineAsync($"There is no file {file.Name}.");
            return EGovCommandLine.Found;
        }

        var (editions, text) = (services.GetRequiredService<CalendarEditions>(), await File.ReadAllTextAsync(file.FullName, stop));
        var (amends, examined) = (editions.Newest.Version, editions.Examine(text, editions.Newest.Version));
        if (!examined.Problems.IsEmpty) return await RefuseAsync(file.Name, examined.Problems, console.Error);
        foreach (var day in examined.Days) await console.Output.WriteLineAsync($"{Text(day.Day)} {day.Before} -> {day.After}{(day.IsPast ? " (past)" : "")}");
        if (isTrial) return await PreviewAsync(examined, services.GetRequiredService<Redatings>(), console.Output, stop);

        var problems = await editions.AmendAsync(text, amends, reason, UserId.System, stop);
        if (!problems.IsEmpty) return await RefuseAsync(file.Name, problems, console.Error);
        await services.GetRequiredService<WorkflowCatalog>().RefreshAsync(stop);
        var counted = await services.GetRequiredService<CalendarSweep>().RunOnceAsync(stop);
        var counts = await services.GetRequiredService<Redatings>().CountAsync(editions.Newest.Version, stop);
        await console.Output.WriteLineAsync($"{editions.Newest.Version} is in force instead of {amends}: {counted} cases counted anew, {counts.Later} due dates later, {counts.Earlier} earlier, {counts.Waiting} cases still to be counted.");
        return counts.Waiting == 0 ? EGovCommandLine.Done : EGovCommandLine.Found;
    }

    private static async Task<int> PreviewAsync(ExaminedEdition examined, Redatings redatings, TextWriter output, CancellationToken stop)
    {
        var (later, earlier) = (0, 0);
        await foreach (var due in redatings.PreviewAsync(examined.Calendar!, stop))
        {
            (later, earlier) = due.Days > 0 ? (later + 1, earlier) : (later, earlier + 1);
            await output.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"{due.Case} {due.Clock} {Text(due.Before)} -> {Text(due.After)} ({due.Days:+0;-0})"));
        }

        await output.WriteLineAsync($"{later} due dates would come later, {earlier} earlier; nothing was changed.");
        return EGovCommandLine.Done;
    }

    private static async Task<int> RefuseAsync(string file, IEnumerable<Engine.Definitions.Problem> problems, TextWriter error)
    {
        foreach (var problem in problems) await error.WriteLineAsync(ProblemText.Of(file, problem));
        return EGovCommandLine.Found;
    }

    private static string Text(DateOnly day) => day.ToString("O", CultureInfo.InvariantCulture);
}
