using System.Globalization;
using System.Text.RegularExpressions;
using EGov.Engine.Cases;
using EGov.TestKit.Clocks;
using EGov.Web.Http;

namespace EGov.Web.Tests.Http;

public sealed partial class Words_for_people
{
    private static readonly CultureInfo Chinese = CultureInfo.GetCultureInfo("zh-CN");
    private static readonly CultureInfo English = CultureInfo.GetCultureInfo("en");

    public static TheoryData<RejectionCode> EveryRefusal => [.. Enum.GetValues<RejectionCode>()];

    [Theory, MemberData(nameof(EveryRefusal))]
    public void every_refusal_of_the_engine_is_said_in_both_languages(RejectionCode code)
    {
        var (chinese, english) = (Words.Find(Words.Kebab(code), Chinese), Words.Find(Words.Kebab(code), English));
        Assert.Matches("\\p{IsCJKUnifiedIdeographs}", chinese);
        Assert.DoesNotMatch("\\p{IsCJKUnifiedIdeographs}", english);
    }

    [Fact]
    public void every_sentence_is_there_in_both_languages()
    {
        var (chinese, english) = (KeysOf("Words.resx"), KeysOf("Words.en.resx"));
        Assert.Equal(chinese, english);
        Assert.Equal(chinese.Distinct(), chinese);
    }

    [Fact]
    public void every_sentence_asks_for_the_same_arguments_in_both_languages() =>
        Assert.All(KeysOf("Words.resx"), key => Assert.Equal(PlacesOf(Words.Find(key, Chinese)!), PlacesOf(Words.Find(key, English)!)));

    [Fact]
    public void every_code_that_the_web_refuses_with_has_words()
    {
        var codes = Directory.EnumerateFiles(OfficeCalendar.PathOf("src/EGov.Web"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains("/obj/", StringComparison.Ordinal)).SelectMany(file => RefusedWith().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Distinct();
        Assert.All(codes, code => Assert.NotNull(Words.Find(code, Chinese)));
    }

    [Fact]
    public void an_argument_is_never_taken_for_a_place() => Assert.Equal("<{1}> and <b>", Words.Fill("<{0}> and <{1}>", ["{1}", "b"]));

    private static List<string> KeysOf(string resource) =>
    [
        .. Directory.EnumerateFiles(OfficeCalendar.PathOf("src/EGov.Web"), resource, SearchOption.AllDirectories)
            .SelectMany(file => KeyOf().Matches(File.ReadAllText(file))).Select(match => match.Groups[1].Value).Order(StringComparer.Ordinal),
    ];

    private static List<string> PlacesOf(string sentence) => [.. Place().Matches(sentence).Select(match => match.Value).Distinct().Order(StringComparer.Ordinal)];

    [GeneratedRegex("<data name=\"([^\"]+)\"")]
    private static partial Regex KeyOf();

    [GeneratedRegex(@"\{[0-9]\}")]
    private static partial Regex Place();

    [GeneratedRegex("(?:Problems\\.Of\\([^,]+|Report\\([^,]+(?:\\([^)]*\\))?), \"([a-z-]+)\"")]
    private static partial Regex RefusedWith();
}
