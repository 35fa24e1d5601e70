using System.Collections.Immutable;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Outbox;

/// <summary>待处理短信: messages that may not have arrived, laid before the clerks of the party that accepts the case.</summary>
public sealed class UnsettledMessages
{
    /// <summary>电话告知: the person was told by telephone.</summary>
    public const string Phoned = "phoned";

    /// <summary>更正号码: the number was wrong; the right one is kept and the message sent to it.</summary>
    public const string Corrected = "corrected";

    /// <summary>重新发送: it is sent once more to where it went.</summary>
    public const string Again = "again";

    /// <summary>The most that is shown at once.</summary>
    public const int MostShown = 100;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal UnsettledMessages(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>What waits for these parties, the oldest first.</summary>
    public async Task<ImmutableArray<MessageEntry>> OfAsync(ImmutableArray<PartyId> parties, CancellationToken stop = default)
    {
        string[] mine = [.. parties.Select(party => party.Value)];
        await using var context = _database.NewContext();
        return await MessageBoard.EntriesAsync(context, context.Outbox.AsNoTracking().Where(r => r.State == OutboxState.Clerk && mine.Contains(r.Clerk)).OrderBy(r => r.DueAt).Take(MostShown), stop);
    }

    /// <summary>An officer settles a message; the code of what is wrong, or null. Nothing changes when something is.</summary>
    /// <param name="officer">Who; he must belong to the party that was asked.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="eventNumber">The event that asked for the message.</param>
    /// <param name="how"><see cref="Phoned"/>, <see cref="Corrected"/> or <see cref="Again"/>.</param>
    /// <param name="number">The right number, with <see cref="Corrected"/>.</param>
    /// <param name="stop">When the caller has gone.</param>
    public async Task<string?> SettleAsync(Actor officer, CaseId caseId, int eventNumber, string? how, string? number, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(officer);
        await using var context = _database.NewContext();
        var row = await context.Outbox.AsNoTracking().FirstOrDefaultAsync(r => r.CaseId == caseId.Value && r.EventNumber == eventNumber, stop);
        if (row is not { Clerk: { } asked } || !officer.Parties.Contains(new PartyId(asked))) return "message-not-yours";
        if (row.State != OutboxState.Clerk) return "message-not-open";
        if (how is not (Phoned or Corrected or Again) || (how == Corrected && row.Party != PartyId.Applicant.Value)) return "message-how";
        if (how == Corrected && PhoneNumber.Dialled(number) is null) return "message-number";
        await using var together = await context.Database.BeginTransactionAsync(stop);
        if (!await MoveAsync(context, row, how, officer.User, stop)) return "message-not-open";
        if (how == Corrected && PhoneNumber.Dialled(number) is { } right) await context.Applications.Where(a => a.CaseId == caseId.Value).ExecuteUpdateAsync(set => set.SetProperty(a => a.Phone, right), stop);
        await together.CommitAsync(stop);
        return null;
    }

    private async Task<bool> MoveAsync(EGovDbContext context, OutboxRow row, string how, UserId by, CancellationToken stop)
    {
        DateTimeOffset now = _time.GetUtcNow();
        var state = how == Phoned ? OutboxState.Settled : OutboxState.Pending;
        // Sent anew, it has all its attempts before it again, and what is reported of the old ones does not count.
        var (before, report) = how == Phoned ? (row.AttemptsBefore, row.Report) : (row.Attempts, null);
        return await context.Outbox.Where(r => r.CaseId == row.CaseId && r.EventNumber == row.EventNumber && r.State == OutboxState.Clerk).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.State, state).SetProperty(r => r.DueAt, now).SetProperty(r => r.AttemptsBefore, before).SetProperty(r => r.Report, report)
                .SetProperty(r => r.Settlement, how).SetProperty(r => r.SettledBy, by.Value).SetProperty(r => r.SettledAt, (DateTimeOffset?)now), stop) == 1;
    }
}
