using System.Collections.Immutable;

namespace EGov.Engine.Assessment;

/// <summary>To which body (部门、街道、社区) a team belonged when the period was assessed: the one input that no journal holds.</summary>
/// <param name="Team">The team.</param>
/// <param name="Body">The body.</param>
public sealed record TeamOfBody(PartyId Team, string Body);

/// <summary>Somebody who is assessed, with the parts he is the sum of: a body has teams, a team has officers.</summary>
/// <param name="Id">Body, team or officer; empty for what no single officer answers for.</param>
/// <param name="Performance">His indicators: the sum of his parts'.</param>
/// <param name="Score">His score by the rule; null when nothing was done.</param>
/// <param name="Grade">His grade by the rule; null when nothing was done.</param>
/// <param name="Parts">Teams or officers, by id.</param>
public sealed record AssessedUnit(string Id, Performance Performance, decimal? Score, AssessmentGrade? Grade, ImmutableArray<AssessedUnit> Parts);

/// <summary>Cases of an item that were filed with a body.</summary>
/// <param name="Item">The item.</param>
/// <param name="Body">The body.</param>
/// <param name="Count">How many came and went.</param>
public sealed record ItemThroughput(ItemId Item, string Body, Throughput Count);

/// <summary>The assessment (目标考核) of a period: everything in one order, so that the same facts are the same bytes.</summary>
/// <param name="Period">Month or quarter, as it is read.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="Cases">Cases in which anything counted.</param>
/// <param name="Rule">The rule it was scored by, whole.</param>
/// <param name="Structure">To which body each team belonged, by team.</param>
/// <param name="Bodies">The bodies, by id.</param>
/// <param name="Items">The items and where they were filed, by item and body.</param>
public sealed record AssessmentSheet(
    string Period, DateOnly From, DateOnly To, int Cases, AssessmentRule Rule, ImmutableArray<TeamOfBody> Structure, ImmutableArray<AssessedUnit> Bodies, ImmutableArray<ItemThroughput> Items)
{
    /// <summary>Scores what was counted.</summary>
    /// <param name="period">The period.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="counted">All cases, added up.</param>
    /// <param name="bodyOf">To which body a team belongs; null where nobody knows, which makes the team a body itself.</param>
    public static AssessmentSheet Of(AssessmentPeriod period, AssessmentRule rule, Tally counted, Func<PartyId, string?> bodyOf)
    {
        ArgumentNullException.ThrowIfNull(rule);
        ArgumentNullException.ThrowIfNull(counted);
        ArgumentNullException.ThrowIfNull(bodyOf);
        var teams = counted.Work.Keys.Select(worker => worker.Team).Concat(counted.Filings.Keys.Select(filing => filing.FiledWith)).Distinct();
        var bodies = teams.ToDictionary(team => team, team => bodyOf(team) ?? team.Value);
        var assessed = counted.Work.GroupBy(one => one.Key.Team).GroupBy(team => bodies[team.Key])
            .Select(body => Sum(body.Key, rule, body.Select(team => Sum(team.Key.Value, rule, team.Select(one => Unit(one.Key.Officer?.Value ?? "", rule, one.Value, []))))));
        var items = counted.Filings.GroupBy(one => (one.Key.Item, Body: bodies[one.Key.FiledWith]))
            .Select(group => new ItemThroughput(group.Key.Item, group.Key.Body, group.Aggregate(Throughput.None, (sum, one) => sum.Plus(one.Value))));
        return new(
            period.ToString(), period.FirstDay, period.LastDay, counted.Cases, rule,
            [.. bodies.Select(one => new TeamOfBody(one.Key, one.Value)).OrderBy(one => one.Team.Value, StringComparer.Ordinal)],
            [.. assessed.OrderBy(body => body.Id, StringComparer.Ordinal)],
            [.. items.OrderBy(one => one.Item.Value, StringComparer.Ordinal).ThenBy(one => one.Body, StringComparer.Ordinal)]);
    }

    /// <summary>The body of a team in this assessment; null when the team does not occur.</summary>
    public string? BodyOf(PartyId team) => Structure.FirstOrDefault(one => one.Team == team)?.Body;

    private static AssessedUnit Sum(string id, AssessmentRule rule, IEnumerable<AssessedUnit> parts)
    {
        ImmutableArray<AssessedUnit> all = [.. parts.OrderBy(part => part.Id, StringComparer.Ordinal)];
        return Unit(id, rule, all.Aggregate(Performance.None, (sum, part) => sum.Plus(part.Performance)), all);
    }

    private static AssessedUnit Unit(string id, AssessmentRule rule, Performance performance, ImmutableArray<AssessedUnit> parts) =>
        new(id, performance, rule.ScoreOf(performance), rule.GradeOf(performance), parts);
}
