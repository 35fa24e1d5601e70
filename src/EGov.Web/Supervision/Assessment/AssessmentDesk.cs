using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Assessment;
using EGov.Runtime.Assessment;
using EGov.Web.Http;
using EGov.Web.Security;

namespace EGov.Web.Supervision.Assessment;

/// <summary>What is asked of the assessment.</summary>
/// <param name="Period">Month or quarter; the last full month unless said otherwise.</param>
/// <param name="Body">A body whose teams are wanted.</param>
/// <param name="Team">A team of it whose officers are wanted.</param>
public sealed record AssessmentQuery(string? Period, string? Body, string? Team);

/// <summary>A line of the table.</summary>
/// <param name="Name">Body, team or officer.</param>
/// <param name="Href">Where its parts are; null for an officer.</param>
/// <param name="Unit">The figures.</param>
public sealed record AssessmentLine(string Name, string? Href, AssessedUnit Unit);

/// <summary>A score in a frozen period.</summary>
/// <param name="Period">The period.</param>
/// <param name="Share">In hundredths of work that was in time.</param>
public sealed record TrendPoint(AssessmentPeriod Period, decimal Share);

/// <summary>What the page shows.</summary>
/// <param name="Period">The period.</param>
/// <param name="Choices">Other periods.</param>
/// <param name="Assessed">The assessment, for its rule and its hash.</param>
/// <param name="Whole">What the lines are the parts of; null for all bodies together.</param>
/// <param name="Lines">The lines, the best first.</param>
/// <param name="Sum">All lines together.</param>
/// <param name="Trend">The frozen periods of the same kind before, the oldest first.</param>
/// <param name="BodyName">The body one has chosen, or null.</param>
/// <param name="TeamName">The team one has chosen, or null.</param>
public sealed record AssessmentView(
    AssessmentPeriod Period, ImmutableArray<PeriodChoice> Choices, AssessedPeriod Assessed, AssessedUnit? Whole, ImmutableArray<AssessmentLine> Lines, Performance Sum, ImmutableArray<TrendPoint> Trend, string? BodyName, string? TeamName)
{
    /// <summary>True when nothing can be added to the period any more.</summary>
    public bool IsOver { get; init; }
}

/// <summary>Lays the assessment out for supervisors and leaders.</summary>
internal sealed class AssessmentDesk(Assessments assessments, AssessmentShelf shelf, OfficeNames offices, OfficerNames officers)
{
    private const int MostTrend = 12;

    /// <summary>The page; null when there is no such period, body or team.</summary>
    public async Task<AssessmentView?> LayOutAsync(AssessmentQuery query, CancellationToken stop)
    {
        var present = assessments.Present;
        if (PeriodOf(query.Period, present.Month.Previous) is not { } period || period > present.Quarter && period > present.Month) return null;
        var (assessed, names) = (await shelf.FindAsync(period, stop), await offices.ReadAsync(stop));
        var (body, team) = (Part(assessed.Sheet.Bodies, query.Body), default(AssessedUnit));
        if (query.Body is { Length: > 0 } && body is null) return null;
        if (query.Team is { Length: > 0 } && (team = Part(body?.Parts ?? [], query.Team)) is null) return null;
        var frozen = await assessments.FrozenAsync(stop);
        var lines = team is not null ? Officers(team) : body is not null ? Teams(period, body, names) : Bodies(period, assessed.Sheet, names);
        return new(
            period, [.. PeriodChoice.UpTo(present).Select(one => new PeriodChoice(one, one.Equals(period), frozen.Any(kept => kept.Period.Equals(one))))], assessed, team ?? body,
            [.. lines.OrderByDescending(line => line.Unit.Score ?? -1).ThenBy(line => line.Unit.Id, StringComparer.Ordinal)],
            lines.Aggregate(Performance.None, (sum, line) => sum.Plus(line.Unit.Performance)),
            await TrendAsync(frozen, period, query, stop), body is null ? null : names.Body(body.Id), team is null ? null : names.Seat(team.Id))
        {
            IsOver = assessments.IsOver(period),
        };
    }

    /// <summary>Everything of a period as lines of a table, headings first; null when there is no such period.</summary>
    public async Task<IEnumerable<IReadOnlyList<string>>?> ExportAsync(string? asked, CancellationToken stop)
    {
        if (PeriodOf(asked, assessments.Present.Month.Previous) is not { } period || period > assessments.Present.Quarter && period > assessments.Present.Month) return null;
        var (sheet, names) = ((await shelf.FindAsync(period, stop)).Sheet, await offices.ReadAsync(stop));
        return AssessmentTable.Of(sheet, names, NamesOf(sheet.Bodies.SelectMany(body => body.Parts).SelectMany(team => team.Parts)));
    }

    /// <summary>Keeps a period that is over for good; nothing changes when it is not, or was kept before.</summary>
    public async Task<Freezing> FreezeAsync(AssessmentPeriod period, UserId by, CancellationToken stop) => (await assessments.FreezeAsync(period, by, stop)).Outcome;

    private static AssessmentPeriod? PeriodOf(string? asked, AssessmentPeriod usual) =>
        string.IsNullOrEmpty(asked) ? usual : AssessmentPeriod.TryRead(asked, out var period) ? period : null;

    private static AssessedUnit? Part(ImmutableArray<AssessedUnit> parts, string? id) => parts.FirstOrDefault(part => part.Id == id);

    private static List<AssessmentLine> Bodies(AssessmentPeriod period, AssessmentSheet sheet, NameBook names) =>
        [.. sheet.Bodies.Select(body => new AssessmentLine(names.Body(body.Id), AddressOf(period, body.Id, null), body))];

    private static List<AssessmentLine> Teams(AssessmentPeriod period, AssessedUnit body, NameBook names) =>
        [.. body.Parts.Select(team => new AssessmentLine(names.Seat(team.Id), AddressOf(period, body.Id, team.Id), team))];

    private List<AssessmentLine> Officers(AssessedUnit team) =>
        NamesOf(team.Parts) is var names ? [.. team.Parts.Select(officer => new AssessmentLine(names[officer.Id], null, officer))] : [];

    private Dictionary<string, string> NamesOf(IEnumerable<AssessedUnit> people)
    {
        string[] ids = [.. people.Select(one => one.Id).Distinct()];
        var known = officers.Of(ids.Where(id => id.Length > 0).Select(id => new UserId(id)));
        return ids.ToDictionary(id => id, id => id.Length == 0 ? Words.Say("assess-nobody") : known[new(id)]);
    }

    private async Task<ImmutableArray<TrendPoint>> TrendAsync(ImmutableArray<FrozenPeriod> frozen, AssessmentPeriod period, AssessmentQuery query, CancellationToken stop)
    {
        var points = new List<TrendPoint>();
        foreach (var kept in frozen.Where(one => one.Period.IsQuarter == period.IsQuarter && one.Period <= period).Take(MostTrend).Reverse())
        {
            var parts = (await shelf.FindAsync(kept.Period, stop)).Sheet.Bodies;
            if (query.Body is { Length: > 0 }) parts = Part(parts, query.Body)?.Parts ?? [];
            if (query.Team is { Length: > 0 }) parts = Part(parts, query.Team)?.Parts ?? [];
            var sum = parts.Aggregate(Performance.None, (all, part) => all.Plus(part.Performance));
            if (sum.Judged > 0) points.Add(new(kept.Period, 100m * (sum.Early + sum.OnTime) / sum.Judged));
        }

        return [.. points];
    }

    internal static string AddressOf(AssessmentPeriod period, string? body, string? team) =>
        $"/supervision/assessment?period={period}" + (body is null ? "" : "&body=" + Uri.EscapeDataString(body)) + (team is null ? "" : "&team=" + Uri.EscapeDataString(team));
}
