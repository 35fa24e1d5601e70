using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Replay;
using EGov.Engine.Supervision;
using EGov.Runtime.Catalog;
using EGov.Runtime.Storage;
using EGov.Runtime.Supervision;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Cases;

/// <summary>Reads cases: the state now, the journal, the texts it commits to, the personal part. Nothing is changed here but what the law lets be erased.</summary>
public sealed class CaseFiles
{
    private readonly Database _database;
    private readonly WorkflowCatalog _catalog;
    private readonly RuleShelf _rules;
    private readonly CaseCache _cache = new();

    internal CaseFiles(Database database, WorkflowCatalog catalog, RuleShelf rules) => (_database, _catalog, _rules) = (database, catalog, rules);

    /// <summary>The case as it stands in the database now; null when there is none.</summary>
    public async Task<CaseFile?> ReadAsync(CaseId caseId, CancellationToken stop = default) =>
        await RefreshAsync(caseId, stop) is { } head ? new(head.Workflow, head.State) : null;

    /// <summary>The case with every entry of its journal, read at once; null when there is none.</summary>
    public async Task<OpenedCase?> OpenAsync(CaseId caseId, CancellationToken stop = default)
    {
        var journal = await HistoryAsync(caseId, stop);
        if (journal.IsEmpty) return null;
        var workflow = _cache.Find(caseId)?.Workflow ?? (await BeginAsync(journal[0].Entry.Events, stop)).Workflow;
        var state = JournalReplay.Fold(journal.SelectMany(filed => filed.Entry.Events));
        return new(new(await _catalog.AtAsync(workflow, state.CalendarVersion, stop), state), journal);
    }

    /// <summary>Every entry of the case's journal, in order; empty when there is no such case.</summary>
    public async Task<ImmutableArray<FiledOrder>> HistoryAsync(CaseId caseId, CancellationToken stop = default) =>
    [
        .. (await RowsAsync(caseId, 0, stop)).Select(row =>
        {
            var entry = EntryText.Read(row.Text);
            return new FiledOrder(entry.Id, entry.ToEntry(row.FirstVersion), row.Hash);
        }),
    ];

    /// <summary>The free texts of the case by the hash the journal holds; an erased one is absent.</summary>
    public async Task<ImmutableDictionary<TextHash, string>> TextsAsync(CaseId caseId, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        var texts = await context.Texts.AsNoTracking().Where(t => t.CaseId == caseId.Value).ToListAsync(stop);
        return texts.ToImmutableDictionary(t => new TextHash(t.Hash), t => t.Text);
    }

    /// <summary>The personal part of the application; null when there is none or it was erased.</summary>
    public async Task<NewApplication?> ApplicationAsync(CaseId caseId, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        return await context.Applications.AsNoTracking().Where(a => a.CaseId == caseId.Value)
            .Select(a => new NewApplication(a.Form, a.Applicant, a.IdKind, a.IdNumber, a.Phone, a.Channel, a.QueryPasswordHash) { Language = a.Language, Email = a.Email })
            .FirstOrDefaultAsync(stop);
    }

    /// <summary>Erases the texts, the drafts, the messages, the words of a rating and the personal part; the journal, which holds none of them, stays provable.</summary>
    public async Task EraseAsync(CaseId caseId, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        await context.Texts.Where(t => t.CaseId == caseId.Value).ExecuteDeleteAsync(stop);
        await context.Applications.Where(a => a.CaseId == caseId.Value).ExecuteDeleteAsync(stop);
        await context.CaseMessages.Where(m => m.CaseId == caseId.Value).ExecuteDeleteAsync(stop);
        await context.OpinionDrafts.Where(d => d.CaseId == caseId.Value).ExecuteDeleteAsync(stop);
        await context.CardActs.Where(a => a.CaseId == caseId.Value).ExecuteUpdateAsync(set => set.SetProperty(a => a.Text, ""), stop);
        await context.SupervisionOrders.Where(o => o.CaseId == caseId.Value).ExecuteUpdateAsync(set => set.SetProperty(o => o.Content, "").SetProperty(o => o.Reply, (string?)null), stop);
        await context.Notices.Where(n => n.CaseId == caseId.Value).ExecuteUpdateAsync(set => set.SetProperty(n => n.Text, (string?)null), stop);
        await context.Assignments.Where(a => a.CaseId == caseId.Value).ExecuteUpdateAsync(set => set.SetProperty(a => a.Text, "").SetProperty(a => a.Reply, (string?)null), stop);
        await context.Ratings.Where(r => r.CaseId == caseId.Value).ExecuteUpdateAsync(set => set.SetProperty(r => r.Text, (string?)null), stop);
    }

    /// <summary>The case as this process last saw it, perhaps old; null when there is none.</summary>
    internal async ValueTask<CaseHead?> KnownAsync(CaseId caseId, CancellationToken stop) =>
        _cache.Find(caseId) ?? await RefreshAsync(caseId, stop);

    /// <summary>The case as it is stored now, read from where this process last saw it.</summary>
    internal async Task<CaseHead?> RefreshAsync(CaseId caseId, CancellationToken stop)
    {
        var head = _cache.Find(caseId);
        return await GoOnAsync(caseId, head, await RowsAsync(caseId, head?.State.Version ?? 0, stop), stop);
    }

    /// <summary>Reads, in one question, those of the cases that this process does not know; orders for them then need not ask one by one. A case that cannot be read is left to its order.</summary>
    internal async Task PrepareAsync(IEnumerable<CaseId> cases, CancellationToken stop)
    {
        var unknown = cases.Where(one => _cache.Find(one) is null).Select(one => one.Value).ToArray();
        if (unknown.Length == 0) return;
        await using var context = _database.NewContext();
        var rows = await context.Journal.AsNoTracking().Where(r => unknown.Contains(r.CaseId)).ToListAsync(stop);
        foreach (var journal in rows.GroupBy(row => row.CaseId, StringComparer.Ordinal)) await TryPrepareAsync(new(journal.Key), journal.OrderBy(row => row.FirstVersion), stop);
    }

    internal void Keep(CaseId caseId, CaseHead head) => _cache.Keep(caseId, head);

    private async Task TryPrepareAsync(CaseId caseId, IEnumerable<JournalRow> rows, CancellationToken stop)
    {
        try
        {
            await GoOnAsync(caseId, null, rows, stop);
        }
#pragma warning disable CA1031 // Nobody has asked for this case yet: whoever does reads it again and is told what is wrong with it.
        catch (Exception failure) when (failure is not OperationCanceledException)
#pragma warning restore CA1031
        {
        }
    }

    /// <summary>The case after these entries, which follow what was known of it.</summary>
    private async Task<CaseHead?> GoOnAsync(CaseId caseId, CaseHead? head, IEnumerable<JournalRow> rows, CancellationToken stop)
    {
        var book = _rules.Book;
        foreach (var row in rows)
        {
            var entry = EntryText.Read(row.Text);
            head ??= await BeginAsync(entry.Events, stop);
            var state = entry.Events.Aggregate(head.State, CaseEngine.Evolve);
            var workflow = await _catalog.AtAsync(head.Workflow, state.CalendarVersion, stop);
            // The cards of these orders were stored with them; only what supervision knows is needed.
            var watch = Watch.Take(book, head.WatchedUnder(book), entry.At, entry.Events, workflow.Calendar).State;
            head = head with { Workflow = workflow, State = state, Hash = row.Hash, Watch = watch, Book = book, WatchAt = null };
        }

        if (head is null) return null;
        head = head with { Workflow = await _catalog.AtAsync(head.Workflow, head.State.CalendarVersion, stop) };
        _cache.Keep(caseId, head);
        return head;
    }

    private async Task<CaseHead> BeginAsync(ImmutableArray<CaseEvent> events, CancellationToken stop)
    {
        var opened = (CaseOpened)events[0];
        var workflow = await _catalog.DefinitionAsync(opened.DefinitionId, opened.DefinitionVersion, stop)
            ?? throw new InvalidOperationException($"Case {opened.Case} runs on {opened.DefinitionId} version {opened.DefinitionVersion}, which is not stored.");
        return new(workflow, CaseState.None, JournalHash.Root);
    }

    private async Task<List<JournalRow>> RowsAsync(CaseId caseId, int fromVersion, CancellationToken stop)
    {
        await using var context = _database.NewContext();
        return await context.Journal.AsNoTracking().Where(r => r.CaseId == caseId.Value && r.FirstVersion >= fromVersion)
            .OrderBy(r => r.FirstVersion).ToListAsync(stop);
    }
}
