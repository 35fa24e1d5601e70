using System.Collections.Immutable;
using EGov.Engine;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Outbox;

/// <summary>A message and what became of it.</summary>
/// <param name="Case">The case.</param>
/// <param name="EventNumber">The event that asked for it.</param>
/// <param name="To">The applicant or a party.</param>
/// <param name="Template">Which words.</param>
/// <param name="Arguments">What the words need.</param>
/// <param name="State"><c>pending</c>, <c>sending</c>, <c>sent</c>, <c>failed</c> or <c>dead</c>.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="SentAt">When it left, or null.</param>
/// <param name="Error">What the last attempt came to, or null.</param>
public sealed record MessageEntry(
    CaseId Case, int EventNumber, PartyId To, string Template, ImmutableSortedDictionary<string, string> Arguments, string State, int Attempts,
    DateTimeOffset? SentAt, string? Error);

/// <summary>What was told to whom: notices on a party's page, messages of a case, and dead letters for a clerk.</summary>
public sealed class MessageBoard
{
    private readonly Database _database;
    private readonly TimeProvider _time;

    internal MessageBoard(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>Messages of a case, in order.</summary>
    public Task<ImmutableArray<MessageEntry>> OfCaseAsync(CaseId caseId, CancellationToken stop = default) =>
        ListAsync(rows => rows.Where(r => r.CaseId == caseId.Value).OrderBy(r => r.EventNumber), 500, stop);

    /// <summary>Notices to these parties, the latest first.</summary>
    public Task<ImmutableArray<MessageEntry>> OfPartiesAsync(ImmutableArray<PartyId> parties, int most = 50, CancellationToken stop = default)
    {
        var names = parties.Select(p => p.Value).ToArray();
        return ListAsync(rows => rows.Where(r => names.Contains(r.Party)).OrderByDescending(r => r.NextTryAt), most, stop);
    }

    /// <summary>Messages that will not be tried again by themselves.</summary>
    public Task<ImmutableArray<MessageEntry>> DeadLettersAsync(int most = 200, CancellationToken stop = default) =>
        ListAsync(rows => rows.Where(r => r.SentAt == null && r.State == OutboxState.Dead).OrderBy(r => r.NextTryAt), most, stop);

    /// <summary>A clerk sends a dead letter on its way again; false when it is not dead.</summary>
    public async Task<bool> TryAgainAsync(CaseId caseId, int eventNumber, CancellationToken stop = default)
    {
        var now = _time.GetUtcNow();
        await using var context = _database.NewContext();
        return await context.Outbox.Where(r => r.CaseId == caseId.Value && r.EventNumber == eventNumber && r.State == OutboxState.Dead).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.State, OutboxState.Pending).SetProperty(r => r.Attempts, 0).SetProperty(r => r.NextTryAt, now), stop) == 1;
    }

    private async Task<ImmutableArray<MessageEntry>> ListAsync(Func<IQueryable<OutboxRow>, IQueryable<OutboxRow>> choose, int most, CancellationToken stop)
    {
        await using var context = _database.NewContext();
        var rows = await choose(context.Outbox.AsNoTracking()).Take(most).ToListAsync(stop);
        return
        [
            .. rows.Select(r => new MessageEntry(
                new(r.CaseId), r.EventNumber, new(r.Party), r.Template, OutboxWorker.ArgumentsOf(r).ToImmutableSortedDictionary(StringComparer.Ordinal),
                r.State, r.Attempts, r.SentAt, r.LastError)),
        ];
    }
}
