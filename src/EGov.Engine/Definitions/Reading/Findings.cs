using System.Collections.Immutable;
using System.Globalization;

namespace EGov.Engine.Definitions.Reading;

/// <summary>The problems found so far; a text with very many of them is not worth listing in full.</summary>
internal sealed class Findings
{
    private const int Most = 1_000;
    private const int LongestArgument = 200;
    private readonly List<Problem> problems = [];

    public bool IsEmpty => problems.Count == 0;

    /// <summary>By place; what has the same place, as it was found.</summary>
    public ImmutableArray<Problem> InReadingOrder => [.. problems.OrderBy(p => p.Line).ThenBy(p => p.Column)];

    public void Add(Place place, ActivityId? activity, string code, params string[] arguments)
    {
        if (problems.Count < Most) problems.Add(Problem.At(place.Line, place.Column, activity, code, [.. arguments.Select(Short)]));
    }

    /// <summary>A number as an argument.</summary>
    public static string Figure(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Short(string argument) => argument.Length <= LongestArgument ? argument : argument[..LongestArgument] + "…";
}
