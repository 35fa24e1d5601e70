using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Outbox;

/// <summary>How a clerk settles a message.</summary>
/// <param name="How">One of <see cref="UnsettledMessages.Ways"/>.</param>
/// <param name="Number">The right number, with <see cref="UnsettledMessages.Corrected"/>.</param>
/// <param name="Note">What he writes along with it, at most <see cref="UnsettledMessages.LongestNote"/>; needed where nothing is sent any more.</param>
public sealed record MessageSettling(string? How, string? Number = null, string? Note = null);

/// <summary>待处理短信: messages that may not have arrived, laid before the clerks of the party that accepts the case.</summary>
public sealed class UnsettledMessages
{
    /// <summary>电话告知: the person was told by telephone.</summary>
    public const string Phoned = "phoned";

    /// <summary>更正号码: the number was wrong, or the e-mail did not arrive; the right number is kept and the message sent to it.</summary>
    public const string Corrected = "corrected";

    /// <summary>重新发送: it is sent once more to where it went.</summary>
    public const string Again = "again";

    /// <summary>不再发送: it is left as it is.</summary>
    public const string Left = "left";

    /// <summary>The longest note, in UTF-16 units.</summary>
    public const int LongestNote = 500;

    /// <summary>The most that is shown at once.</summary>
    public const int MostShown = 100;

    private readonly Database _database;
    private readonly TimeProvider _time;

    internal UnsettledMessages(Database database, TimeProvider time) => (_database, _time) = (database, time);

    /// <summary>All ways to settle a message.</summary>
    public static ImmutableArray<string> Ways { get; } = [Phoned, Corrected, Again, Left];

    /// <summary>What waits for these parties, the oldest first.</summary>
    public async Task<ImmutableArray<MessageEntry>> OfAsync(ImmutableArray<PartyId> parties, CancellationToken stop = default)
    {
        string[] mine = [.. parties.Select(party => party.Value)];
        await using var context = _database.NewContext();
        return await MessageBoard.EntriesAsync(context, context.Outbox.AsNoTracking().Where(r => r.State == OutboxState.Clerk && mine.Contains(r.Clerk)).OrderBy(r => r.DueAt).Take(MostShown), stop);
    }

    /// <summary>Where the applicant's message went, in full; null when it is not the officer's to settle, or went to a party.</summary>
    /// <remarks>Whoever shows it writes down first who looked.</remarks>
    public async Task<string?> NumberOfAsync(Actor officer, CaseId caseId, int eventNumber, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(officer);
        await using var context = _database.NewContext();
        var row = await FindAsync(context, caseId, eventNumber, stop);
        if (!IsFor(officer, row) || row.State != OutboxState.Clerk || row.Party != PartyId.Applicant.Value) return null;
        return await context.Applications.Where(a => a.CaseId == caseId.Value).Select(a => a.Email ?? a.Phone).FirstOrDefaultAsync(stop);
    }

    /// <summary>An officer settles a message; the code of what is wrong, or null. Nothing changes when something is. What he does is written in the log of acts.</summary>
    /// <param name="officer">Who; he must belong to the party that was asked.</param>
    /// <param name="caseId">The case.</param>
    /// <param name="eventNumber">The event that asked for the message.</param>
    /// <param name="settling">How.</param>
    /// <param name="stop">When the caller has gone.</param>
    public async Task<string?> SettleAsync(Actor officer, CaseId caseId, int eventNumber, MessageSettling settling, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(officer);
        ArgumentNullException.ThrowIfNull(settling);
        await using var context = _database.NewContext();
        var row = await FindAsync(context, caseId, eventNumber, stop);
        if (!IsFor(officer, row)) return "message-not-yours";
        if (row.State != OutboxState.Clerk) return "message-not-open";
        if (WrongIn(settling, row) is { } wrong) return wrong;
        await using var together = await context.Database.BeginTransactionAsync(stop);
        if (!await MoveAsync(context, row, settling, officer.User, stop)) return "message-not-open";
        if (settling.How == Corrected && PhoneNumber.Dialled(settling.Number) is { } right) await context.Applications.Where(a => a.CaseId == caseId.Value).ExecuteUpdateAsync(set => set.SetProperty(a => a.Phone, right).SetProperty(a => a.Email, (string?)null), stop);
        var notice = OutboxBook.NoticeOf(row);
        await context.NoticeReads.Where(r => r.NoticeId == notice).ExecuteDeleteAsync(stop);
        await context.Notices.Where(n => n.Id == notice).ExecuteDeleteAsync(stop);
        context.Add(new AdministrativeActRow { At = _time.GetUtcNow(), By = officer.User.Value, Act = "message-settled", Subject = OutboxBook.KeyOf(row).Message, Change = settling.How! });
        await context.SaveChangesAsync(stop);
        await together.CommitAsync(stop);
        return null;
    }

    private static Task<OutboxRow?> FindAsync(EGovDbContext context, CaseId caseId, int eventNumber, CancellationToken stop) =>
        context.Outbox.AsNoTracking().FirstOrDefaultAsync(r => r.CaseId == caseId.Value && r.EventNumber == eventNumber, stop);

    private static bool IsFor(Actor officer, [NotNullWhen(true)] OutboxRow? row) => row?.Clerk is { } asked && officer.Parties.Contains(new PartyId(asked));

    private static string? WrongIn(MessageSettling settling, OutboxRow row)
    {
        if (settling.How is not (Phoned or Corrected or Again or Left) || (settling.How == Corrected && row.Party != PartyId.Applicant.Value)) return "message-how";
        if (settling.How == Corrected && PhoneNumber.Dialled(settling.Number) is null) return "message-number";
        if (settling.How is Phoned or Left && string.IsNullOrWhiteSpace(settling.Note)) return "message-note-missing";
        return ShowableText.Is(settling.Note, LongestNote) ? null : "message-note";
    }

    private async Task<bool> MoveAsync(EGovDbContext context, OutboxRow row, MessageSettling settling, UserId by, CancellationToken stop)
    {
        DateTimeOffset now = _time.GetUtcNow();
        var (isOver, how) = (settling.How is Phoned or Left, settling.How);
        var (state, note) = (isOver ? OutboxState.Settled : OutboxState.Pending, string.IsNullOrWhiteSpace(settling.Note) ? null : settling.Note.Trim());
        // Sent anew, it has all its attempts before it again, and what is reported of the old ones does not count.
        var (before, report) = isOver ? (row.AttemptsBefore, row.Report) : (row.Attempts, null);
        return await context.Outbox.Where(r => r.CaseId == row.CaseId && r.EventNumber == row.EventNumber && r.State == OutboxState.Clerk).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.State, state).SetProperty(r => r.DueAt, now).SetProperty(r => r.AttemptsBefore, before).SetProperty(r => r.Report, report)
                .SetProperty(r => r.Settlement, how).SetProperty(r => r.SettledBy, by.Value).SetProperty(r => r.SettledAt, (DateTimeOffset?)now).SetProperty(r => r.SettlementNote, note), stop) == 1;
    }
}
