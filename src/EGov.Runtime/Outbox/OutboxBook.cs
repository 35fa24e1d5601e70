using System.Linq.Expressions;
using System.Text.Json;
using EGov.Engine;
using EGov.Engine.Cases;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;

namespace EGov.Runtime.Outbox;

/// <summary>The rows of the outbox and the moves they can make. Each move is one statement that acts only while the row is where the mover saw it, so of two movers one wins.</summary>
internal sealed class OutboxBook(Database database, TimeProvider time)
{
    private const int LongestReason = 200;

    private static readonly string[] Open = [OutboxState.Pending, OutboxState.Sending, OutboxState.Accepted, OutboxState.Unknown];

    /// <summary>What is due, the oldest first.</summary>
    public async Task<List<OutboxRow>> DueAsync(int most, CancellationToken stop)
    {
        var now = time.GetUtcNow();
        await using var context = database.NewContext();
        return await context.Outbox.AsNoTracking().Where(r => Open.Contains(r.State) && r.DueAt <= now)
            .OrderBy(r => r.DueAt).ThenBy(r => r.CaseId).ThenBy(r => r.EventNumber).Take(most).ToListAsync(stop);
    }

    /// <summary>Marks an attempt before anything leaves; false when another host was faster.</summary>
    public async Task<bool> ClaimAsync(OutboxRow row, string gateway, TimeSpan lease)
    {
        var (attempt, until) = (row.Attempts + 1, time.GetUtcNow() + lease);
        if (!await MoveAsync(row, OutboxState.Pending, set => set.SetProperty(r => r.State, OutboxState.Sending).SetProperty(r => r.Attempts, attempt).SetProperty(r => r.DueAt, until).SetProperty(r => r.GatewayId, gateway))) return false;
        (row.Attempts, row.State) = (attempt, OutboxState.Sending);
        return true;
    }

    /// <summary>It waits for a better moment; nothing was tried.</summary>
    public Task<bool> DeferAsync(OutboxRow row, DateTimeOffset until) => MoveAsync(row, OutboxState.Pending, set => set.SetProperty(r => r.DueAt, until));

    /// <summary>The gateway has taken it; with <paramref name="reportBy"/> it is to report until then.</summary>
    public Task<bool> AcceptAsync(OutboxRow row, DateTimeOffset? reportBy)
    {
        var (now, state) = (time.GetUtcNow(), reportBy is null ? OutboxState.Sent : OutboxState.Accepted);
        var due = reportBy ?? now;
        return MoveAsync(row, OutboxState.Sending, set => set.SetProperty(r => r.State, state).SetProperty(r => r.SentAt, now).SetProperty(r => r.DueAt, due)
            .SetProperty(r => r.LastError, (string?)null));
    }

    /// <summary>It certainly did not leave and is tried again at that moment.</summary>
    public Task<bool> RetryAsync(OutboxRow row, string reason, DateTimeOffset at)
    {
        var said = Shortened(reason);
        return MoveAsync(row, row.State, set => set.SetProperty(r => r.State, OutboxState.Pending).SetProperty(r => r.DueAt, at).SetProperty(r => r.LastError, said));
    }

    /// <summary>Nobody knows whether it left; a report may say so until then.</summary>
    public Task<bool> DoubtAsync(OutboxRow row, string reason, DateTimeOffset reportBy)
    {
        var said = Shortened(reason);
        return MoveAsync(row, row.State, set => set.SetProperty(r => r.State, OutboxState.Unknown).SetProperty(r => r.DueAt, reportBy).SetProperty(r => r.LastError, said));
    }

    /// <summary>A clerk of this party is asked, and finds a notice at the bell.</summary>
    public async Task<bool> AskClerkAsync(OutboxRow row, string reason, PartyId clerk)
    {
        var (said, now) = (Shortened(reason), time.GetUtcNow());
        await using var context = database.NewContext();
        await using var together = await context.Database.BeginTransactionAsync();
        if (!await MoveAsync(context, row, row.State, set => set.SetProperty(r => r.State, OutboxState.Clerk).SetProperty(r => r.DueAt, now).SetProperty(r => r.LastError, said).SetProperty(r => r.Clerk, clerk.Value)))
            return false;
        context.Notices.Add(new()
        {
            Id = NoticeOf(row), To = Tray.OfParty(clerk.Value), CaseId = row.CaseId, At = now, Kind = Notices.NoticeKinds.MessageUnsettled, Arguments = "{}",
        });
        await context.SaveChangesAsync();
        await together.CommitAsync();
        return true;
    }

    internal static Dictionary<string, string> ArgumentsOf(OutboxRow row) => JsonSerializer.Deserialize<Dictionary<string, string>>(row.Arguments, CaseJson.Options) ?? [];

    internal static MessageKey KeyOf(OutboxRow row) => new(new CaseId(row.CaseId), row.EventNumber, row.Attempts);

    /// <summary>The notice by which a clerk is asked about this attempt.</summary>
    internal static string NoticeOf(OutboxRow row) => $"message:{KeyOf(row)}";

    private async Task<bool> MoveAsync(OutboxRow row, string from, Action<UpdateSettersBuilder<OutboxRow>> set)
    {
        await using var context = database.NewContext();
        return await MoveAsync(context, row, from, set);
    }

    private static async Task<bool> MoveAsync(EGovDbContext context, OutboxRow row, string from, Action<UpdateSettersBuilder<OutboxRow>> set) =>
        await context.Outbox.Where(IsStill(row, from)).ExecuteUpdateAsync(set) == 1;

    private static Expression<Func<OutboxRow, bool>> IsStill(OutboxRow row, string state) =>
        r => r.CaseId == row.CaseId && r.EventNumber == row.EventNumber && r.State == state && r.Attempts == row.Attempts;

    private static string Shortened(string reason) => reason.Length > LongestReason ? reason[..LongestReason] : reason;
}
