using System.Globalization;
using EGov.Engine.Assessment;
using EGov.Web.Http;

namespace EGov.Web.Supervision.Assessment;

/// <summary>An assessment as lines of cells: one for every body, team and officer, each naming what it is part of.</summary>
internal static class AssessmentTable
{
    private static readonly string[] Columns =
        ["body", "team", "officer", "score", "grade", "done", "early", "on-time", "late", "late-days", "no-limit", "returned", "yellow", "red", "ratings", "rating-average", "poor", "repaired"];

    /// <summary>How many columns hold texts; figures come after them.</summary>
    public const int Texts = 3;

    /// <param name="sheet">The assessment.</param>
    /// <param name="names">What bodies and teams are called.</param>
    /// <param name="officers">What officers are called, by id.</param>
    public static IEnumerable<IReadOnlyList<string>> Of(AssessmentSheet sheet, NameBook names, IReadOnlyDictionary<string, string> officers)
    {
        yield return [.. Columns.Select(column => Words.Say("assess-column-" + column))];
        foreach (var body in sheet.Bodies)
        {
            yield return Line(names.Body(body.Id), "", "", body);
            foreach (var team in body.Parts)
            {
                yield return Line(names.Body(body.Id), names.Seat(team.Id), "", team);
                foreach (var officer in team.Parts) yield return Line(names.Body(body.Id), names.Seat(team.Id), officers[officer.Id], officer);
            }
        }
    }

    private static string[] Line(string body, string team, string officer, AssessedUnit unit)
    {
        var it = unit.Performance;
        return
        [
            body, team, officer, unit.Score?.ToString("F1", CultureInfo.InvariantCulture) ?? "", unit.Grade is { } grade ? Words.Say("grade-" + Words.Kebab(grade)) : "",
            .. new[] { it.Done, it.Early, it.OnTime, it.Late, it.LateWorkingDays, it.WithoutLimit, it.Returned, it.YellowCards, it.RedCards, it.Ratings }.Select(number => number.ToString(CultureInfo.InvariantCulture)),
            it.Ratings == 0 ? "" : (it.RatingPoints / (decimal)it.Ratings).ToString("F1", CultureInfo.InvariantCulture),
            it.PoorRatings.ToString(CultureInfo.InvariantCulture), it.RepairedRatings.ToString(CultureInfo.InvariantCulture),
        ];
    }
}
