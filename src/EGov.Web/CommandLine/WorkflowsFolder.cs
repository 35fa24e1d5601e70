using System.Collections.Immutable;
using EGov.Engine.Activities;
using EGov.Engine.Clocks;
using EGov.Engine.Definitions;
using EGov.Web.Http;

namespace EGov.Web.CommandLine;

/// <summary>Where the items, the calendar and the organisation lie: the nearest <c>workflows</c> folder above, or beside the program.</summary>
internal static class WorkflowsFolder
{
    /// <summary>A folder counts only when it holds the calendar: other projects have folders of that name too.</summary>
    public const string CalendarFile = "calendar/cn.json";

    /// <summary>The folder, seen from where the program was started and then from where it lies; null when there is none.</summary>
    public static string? Find() => Above(Directory.GetCurrentDirectory()) ?? Above(AppContext.BaseDirectory);

    /// <summary>The calendar for a command; what is wrong with it is said on <paramref name="error"/>.</summary>
    public static async Task<WorkingCalendar?> ReadCalendarAsync(TextWriter error, CancellationToken stop)
    {
        if (Find() is not { } folder)
        {
            await error.WriteLineAsync("No workflows folder with a calendar was found.");
            return null;
        }

        var file = Path.Combine(folder, CalendarFile);
        var reading = WorkingCalendar.Read(await File.ReadAllTextAsync(file, stop));
        foreach (var problem in reading.Problems) await error.WriteLineAsync(ProblemText.Of(file, problem));
        return reading.Calendar;
    }

    /// <summary>The definitions of the folder and of the files given that others may use as activities; they may use each other.</summary>
    public static async Task<ImmutableArray<WorkflowDefinition>> ReadLibraryAsync(IEnumerable<FileInfo> given, WorkingCalendar calendar, CancellationToken stop)
    {
        var files = Find() is { } folder ? Directory.EnumerateDirectories(folder).SelectMany(item => Directory.EnumerateFiles(item, "v*.json")) : [];
        var waiting = new List<string>();
        foreach (var file in files.Concat(given.Select(file => file.FullName)).Distinct()) waiting.Add(await File.ReadAllTextAsync(file, stop));
        var library = ImmutableArray<WorkflowDefinition>.Empty;
        for (var before = -1; before != waiting.Count;)
        {
            before = waiting.Count;
            foreach (var text in waiting.ToArray())
            {
                if (ElsaJson.Read(text, ActivityRegistry.Standard, calendar, library) is not { Succeeded: true } reading) continue;
                waiting.Remove(text);
                if (reading.Definition.UsableAsActivity && !library.Any(d => d.DefinitionId == reading.Definition.DefinitionId && d.Version == reading.Definition.Version))
                    library = library.Add(reading.Definition);
            }
        }

        return library;
    }

    private static string? Above(string start)
    {
        for (var folder = new DirectoryInfo(start); folder is not null; folder = folder.Parent)
        {
            var workflows = Path.Combine(folder.FullName, "workflows");
            if (File.Exists(Path.Combine(workflows, CalendarFile))) return workflows;
        }

        return null;
    }
}
