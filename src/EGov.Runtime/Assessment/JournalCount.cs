using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using EGov.Engine.Assessment;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Assessment;

/// <summary>Counts every case for a period from the journals, on all processors, a page of cases at a time.</summary>
internal sealed class JournalCount(Database database)
{
    private const int Page = 200;
    private const int MostParts = 32;

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

    /// <summary>Numbers of the cases that have an entry in the period; then of those that only have a rating in it.</summary>
    private async IAsyncEnumerable<string[]> PagesAsync(AssessmentQuestion question, [EnumeratorCancellation] CancellationToken stop)
    {
        var (from, until) = (question.Period.From(question.Office), question.Period.Until(question.Office));
        foreach (var rated in new[] { false, true })
            for (var (last, more) = ("", true); more;)
            {
                await using var context = database.NewContext();
#pragma warning disable CA1309 // Becomes SQL, where the column's own collation orders.
                var found = rated
                    ? context.Ratings.Where(r => string.Compare(r.CaseId, last) > 0 && ((r.RatedAt >= from && r.RatedAt < until) || (r.RatedAgainAt >= from && r.RatedAgainAt < until))
                        && !context.Journal.Any(j => j.CaseId == r.CaseId && j.At >= from && j.At < until)).Select(r => r.CaseId)
                    : context.Journal.Where(j => string.Compare(j.CaseId, last) > 0 && j.At >= from && j.At < until).Select(j => j.CaseId).Distinct();
#pragma warning restore CA1309
                var cases = await found.OrderBy(caseId => caseId).Take(Page).ToArrayAsync(stop);
                if (cases.Length > 0) yield return cases;
                more = cases.Length == Page;
                if (more) last = cases[^1];
            }
    }

    private async Task<List<Tally>> CountAsync(AssessmentQuestion question, string[] cases, CancellationToken stop)
    {
        var until = question.Period.Until(question.Office);
        await using var context = database.NewContext();
        var ratings = (await context.Ratings.AsNoTracking().Where(r => cases.Contains(r.CaseId)).ToListAsync(stop)).ToDictionary(r => r.CaseId, StringComparer.Ordinal);
        var rows = await context.Journal.AsNoTracking().Where(j => cases.Contains(j.CaseId) && j.At < until)
            .OrderBy(j => j.CaseId).ThenBy(j => j.FirstVersion).Select(j => new { j.CaseId, j.FirstVersion, j.Text }).ToListAsync(stop);
        return
        [
            .. rows.GroupBy(row => row.CaseId, StringComparer.Ordinal).Select(journal => CaseAssessment.Of(
                question, journal.Select(row => EntryText.Read(row.Text).ToEntry(row.FirstVersion)), RatingsOf(ratings.GetValueOrDefault(journal.Key)), [])),
        ];
    }

    private static ImmutableArray<GivenRating> RatingsOf(RatingRow? row) => row switch
    {
        null => [],
        { RatedAgainAt: { } at, GradeAfterRepair: { } grade } => [new(row.RatedAt, row.Grade, false), new(at, grade, true)],
        _ => [new(row.RatedAt, row.Grade, false)],
    };
}
