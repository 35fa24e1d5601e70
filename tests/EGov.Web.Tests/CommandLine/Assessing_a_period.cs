namespace EGov.Web.Tests.CommandLine;

/// <summary>What <c>assess</c> promises.</summary>
public sealed class Assessing_a_period : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("egov-assess-").FullName;

    [Fact]
    public async Task freezes_what_is_over_and_finds_it_identical_ever_after()
    {
        Assert.Equal(0, (await Terminal.RunAsync("seed", "--data", _folder, "--cases", "10", "--finished", "30", "--officers", "30", "--days", "90")).ExitCode);
        var month = LastMonth;
        var (code, output, error) = await AssessAsync(month);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains($"{month} is over and not frozen.", output, StringComparison.Ordinal);
        Assert.Contains("market-supervision", output, StringComparison.Ordinal);

        (code, var frozen, error) = await AssessAsync(month, "--freeze");
        Assert.Equal((0, ""), (code, error));
        Assert.Contains($"{month} is frozen.", frozen, StringComparison.Ordinal);
        foreach (var (more, told) in new[] { (Array.Empty<string>(), "is frozen and identical"), (["--freeze"], "was frozen before and is identical") })
        {
            (code, output, error) = await AssessAsync(month, more);
            Assert.Equal((0, ""), (code, error));
            Assert.Contains(told, output, StringComparison.Ordinal);
            Assert.Equal(Sha(frozen), Sha(output));
        }
    }

    [Fact]
    public async Task does_not_freeze_what_is_not_over()
    {
        var (code, _, error) = await AssessAsync("9998-12", "--freeze");
        Assert.Equal((1, "9998-12 is not over; only what is over can be frozen.\n"), (code, error));
    }

    [Theory]
    [InlineData("2026-13")]
    [InlineData("2026Q5")]
    [InlineData("September")]
    public async Task does_not_understand_another_period_and_makes_nothing(string period)
    {
        var (code, output, error) = await AssessAsync(period);
        Assert.Equal((2, ""), (code, output));
        Assert.Contains("--period takes a month such as 2026-09", error, StringComparison.Ordinal);
        Assert.Empty(Directory.EnumerateFileSystemEntries(_folder));
    }

    [Fact]
    public async Task must_be_told_which_period() => Assert.Equal(2, (await Terminal.RunAsync("assess", "--data", _folder)).ExitCode);

    public void Dispose()
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(_folder, recursive: true);
    }

    private static string LastMonth => TimeProvider.System.GetUtcNow().AddHours(8) is var now && new DateTime(now.Year, now.Month, 1).AddDays(-1) is var last
        ? last.ToString("yyyy-MM", System.Globalization.CultureInfo.InvariantCulture) : "";

    private static string Sha(string output) => output[output.IndexOf("sha256", StringComparison.Ordinal)..][..71];

    private Task<(int ExitCode, string Output, string Error)> AssessAsync(string period, params string[] more) => Terminal.RunAsync(["assess", "--data", _folder, "--period", period, .. more]);
}
