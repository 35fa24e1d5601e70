using EGov.Engine.Clocks;
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
