using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Supervision;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Runtime.Storage;
using EGov.Runtime.Supervision;

namespace EGov.Runtime.Audit;

/// <summary>Writes the views anew from the journal, case by case, while the office works.</summary>
public sealed class ViewRebuild
{
    private readonly Database _database;
    private readonly CaseFiles _files;
    private readonly WorkflowCatalog _catalog;
    private readonly GroupCommit _commits;
    private readonly RuleShelf _rules;
    private readonly TimeProvider _time;

    internal ViewRebuild(Database database, CaseFiles files, WorkflowCatalog catalog, GroupCommit commits, RuleShelf rules, TimeProvider time) =>
        (_database, _files, _catalog, _commits, _rules, _time) = (database, files, catalog, commits, rules, time);

    /// <summary>Rebuilds every case's views.</summary>
    /// <returns>How many cases were rebuilt; one that moves meanwhile is left as it is, its views being written right now.</returns>
    public async Task<int> RunAsync(CancellationToken stop = default)
    {
        var rebuilt = 0;
        await foreach (var caseId in JournalCases.AllAsync(_database, stop))
            if (await RebuildAsync(caseId, stop)) rebuilt++;
        return rebuilt;
    }

    private async Task<bool> RebuildAsync(CaseId caseId, CancellationToken stop)
    {
        if (await _files.ReadAsync(caseId, stop) is not { } file) return false;
        var statements = new List<Statement>(Views.Clear(caseId.Value));
        var (state, book, watch) = (CaseState.None, _rules.Book, new CaseHead(file.Workflow, CaseState.None, "") { Book = _rules.Book });
        var cards = new List<Card>();
        foreach (var (_, entry, _) in await _files.HistoryAsync(caseId, stop))
        {
            var after = entry.Events.Aggregate(state, CaseEngine.Evolve);
            var workflow = await _catalog.AtAsync(file.Workflow, after.CalendarVersion, stop);
            var watched = Watch.Take(book, watch.Watch, entry.At, entry.Events, workflow.Calendar);
            var watchAt = Views.Write(statements, workflow, state, new Decision(entry.Events, after, null), entry.At, new(watch.CertainWatchAt(book, entry.At), watched.State.Next));
            cards.AddRange(watched.Cards);
            (state, watch) = (after, watch with { Watch = watched.State, WatchAt = watchAt });
        }

        cards.AddRange(Watch.Look(book, watch.Watch, _time.GetUtcNow()).Cards);
        CardWriter.Write(statements, state, (await _catalog.AtAsync(file.Workflow, state.CalendarVersion, stop)).Calendar, cards);

        return await _commits.CommitAsync(new(caseId.Value, state.Version, null, [.. statements]) { IsInOrder = true }, stop) is CommitOutcome.Stored;
    }
}
