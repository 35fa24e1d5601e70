using System.Runtime.CompilerServices;
using System.Text.Json;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Engine.Clocks;
using EGov.Engine.Replay;
using EGov.Runtime.Catalog;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Audit;

/// <summary>What the proof of one case found.</summary>
/// <param name="Case">The case.</param>
/// <param name="Entries">How many entries were proved.</param>
/// <param name="Events">How many events they hold.</param>
/// <param name="Difference">The first thing wrong; null when all is proved.</param>
public sealed record CaseProof(CaseId Case, int Entries, int Events, Difference? Difference);

/// <summary>Proves cases from their journals alone: the chain shows that no text was changed, the replay that it could have happened.</summary>
public sealed class Verification
{
    private readonly Database _database;
    private readonly WorkflowCatalog _catalog;
    private readonly CalendarEditions _editions;

    internal Verification(Database database, WorkflowCatalog catalog, CalendarEditions editions) => (_database, _catalog, _editions) = (database, catalog, editions);

    /// <summary>Proves every case, in the order of numbers; one proof per case.</summary>
    public async IAsyncEnumerable<CaseProof> RunAsync([EnumeratorCancellation] CancellationToken stop = default)
    {
        await foreach (var caseId in JournalCases.AllAsync(_database, stop))
            yield return await RunAsync(caseId, stop);
    }

    /// <summary>Proves one case.</summary>
    public async Task<CaseProof> RunAsync(CaseId caseId, CancellationToken stop = default)
    {
        await using var context = _database.NewContext();
        var rows = await context.Journal.AsNoTracking().Where(r => r.CaseId == caseId.Value).OrderBy(r => r.FirstVersion).ToListAsync(stop);
        var proof = new CaseProof(caseId, rows.Count, rows.Sum(r => r.LastVersion - r.FirstVersion), null);
        if (BrokenChain(rows) is { } broken) return proof with { Difference = broken };
        var entries = rows.ConvertAll(r => EntryText.Read(r.Text).ToEntry(r.FirstVersion));
        if (entries is not [{ Events: [CaseOpened opened, ..] }, ..]) return proof with { Difference = new(1, null, "case-opened.1") };
        var workflow = await _catalog.DefinitionAsync(opened.DefinitionId, opened.DefinitionVersion, stop);
        if (workflow is null) return proof with { Difference = new(1, $"{opened.DefinitionId} version {opened.DefinitionVersion}", null) };
        var replayed = JournalReplay.Of(workflow, entries, await EditionsAsync(entries, opened, stop));
        return proof with { Difference = replayed.Difference ?? Misnamed(rows, caseId, replayed.State) };
    }

    /// <summary>The editions of the working calendar the case was ever counted with.</summary>
    private async Task<Func<string, WorkingCalendar?>> EditionsAsync(List<JournalEntry> entries, CaseOpened opened, CancellationToken stop)
    {
        var editions = new Dictionary<string, WorkingCalendar?>(StringComparer.Ordinal);
        foreach (var version in entries.Select(entry => entry.Command).OfType<AmendCalendar>().Select(amend => amend.To).Prepend(opened.CalendarVersion))
            editions[version] = (await _editions.FindAsync(version, stop))?.Calendar;
        return version => editions.GetValueOrDefault(version);
    }

    /// <summary>The first entry whose text, hash, place or moment is not what the chain says.</summary>
    private static Difference? BrokenChain(List<JournalRow> rows)
    {
        var (hash, version) = (JournalHash.Root, 0);
        foreach (var row in rows)
        {
            hash = JournalHash.Next(hash, EntryText.Unpack(row.Text));
            if (row.Hash != hash) return new(row.FirstVersion + 1, "hash " + row.Hash, "hash " + hash);
            if (row.FirstVersion != version) return new(version + 1, $"version {row.FirstVersion}", $"version {version}");
            if (Unlike(row) is { } what) return new(row.FirstVersion + 1, what, null);
            version = row.LastVersion;
        }

        return null;
    }

    /// <summary>What stands beside the text must be what the text says.</summary>
    private static string? Unlike(JournalRow row)
    {
        try
        {
            var entry = EntryText.Read(row.Text);
            return entry.At != row.At ? "moment" : entry.Id.Value != row.CommandId ? "order id" : entry.Events.Length != row.LastVersion - row.FirstVersion ? "number of events" : null;
        }
        catch (JsonException)
        {
            return "text";
        }
    }

    private static Difference? Misnamed(List<JournalRow> rows, CaseId caseId, CaseState state) =>
        state.Case == caseId ? null : new(rows[0].FirstVersion + 1, caseId.Value, state.Case.Value);
}
