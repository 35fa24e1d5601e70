using System.Globalization;
using EGov.Engine.Definitions;

namespace EGov.Web.Http;

/// <summary>A problem as one line for people: place, activity, code, arguments, and a sentence where there is one.</summary>
internal static class ProblemText
{
    public static string Of(string file, Problem problem) =>
        $"{file}:{problem}" + (Known(problem) is { } words ? " " + words : "");

    /// <summary>The sentence alone; place and code where there is none.</summary>
    public static string Sentence(Problem problem) => Known(problem) ?? problem.ToString();

    private static string? Known(Problem problem) =>
        Words.Find("problem-" + problem.Code, CultureInfo.CurrentUICulture) is { } words ? Words.Fill(words, problem.Arguments) : null;
}
