using EGov.Engine.Clocks;

namespace EGov.TestKit.Clocks;

/// <summary>The calendar of the demonstration district, as every test reads it.</summary>
public static class OfficeCalendar
{
    private static readonly Lazy<WorkingCalendar> Read = new(() => WorkingCalendar.Read(Json).Calendar!);

    public static WorkingCalendar Chinese => Read.Value;

    public static string Json => File.ReadAllText(PathOf("workflows/calendar/cn.json"));

    /// <summary>A path of the repository, found by walking up from the test's own folder.</summary>
    public static string PathOf(string pathInRepository)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "EGov.Workflows.sln"))) folder = folder.Parent;
        return Path.Combine(folder?.FullName ?? throw new DirectoryNotFoundException("No EGov.Workflows.sln above the tests."), pathInRepository);
    }
}
