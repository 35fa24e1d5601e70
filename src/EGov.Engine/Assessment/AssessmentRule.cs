using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;

namespace EGov.Engine.Assessment;

/// <summary>A grade of assessment (考核等次).</summary>
public enum AssessmentGrade
{
    /// <summary>优秀.</summary>
    [JsonStringEnumMemberName("excellent")] Excellent,

    /// <summary>良好.</summary>
    [JsonStringEnumMemberName("good")] Good,

    /// <summary>合格.</summary>
    [JsonStringEnumMemberName("pass")] Pass,

    /// <summary>不合格.</summary>
    [JsonStringEnumMemberName("fail")] Fail,
}

/// <summary>How much each indicator weighs, 0 to 100 each and 100 together.</summary>
/// <param name="InTime">Share of judged work that was not late.</param>
/// <param name="NotReturned">1 less the share of work that came back.</param>
/// <param name="Cards">1 less the cost of the cards, at least 0.</param>
/// <param name="Satisfaction">Average grade of ratings, 0 for the worst to 1 for the best.</param>
public sealed record AssessmentWeights(int InTime, int NotReturned, int Cards, int Satisfaction);

/// <summary>From where a grade is given.</summary>
/// <param name="Grade">The grade; below the last one stands <see cref="AssessmentGrade.Fail"/>.</param>
/// <param name="From">The lowest score, inclusive, 0 to 100.</param>
/// <param name="MostRedCards">With more red cards the grade is barred, whatever the score.</param>
public sealed record GradeStep(AssessmentGrade Grade, int From, int MostRedCards);

/// <summary>The rule of assessment (考核办法) as data: weights, thresholds, and the version that a frozen period names.</summary>
/// <remarks>An indicator of which nothing is known (nothing judged, nobody rated) does not weigh; the others then share its weight.</remarks>
/// <param name="Version">Names it; another content needs another version.</param>
/// <param name="EarlyFromWorkingDays">Work done at least so many working days before its due day is early, 1 to 30.</param>
/// <param name="EarlyBonus">Points added when everything was early, in proportion otherwise; 0 to 20, and never above 100 together.</param>
/// <param name="YellowCost">What a yellow card costs of the cards' weight, in hundredths, 0 to 100.</param>
/// <param name="RedCost">What a red card costs of it, in hundredths, 0 to 100.</param>
/// <param name="Weights">How much each indicator weighs.</param>
/// <param name="Grades">Excellent, good and pass, in this order.</param>
public sealed record AssessmentRule(
    string Version, int EarlyFromWorkingDays, int EarlyBonus, int YellowCost, int RedCost, AssessmentWeights Weights, ImmutableArray<GradeStep> Grades)
{
    private const int Hundred = 100;
    private const int LongestVersion = 40;
    private static readonly AssessmentGrade[] Order = [AssessmentGrade.Excellent, AssessmentGrade.Good, AssessmentGrade.Pass];

    /// <summary>Reads <c>workflows/supervision/assessment.json</c> strictly: a member it does not know, one too few, or a number out of bounds is refused.</summary>
    /// <returns>The rule, or what is wrong, by code and place.</returns>
    public static (AssessmentRule? Rule, string? Wrong) Read(string json)
    {
        try
        {
            if (JsonSerializer.Deserialize<AssessmentRule>(json, AssessmentText.Options) is not { } rule) return (null, "rule-not-an-object");
            return rule.WhatIsWrong() is { } wrong ? (null, wrong) : (rule, null);
        }
        catch (JsonException broken)
        {
            return (null, $"rule-not-readable at {broken.Path ?? "$"}, line {(broken.LineNumber ?? 0) + 1}");
        }
    }

    /// <summary>The score (得分), 0.0 to 100.0 with one decimal, halves away from zero; null when nothing was done and nothing happened.</summary>
    public decimal? ScoreOf(Performance performance)
    {
        ArgumentNullException.ThrowIfNull(performance);
        if (performance == Performance.None) return null;
        var (points, weights) = (0m, 0);
        Weigh(Weights.Cards, Math.Max(0m, 1m - (((performance.YellowCards * YellowCost) + (performance.RedCards * RedCost)) / (decimal)Hundred)));
        if (performance.Judged > 0) Weigh(Weights.InTime, (performance.Early + performance.OnTime) / (decimal)performance.Judged);
        if (performance.Done > 0) Weigh(Weights.NotReturned, Math.Max(0m, 1m - (performance.Returned / (decimal)performance.Done)));
        if (performance.Ratings > 0) Weigh(Weights.Satisfaction, (performance.RatingPoints - performance.Ratings) / (4m * performance.Ratings));
        if (weights == 0) return null;
        var bonus = performance.Judged > 0 ? EarlyBonus * performance.Early / (decimal)performance.Judged : 0m;
        // The sum with 0.0 keeps one decimal in the text: 95 and 95.0 are the same number but not the same bytes.
        return decimal.Round(Math.Min(Hundred, (points * Hundred / weights) + bonus), 1, MidpointRounding.AwayFromZero) + 0.0m;

        void Weigh(int weight, decimal share)
        {
            points += weight * share;
            weights += weight;
        }
    }

    /// <summary>The grade; null without a score.</summary>
    public AssessmentGrade? GradeOf(Performance performance) => ScoreOf(performance) is not { } score ? null
        : Grades.FirstOrDefault(step => score >= step.From && performance.RedCards <= step.MostRedCards)?.Grade ?? AssessmentGrade.Fail;

    private string? WhatIsWrong() =>
        Version.Length is 0 or > LongestVersion || Version.Any(char.IsControl) ? "rule-out-of-bounds at version"
        : EarlyFromWorkingDays is < 1 or > 30 ? "rule-out-of-bounds at earlyFromWorkingDays"
        : EarlyBonus is < 0 or > 20 ? "rule-out-of-bounds at earlyBonus"
        : YellowCost is < 0 or > Hundred ? "rule-out-of-bounds at yellowCost"
        : RedCost is < 0 or > Hundred ? "rule-out-of-bounds at redCost"
        : new[] { Weights.InTime, Weights.NotReturned, Weights.Cards, Weights.Satisfaction } is var weights && (weights.Any(weight => weight is < 0 or > Hundred) || weights.Sum() != Hundred) ? "rule-out-of-bounds at weights"
        : Grades.IsDefault || !Grades.Select(step => step.Grade).SequenceEqual(Order) ? "rule-out-of-bounds at grades"
        : Grades.Any(step => step.From is < 0 or > Hundred || step.MostRedCards < 0) || Grades[0].From <= Grades[1].From || Grades[1].From <= Grades[2].From ? "rule-out-of-bounds at grades"
        : null;
}
