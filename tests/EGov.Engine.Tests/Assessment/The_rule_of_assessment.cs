using EGov.Engine.Assessment;
using EGov.TestKit.Clocks;

namespace EGov.Engine.Tests.Assessment;

public sealed class The_rule_of_assessment
{
    internal static string Json { get; } = File.ReadAllText(OfficeCalendar.PathOf("workflows/supervision/assessment.json"));

    internal static AssessmentRule InForce { get; } = AssessmentRule.Read(Json).Rule!;

    [Theory]
    [InlineData("\"earlyBonus\": 2", "\"earlyBonus\": 21", "earlyBonus")]
    [InlineData("\"earlyFromWorkingDays\": 1", "\"earlyFromWorkingDays\": 0", "earlyFromWorkingDays")]
    [InlineData("\"inTime\": 50", "\"inTime\": 51", "weights")]
    [InlineData("\"inTime\": 50", "\"inTime\": -50", "weights")]
    [InlineData("\"redCost\": 30", "\"redCost\": 101", "redCost")]
    [InlineData("\"yellowCost\": 10", "\"yelowCost\": 10", "not-readable")]
    [InlineData("\"yellowCost\": 10", "\"yellowCost\": 1.5", "not-readable")]
    [InlineData("\"yellowCost\": 10", "\"yellowCost\": \"10\"", "not-readable")]
    [InlineData("\"yellowCost\": 10,", "", "not-readable")]
    [InlineData("\"yellowCost\": 10,", "\"yellowCost\": 10, \"yellowCost\": 11,", "not-readable")]
    [InlineData("\"version\": \"2026-1\"", "\"version\": \"\"", "version")]
    [InlineData("\"from\": 80", "\"from\": 90", "grades")]
    [InlineData("\"good\"", "\"superb\"", "not-readable")]
    [InlineData("\"good\"", "\"fail\"", "grades")]
    [InlineData("\"mostRedCards\": 2", "\"mostRedCards\": -2", "grades")]
    [InlineData("{ \"inTime\"", "[ \"inTime\"", "not-readable")]
    public void is_refused_with_the_place_when_anything_is_wrong_with_it(string good, string bad, string place)
    {
        Assert.Contains(good, Json, StringComparison.Ordinal);
        var (rule, wrong) = AssessmentRule.Read(Json.Replace(good, bad, StringComparison.Ordinal));
        Assert.Null(rule);
        Assert.Contains(place, wrong, StringComparison.Ordinal);
    }

    public static TheoryData<Performance, string, AssessmentGrade> Scores => new()
    {
        // Nothing late, returned or carded and nobody rated: full marks.
        { new() { OnTime = 7 }, "100.0", AssessmentGrade.Excellent },
        // In time 50 * 8/10, returned 15 * 9/10, cards 20 of 85, and 2 points for half of them early: (40 + 13.5 + 20) / 85 = 86.47… + 1.
        { new() { Early = 5, OnTime = 3, Late = 2, Returned = 1 }, "87.5", AssessmentGrade.Good },
        // A red card costs 30 hundredths of 20 and bars excellent, whatever the score: 94/100… without a rating 79/85.
        { new() { OnTime = 4, RedCards = 1 }, "92.9", AssessmentGrade.Good },
        { new() { OnTime = 4, RedCards = 3 }, "78.8", AssessmentGrade.Pass },
        // Cards never cost more than their weight.
        { new() { OnTime = 4, YellowCards = 50 }, "76.5", AssessmentGrade.Pass },
        // Grades 5 and 2: 15 * 5/8 of 100.
        { new() { OnTime = 4, Ratings = 2, RatingPoints = 7, PoorRatings = 1 }, "94.4", AssessmentGrade.Excellent },
        { new() { Late = 3, Returned = 9 }, "23.5", AssessmentGrade.Fail },
        // Work without a limit is done, but not judged.
        { new() { WithoutLimit = 2, Returned = 1 }, "78.6", AssessmentGrade.Pass },
    };

    [Theory]
    [MemberData(nameof(Scores))]
    public void gives_these_scores_and_grades(Performance performance, string score, AssessmentGrade grade) => Assert.Equal(
        (score, grade), (InForce.ScoreOf(performance)?.ToString(System.Globalization.CultureInfo.InvariantCulture), InForce.GradeOf(performance)));

    [Fact]
    public void scores_nobody_who_has_done_nothing() => Assert.Equal((null, null), (InForce.ScoreOf(Performance.None), InForce.GradeOf(new())));
}
