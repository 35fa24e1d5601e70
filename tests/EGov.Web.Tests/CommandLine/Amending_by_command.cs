using EGov.TestKit.Clocks;

namespace EGov.Web.Tests.CommandLine;

/// <summary>What <c>calendar --amend</c> promises.</summary>
public sealed class Amending_by_command : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("egov-calendar-").FullName;

    [Fact]
    public async Task tells_what_it_would_do_then_does_it_once()
    {
        var file = await FileAsync(OfficeCalendar.Json.Replace("cn-2026.1", "cn-2026.2", StringComparison.Ordinal).Replace("\"2026-01-01/2026-01-03\", ", "\"2026-01-01/2026-01-03\", \"2026-01-09\", ", StringComparison.Ordinal));
        var (code, output, error) = await Terminal.RunAsync("calendar", "--data", _folder, "--amend", file, "--dry-run");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("2026-01-09 WorkingDay -> Holiday", output, StringComparison.Ordinal);
        Assert.Contains("0 due dates would come later, 0 earlier; nothing was changed.", output, StringComparison.Ordinal);

        (code, _, error) = await Terminal.RunAsync("calendar", "--data", _folder, "--amend", file);
        Assert.Equal(1, code);
        Assert.Contains("calendar-reason", error, StringComparison.Ordinal);
        (code, output, error) = await Terminal.RunAsync("calendar", "--data", _folder, "--amend", file, "--reason", "second notice");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("cn-2026.2 is in force instead of cn-2026.1: 0 cases counted anew", output, StringComparison.Ordinal);
        (code, _, error) = await Terminal.RunAsync("calendar", "--data", _folder, "--amend", file, "--reason", "again");
        Assert.Equal(1, code);
        Assert.Contains("calendar-version-taken", error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task refuses_what_is_no_calendar()
    {
        Assert.Contains("calendar-not-json", (await Terminal.RunAsync("calendar", "--data", _folder, "--amend", await FileAsync("{"), "--dry-run")).Error, StringComparison.Ordinal);
        Assert.Equal(1, (await Terminal.RunAsync("calendar", "--data", _folder, "--amend", Path.Combine(_folder, "nothing.json"))).ExitCode);
        Assert.Equal(2, (await Terminal.RunAsync("calendar", "--data", _folder)).ExitCode);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private async Task<string> FileAsync(string text)
    {
        var file = Path.Combine(_folder, "later.json");
        await File.WriteAllTextAsync(file, text);
        return file;
    }
}
