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
/// <param name="State">One of <see cref="OutboxState"/>.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="SentAt">When it left, or null.</param>
/// <param name="Reason">What the last attempt came to, or null.</param>
public sealed record MessageEntry(
    CaseId Case, int EventNumber, PartyId To, string Template, ImmutableSortedDictionary<string, string> Arguments, string State, int Attempts,
    DateTimeOffset? SentAt, string? Reason)
{
    /// <summary>When the outbox looks at it next; once nothing is to be done by itself, since when.</summary>
    public DateTimeOffset DueAt { get; init; }

    /// <summary>The gateway of the latest attempt.</summary>
    public string? Gateway { get; init; }

    /// <summary>The weightiest delivery report: 1 delivered, 2 failed, 4 buffered, 8 given to the network, 16 rejected; null when none came.</summary>
    public int? Report { get; init; }

    /// <summary>When it came.</summary>
    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>How a clerk settled it; null when none did.</summary>
    public string? Settlement { get; init; }

    /// <summary>Who did.</summary>
    public UserId? SettledBy { get; init; }

    /// <summary>What the clerk wrote along with it.</summary>
    public string? Note { get; init; }

    /// <summary>When he settled it.</summary>
    public DateTimeOffset? SettledAt { get; init; }

    /// <summary>The party that was asked to see to it; null when none was.</summary>
    public PartyId? Clerk { get; init; }

    /// <summary>The item's process.</summary>
    public string DefinitionId { get; init; } = "";

    /// <summary>The applicant's number or e-mail address as far as it may be shown: 138****0000; null for a party.</summary>
    public string? MaskedNumber { get; init; }
}

/// <summary>What is looked for in the outbox; null asks for all.</summary>
/// <param name="State">One of <see cref="OutboxState"/>.</param>
/// <param name="From">Moved from this moment on.</param>
/// <param name="Until">Moved before this moment.</param>
public sealed record MessageFilter(string? State, DateTimeOffset From, DateTimeOffset Until)
{
    /// <summary>A body that handles the case, itself or by its units.</summary>
    public PartyId? Body { get; init; }

    /// <summary>The gateway of the latest attempt.</summary>
    public string? Gateway { get; init; }
}

/// <summary>What was told to whom: the messages of a case, and of all cases.</summary>
public sealed class MessageBoard
{
    /// <summary>No count goes further.</summary>
    public const int MostCounted = 1_000;

    private readonly Database _database;

    internal MessageBoard(Database database) => _database = database;

    /// <summary>Messages of a case, in order.</summary>
    public Task<ImmutableArray<MessageEntry>> OfCaseAsync(CaseId caseId, CancellationToken stop = default) =>
        ListAsync((_, rows) => rows.Where(r => r.CaseId == caseId.Value).OrderBy(r => r.EventNumber).Take(500), stop);

    /// <summary>Messages in a state, the latest moved first.</summary>
    /// <param name="state">One of <see cref="OutboxState"/>.</param>
    /// <param name="before">Only those moved before this moment; null begins with the latest.</param>
    /// <param name="most">How many.</param>
    /// <param name="stop">When the caller has gone.</param>
    public Task<ImmutableArray<MessageEntry>> InStateAsync(string state, DateTimeOffset? before, int most, CancellationToken stop = default)
    {
        var bound = before ?? DateTimeOffset.MaxValue;
        return ListAsync((_, rows) => rows.Where(r => r.State == state && r.DueAt < bound).OrderByDescending(r => r.DueAt).ThenBy(r => r.CaseId).ThenBy(r => r.EventNumber).Take(most), stop);
    }

    /// <summary>The messages that are looked for, the latest moved first.</summary>
    public Task<ImmutableArray<MessageEntry>> FindAsync(MessageFilter filter, int skip, int most, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        return ListAsync((context, rows) => Found(context, rows, filter).OrderByDescending(r => r.DueAt).ThenBy(r => r.CaseId).ThenBy(r => r.EventNumber).Skip(skip).Take(most), stop);
    }

    /// <summary>How many messages moved in a time are in each state; only states that have any.</summary>
    public async Task<ImmutableDictionary<string, int>> CountsAsync(MessageFilter filter, CancellationToken stop = default)
    {
        ArgumentNullException.ThrowIfNull(filter);
        await using var context = _database.NewContext();
        var counted = await Found(context, context.Outbox.AsNoTracking(), filter with { State = null }).GroupBy(r => r.State).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(stop);
        return counted.ToImmutableDictionary(one => one.Key, one => one.Count);
    }

    /// <summary>How many are in each state that still moves or waits for a clerk, each at most <see cref="MostCounted"/>.</summary>
    public async Task<ImmutableDictionary<string, int>> CountsAsync(CancellationToken stop = default)
    {
        string[] moving = [OutboxState.Pending, OutboxState.Sending, OutboxState.Accepted, OutboxState.Unknown, OutboxState.Clerk];
        await using var context = _database.NewContext();
        var counted = moving.Select(state => context.Outbox.Where(r => r.State == state).Take(MostCounted).Select(r => r.State)).Aggregate((all, one) => all.Concat(one));
        return (await counted.GroupBy(state => state).Select(group => new { group.Key, Count = group.Count() }).ToListAsync(stop)).ToImmutableDictionary(one => one.Key, one => one.Count);
    }

    private static IQueryable<OutboxRow> Found(EGovDbContext context, IQueryable<OutboxRow> rows, MessageFilter filter)
    {
        // Named states, all of them when none is asked for, so that the index of state and moment serves every question.
        string[] states = filter.State is { } one ? [one] : [.. OutboxState.All];
        var found = rows.Where(r => states.Contains(r.State) && r.DueAt >= filter.From && r.DueAt < filter.Until);
        if (filter.Gateway is { } gateway) found = found.Where(r => r.GatewayId == gateway);
        if (filter.Body is not { } body) return found;
        var units = body.Value + "@";
        return found.Where(r => context.WorkItems.Any(w => w.CaseId == r.CaseId && (w.Party == body.Value || w.Party.StartsWith(units))));
    }

    private async Task<ImmutableArray<MessageEntry>> ListAsync(Func<EGovDbContext, IQueryable<OutboxRow>, IQueryable<OutboxRow>> choose, CancellationToken stop)
    {
        await using var context = _database.NewContext();
        return await EntriesAsync(context, choose(context, context.Outbox.AsNoTracking()), stop);
    }

    internal static async Task<ImmutableArray<MessageEntry>> EntriesAsync(EGovDbContext context, IQueryable<OutboxRow> chosen, CancellationToken stop)
    {
        var rows = await chosen.Select(row => new
        {
            row,
            Definition = context.Cases.Where(c => c.CaseId == row.CaseId).Select(c => c.DefinitionId).FirstOrDefault(),
            Reader = row.Party == PartyId.Applicant.Value ? context.Applications.Where(a => a.CaseId == row.CaseId).Select(a => new { a.Phone, a.Email }).FirstOrDefault() : null,
        }).ToListAsync(stop);
        return [.. rows.Select(found => EntryOf(found.row) with { DefinitionId = found.Definition ?? "", MaskedNumber = Masked(found.Reader?.Phone, found.Reader?.Email) })];
    }

    private static string? Masked(string? phone, string? email) =>
        !string.IsNullOrEmpty(email) ? MailAddress.Masked(email) : !string.IsNullOrEmpty(phone) ? PhoneNumber.Masked(phone) : null;

    private static MessageEntry EntryOf(OutboxRow row) => new(
        new(row.CaseId), row.EventNumber, new(row.Party), row.Template, OutboxBook.ArgumentsOf(row).ToImmutableSortedDictionary(StringComparer.Ordinal), row.State, row.Attempts, row.SentAt, row.LastError)
    {
        DueAt = row.DueAt, Gateway = row.GatewayId, Report = row.Report, ReportedAt = row.ReportedAt, Settlement = row.Settlement, SettledBy = row.SettledBy is { } by ? new UserId(by) : null,
        Note = row.SettlementNote, SettledAt = row.SettledAt, Clerk = row.Clerk is { } clerk ? new PartyId(clerk) : null,
    };
}
