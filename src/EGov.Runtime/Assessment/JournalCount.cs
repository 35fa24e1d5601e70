using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using EGov.Engine.Assessment;
using EGov.Engine.Supervision;
using EGov.Runtime.Storage;
using EGov.Runtime.Supervision;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Assessment;

/// <summary>Counts every case for a period from the journals, on all processors, a page of cases at a time.</summary>
internal sealed class JournalCount(Database database)
{
    private const int Page = 200;
    private const int MostParts = 32;
    private const string Yellow = nameof(Severity.Yellow);
    private const string Red = nameof(Severity.Red);
    private const string Lift = nameof(CardAct.Lift);

    private enum Trace
    {
        Entry,
        Rating,
        Card,
    }

    public async Task<Tally> RunAsync(AssessmentQuestion question, CancellationToken stop)
    {
        var (gate, parts) = (new Lock(), new List<Tally>());
        await Parallel.ForEachAsync(PagesAsync(question, stop), new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount, CancellationToken = stop }, async (cases, ct) =>
        {
            var part = Tally.Sum(await CountAsync(question, cases, ct));
            lock (gate)
            {
                parts.Add(part);
                if (parts.Count < MostParts) return;
                var sum = Tally.Sum(parts);
                parts.Clear();
                parts.Add(sum);
            }
        });
        return Tally.Sum(parts);
    }

    /// <summary>Numbers of the cases that have an entry in the period; then of those that only have a rating in it, then of those that only have a card.</summary>
    private async IAsyncEnumerable<string[]> PagesAsync(AssessmentQuestion question, [EnumeratorCancellation] CancellationToken stop)
    {
        var (from, until) = (question.Period.From(question.Office), question.Period.Until(question.Office));
        foreach (var trace in new[] { Trace.Entry, Trace.Rating, Trace.Card })
            for (var (last, more) = ("", true); more;)
            {
                var cases = await PageAsync(trace, last, (from, until), stop);
                if (cases.Length > 0) yield return cases;
                more = cases.Length == Page;
                if (more) last = cases[^1];
            }
    }

    private async Task<string[]> PageAsync(Trace trace, string after, (DateTimeOffset From, DateTimeOffset Until) period, CancellationToken stop)
    {
        await using var context = database.NewContext();
        return await Cases(context, trace, after, period.From, period.Until).OrderBy(caseId => caseId).Take(Page).ToArrayAsync(stop);
    }

#pragma warning disable CA1309 // Becomes SQL, where the column's own collation orders.
    private static IQueryable<string> Cases(EGovDbContext context, Trace trace, string after, DateTimeOffset from, DateTimeOffset until) => trace switch
    {
        Trace.Entry => context.Journal.Where(j => string.Compare(j.CaseId, after) > 0 && j.At >= from && j.At < until).Select(j => j.CaseId).Distinct(),
        Trace.Rating => context.Ratings.Where(r => string.Compare(r.CaseId, after) > 0 && ((r.RatedAt >= from && r.RatedAt < until) || (r.RatedAgainAt >= from && r.RatedAgainAt < until))
            && !context.Journal.Any(j => j.CaseId == r.CaseId && j.At >= from && j.At < until)).Select(r => r.CaseId),
        _ => context.Cards.Where(c => string.Compare(c.CaseId, after) > 0 && c.At >= from && c.At < until
            && !context.Journal.Any(j => j.CaseId == c.CaseId && j.At >= from && j.At < until)
            && !context.Ratings.Any(r => r.CaseId == c.CaseId && ((r.RatedAt >= from && r.RatedAt < until) || (r.RatedAgainAt >= from && r.RatedAgainAt < until)))).Select(c => c.CaseId).Distinct(),
    };
#pragma warning restore CA1309

    /// <summary>A card counts in the period of its moment, unless it was lifted before the period's end: what is lifted later does not change a past period.</summary>
    private static async Task<ILookup<string, GivenCard>> CardsAsync(EGovDbContext context, string[] cases, DateTimeOffset until, CancellationToken stop)
    {
        var rows = await context.Cards.AsNoTracking().Where(c => cases.Contains(c.CaseId) && c.At < until && (c.Severity == Yellow || c.Severity == Red)
            && !context.CardActs.Any(a => a.Card == c.Number && a.Act == Lift && a.At < until)).Select(c => new { c.CaseId, c.At, c.Severity, c.Party, c.Officer }).ToListAsync(stop);
        return rows.ToLookup(row => row.CaseId, row => new GivenCard(row.At, row.Severity == Red, new(new(row.Party ?? ""), row.Officer is null ? null : new(row.Officer))), StringComparer.Ordinal);
    }

    private async Task<List<Tally>> CountAsync(AssessmentQuestion question, string[] cases, CancellationToken stop)
    {
        var until = question.Period.Until(question.Office);
        await using var context = database.NewContext();
        var ratings = (await context.Ratings.AsNoTracking().Where(r => cases.Contains(r.CaseId)).ToListAsync(stop)).ToDictionary(r => r.CaseId, StringComparer.Ordinal);
        var cards = await CardsAsync(context, cases, until, stop);
        var rows = await context.Journal.AsNoTracking().Where(j => cases.Contains(j.CaseId) && j.At < until)
            .OrderBy(j => j.CaseId).ThenBy(j => j.FirstVersion).Select(j => new { j.CaseId, j.FirstVersion, j.Text }).ToListAsync(stop);
        return
        [
            .. rows.GroupBy(row => row.CaseId, StringComparer.Ordinal).Select(journal => CaseAssessment.Of(
                question, journal.Select(row => EntryText.Read(row.Text).ToEntry(row.FirstVersion)), RatingsOf(ratings.GetValueOrDefault(journal.Key)), [.. cards[journal.Key]])),
        ];
    }

    private static ImmutableArray<GivenRating> RatingsOf(RatingRow? row) => row switch
    {
        null => [],
        { RatedAgainAt: { } at, GradeAfterRepair: { } grade } => [new(row.RatedAt, row.Grade, false), new(at, grade, true)],
        _ => [new(row.RatedAt, row.Grade, false)],
    };
}
