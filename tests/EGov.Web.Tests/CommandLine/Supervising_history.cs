using EGov.TestKit.Clocks;

namespace EGov.Web.Tests.CommandLine;

/// <summary>What <c>supervise</c> promises.</summary>
public sealed class Supervising_history : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("egov-supervise-").FullName;

    [Fact]
    public async Task an_invented_year_gives_the_same_cards_again_and_a_changed_rule_shows_what_it_adds()
    {
        Assert.Equal(0, (await Terminal.RunAsync("seed", "--data", _folder, "--cases", "20", "--finished", "60", "--officers", "60", "--days", "200")).ExitCode);
        var (code, output, error) = await Terminal.RunAsync("supervise", "--data", _folder);
        Assert.Equal((0, ""), (code, error));
        Assert.EndsWith("differences: 0", output.TrimEnd(), StringComparison.Ordinal);
        Assert.Contains("80 cases", output, StringComparison.Ordinal);
        Assert.Contains("S18    live", output, StringComparison.Ordinal);

        var file = Path.Combine(_folder, "rules.json");
        await File.WriteAllTextAsync(file, (await File.ReadAllTextAsync(OfficeCalendar.PathOf("workflows/supervision/rules.json"))).Replace("\"kind\": \"untaken\", \"workingDays\": 2", "\"kind\": \"untaken\", \"workingDays\": 1", StringComparison.Ordinal));
        (code, output, _) = await Terminal.RunAsync("supervise", "--data", _folder, "--rule", file, "--from", "2000-01-01");
        Assert.Equal(0, code);
        Assert.Matches("added: [1-9]", output);
        Assert.EndsWith("differences: 0", output.TrimEnd(), StringComparison.Ordinal);

        await File.WriteAllTextAsync(file, "{\"rules\":[{\"id\":1}]}");
        (code, _, error) = await Terminal.RunAsync("supervise", "--data", _folder, "--rule", file);
        Assert.Equal(1, code);
        Assert.Contains("rules[0]", error, StringComparison.Ordinal);
        Assert.Equal(2, (await Terminal.RunAsync("supervise", "--data", _folder, "--from", "yesterday")).ExitCode);
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }
}
