using System.Globalization;
using System.Text.RegularExpressions;
using EGov.TestKit.Clocks;
using EGov.Web.CommandLine;
using EGov.Web.Http;

namespace EGov.Web.Tests.CommandLine;

public sealed partial class Checking_and_playing
{
    [Fact]
    public async Task finds_nothing_wrong_with_the_items()
    {
        var files = Directory.GetFiles(OfficeCalendar.PathOf("workflows"), "v*.json", SearchOption.AllDirectories);
        Assert.Equal((0, "", ""), await Terminal.RunAsync(["check", .. files]));
    }

    [Fact]
    public async Task names_the_place_of_a_mistake()
    {
        var file = OfficeCalendar.PathOf("workflows/food-business-licence/v2.json");
        var broken = Path.Combine(Directory.CreateTempSubdirectory("egov-check-").FullName, "v9.json");
        var text = (await File.ReadAllTextAsync(file)).Replace("\"food-decision\"}", "\"nobody\"}", StringComparison.Ordinal);
        await File.WriteAllTextAsync(broken, text.Replace("\"value\": \"food-decision\"", "\"value\": \"nobody\"", StringComparison.Ordinal));

        var (code, output, _) = await Terminal.RunAsync("check", broken);

        Assert.Equal(1, code);
        Assert.Matches(@"^.+v9\.json:\d+:\d+: Decide1: party-unknown \(party, nobody\) “party” names the party “nobody”, which the item does not have\.\n", output);
    }

    [Theory]
    [InlineData("check")]
    [InlineData("check", "/no/such/file.json")]
    [InlineData("play")]
    [InlineData("unknown")]
    [InlineData("verify", "--everything")]
    public async Task in_a_way_that_is_not_understood_ends_with_two(params string[] args) => Assert.Equal(2, (await Terminal.RunAsync(args)).ExitCode);

    [Fact]
    public async Task plays_every_scenario_as_it_says()
    {
        var files = Directory.GetFiles(OfficeCalendar.PathOf("workflows"), "*.json", SearchOption.AllDirectories).Where(file => Path.GetDirectoryName(file)!.EndsWith("scenarios", StringComparison.Ordinal));
        var (code, output, error) = await Terminal.RunAsync(["play", .. files]);
        Assert.Equal((0, ""), (code, error));
        Assert.Contains("complete Decide1 with Granted", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--urls", "http://127.0.0.1:1")]
    [InlineData("--environment=Production")]
    [InlineData]
    public void leaves_the_options_of_the_web_host_alone(params string[] args) => Assert.False(EGovCommandLine.Handles(args));

    [Theory]
    [InlineData("--help")]
    [InlineData("due", "--help")]
    [InlineData("create-admin", "--help")]
    public async Task explains_itself_in_english(params string[] args)
    {
        var (code, output, _) = await Terminal.RunAsync(args);
        Assert.Equal(0, code);
        Assert.Contains("Usage:", output, StringComparison.Ordinal);
    }

    [Fact]
    public void has_a_sentence_for_every_problem_of_a_definition()
    {
        var codes = Directory.EnumerateFiles(OfficeCalendar.PathOf("src/EGov.Engine"), "*.cs", SearchOption.AllDirectories)
            .Where(file => file.Contains("/Definitions/", StringComparison.Ordinal) && !file.Contains("/obj/", StringComparison.Ordinal))
            .SelectMany(file => ProblemCode().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Distinct();
        Assert.All(codes, code => Assert.NotNull(Words.Find("problem-" + code, CultureInfo.GetCultureInfo("en"))));
    }

    // In that folder a word in kebab case is the code of a problem, but for editors of the designer and names of kinds.
    [GeneratedRegex("\"(?!(?:flow-)?switch-editor|true-or-false|whole-number)([a-z]+(?:-[a-z]+)+)\"")]
    private static partial Regex ProblemCode();
}
