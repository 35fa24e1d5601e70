using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Supervision;
using EGov.Runtime.Cases;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EGov.Runtime.Supervision;

/// <summary>Looks at every case for which a card is due by itself. How often it runs, and on how many hosts, changes nothing but how soon a card is seen.</summary>
/// <remarks>A look that meets an order stores nothing and comes again: the order looks for itself. A card found twice is stored once.</remarks>
public sealed class SupervisionSweep
{
    private const int Page = 500;

    private readonly Database _database;
    private readonly CaseFiles _files;
    private readonly RuleShelf _rules;
    private readonly GroupCommit _commits;
    private readonly TimeProvider _time;
    private readonly ILogger<SupervisionSweep> _log;

    internal SupervisionSweep(Database database, CaseFiles files, RuleShelf rules, GroupCommit commits, TimeProvider time, ILogger<SupervisionSweep> log) =>
        (_database, _files, _rules, _commits, _time, _log) = (database, files, rules, commits, time, log);

    /// <summary>Looks at what is due now; one case that cannot be looked at does not hold up the others.</summary>
    /// <returns>How many cards were raised.</returns>
    public async Task<int> RunOnceAsync(CancellationToken stop)
    {
        await _rules.RefreshAsync(stop);
        var (now, raised) = (_time.GetUtcNow(), 0);
        var last = (At: DateTimeOffset.UnixEpoch, Case: "");
        while (await DueAsync(now, last.At, last.Case, stop) is { Count: > 0 } page)
        {
            await Parallel.ForEachAsync(page, new ParallelOptions { MaxDegreeOfParallelism = 16, CancellationToken = stop }, async (due, ct) =>
                Interlocked.Add(ref raised, await TryLookAsync(due.Case, now, ct)));
            last = (page[^1].At, page[^1].Case.Value);
        }

        return raised;
    }

    private async Task<int> TryLookAsync(CaseId caseId, DateTimeOffset now, CancellationToken stop)
    {
        try
        {
            return await LookAsync(caseId, await _files.KnownAsync(caseId, stop), now, stop) ?? await LookAsync(caseId, await _files.RefreshAsync(caseId, stop), now, stop) ?? 0;
        }
#pragma warning disable CA1031 // The sweep logs and goes on: the moment stays stored and is met again next time.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
            _log.LookFailed(failure, caseId);
            return 0;
        }
    }

    /// <summary>How many cards were raised; null when the case had moved.</summary>
    private async Task<int?> LookAsync(CaseId caseId, CaseHead? head, DateTimeOffset now, CancellationToken stop)
    {
        if (head is null) return 0;
        var book = _rules.Book;
        var looked = Watch.Look(book, head.WatchedUnder(book), now);
        var next = head.State.Status == CaseStatus.Open ? looked.State.Next : null;
        var statements = new List<Statement>();
        CardWriter.Write(statements, head.State, head.Workflow.Calendar, looked.Cards);
        CardNotices.Raised(statements, (head.State, head.Workflow.Calendar), looked.Cards, now);
        statements.Add(Views.WatchAgain(caseId.Value, next));
        if (await _commits.CommitAsync(new(caseId.Value, head.State.Version, null, [.. statements]), stop) is not CommitOutcome.Stored) return null;
        _files.Keep(caseId, head with { Watch = looked.State, Book = book, WatchAt = next });
        return looked.Cards.Length;
    }

    private async Task<List<Due>> DueAsync(DateTimeOffset now, DateTimeOffset afterAt, string afterCase, CancellationToken stop)
    {
        await using var context = _database.NewContext();
#pragma warning disable CA1309 // Becomes SQL, where the column's own collation orders.
        return await context.Cases.AsNoTracking()
            .Where(c => c.WatchAt <= now && (c.WatchAt > afterAt || (c.WatchAt == afterAt && string.Compare(c.CaseId, afterCase) > 0)))
#pragma warning restore CA1309
            .OrderBy(c => c.WatchAt).ThenBy(c => c.CaseId).Take(Page).Select(c => new Due(new CaseId(c.CaseId), c.WatchAt!.Value)).ToListAsync(stop);
    }

    private sealed record Due(CaseId Case, DateTimeOffset At);
}
