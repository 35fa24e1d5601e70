using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Cases;
using EGov.Runtime.Catalog;
using EGov.Runtime.Storage;

namespace EGov.Runtime.Audit;

/// <summary>Writes the views anew from the journal, case by case, while the office works.</summary>
public sealed class ViewRebuild
{
    private readonly Database _database;
    private readonly CaseFiles _files;
    private readonly WorkflowCatalog _catalog;
    private readonly GroupCommit _commits;

    internal ViewRebuild(Database database, CaseFiles files, WorkflowCatalog catalog, GroupCommit commits) =>
        (_database, _files, _catalog, _commits) = (database, files, catalog, commits);

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
        var state = CaseState.None;
        foreach (var (_, entry, _) in await _files.HistoryAsync(caseId, stop))
        {
            var after = entry.Events.Aggregate(state, CaseEngine.Evolve);
            Views.Write(statements, await _catalog.AtAsync(file.Workflow, after.CalendarVersion, stop), state, new Decision(entry.Events, after, null), entry.At);
            state = after;
        }

        return await _commits.CommitAsync(new(caseId.Value, state.Version, null, [.. statements]) { IsInOrder = true }, stop) is CommitOutcome.Stored;
    }
}
