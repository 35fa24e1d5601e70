using System.Globalization;
using System.Text.RegularExpressions;

namespace EGov.Web.Tests.CommandLine;

/// <summary>What <c>seed</c> promises to whoever measures or shows the product.</summary>
public sealed partial class Seeding_an_office : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("egov-seed-").FullName;

    [Fact]
    public async Task makes_so_many_cases_and_the_journal_of_each_can_be_proved()
    {
        var (code, output, error) = await SeedAsync("--cases", "40", "--finished", "20", "--officers", "50");
        Assert.Equal((0, ""), (code, error));
        var harvest = Harvest().Match(output);
        Assert.True(harvest.Success, output);
        Assert.Equal(60, Number(harvest, 1) + Number(harvest, 2));
        Assert.True(Number(harvest, 1) >= 40, "Cases meant to stay open came to an end.");
        Assert.True(Number(harvest, 2) > 0, "No case came to its end.");

        (code, output, _) = await Terminal.RunAsync("verify", "--data", _folder);
        Assert.Equal(0, code);
        Assert.StartsWith("60 cases proved", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task never_mixes_invented_cases_with_those_there_are()
    {
        await SeedAsync("--cases", "1", "--officers", "20");
        var (code, output, error) = await SeedAsync("--cases", "1", "--officers", "20");
        Assert.Equal((1, ""), (code, output));
        Assert.StartsWith("This office has cases already", error, StringComparison.Ordinal);
        Assert.StartsWith("1 cases proved", (await Terminal.RunAsync("verify", "--data", _folder)).Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--cases", "-1")]
    [InlineData("--cases", "1000001")]
    [InlineData("--cases", "many")]
    [InlineData("--days", "0")]
    [InlineData("--officers", "50001")]
    public async Task beyond_its_bounds_is_not_understood_and_makes_nothing(string option, string number)
    {
        var (code, output, error) = await SeedAsync(option, number);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains(option, error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private Task<(int ExitCode, string Output, string Error)> SeedAsync(params string[] options) => Terminal.RunAsync(["seed", "--data", _folder, .. options]);

    private static int Number(Match harvest, int group) => int.Parse(harvest.Groups[group].Value, CultureInfo.InvariantCulture);

    [GeneratedRegex("^([0-9]+) open cases, ([0-9]+) finished, [0-9]+ officers; [0-9]+ orders accepted, [0-9]+ refused\\.\n$")]
    private static partial Regex Harvest();
}
