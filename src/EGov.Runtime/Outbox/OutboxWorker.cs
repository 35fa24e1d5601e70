using System.Text.Json;
using EGov.Engine.Cases;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace EGov.Runtime.Outbox;

/// <summary>Sends what cases asked to be told, each once: a row is marked before the call and after it, so that a crash in between is seen and resolved.</summary>
/// <remarks>
/// pending → sending → sent, or → failed (tried again, ever later) → dead, which a clerk sees to. A row found <em>sending</em> after its lease belongs to
/// a host that crashed: the gateway is asked whether the message left. If it cannot tell, the row is dead rather than sent twice.
/// </remarks>
public sealed class OutboxWorker
{
    private const int Round = 100;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly Database _database;
    private readonly Postman _postman;
    private readonly SmsSettings _settings;
    private readonly TimeProvider _time;
    private readonly ILogger<OutboxWorker> _log;

    internal OutboxWorker(Database database, Postman postman, SmsSettings settings, TimeProvider time, ILogger<OutboxWorker> log) =>
        (_database, _postman, _settings, _time, _log) = (database, postman, settings, time, log);

    /// <summary>Handles what is due now, at most a hundred messages.</summary>
    /// <returns>How many were sent.</returns>
    public async Task<int> RunOnceAsync(CancellationToken stop)
    {
        var sent = 0;
        foreach (var row in await DueAsync(stop))
            if (await TryHandleAsync(row, stop)) sent++;
        return sent;
    }

    /// <summary>What a delivery report says of a message: 1 and 8 mean that it left, 2 and 16 that it did not arrive.</summary>
    public async Task ReportAsync(string messageId, int status, CancellationToken stop)
    {
        if (messageId.LastIndexOf(':') is var colon and > 0 && int.TryParse(messageId.AsSpan(colon + 1), out var number))
            await SetAsync(
                new() { CaseId = messageId[..colon], EventNumber = number, Party = "", Template = "", Arguments = "", State = "" },
                status is 2 or 16 ? OutboxState.Dead : OutboxState.Sent, status is 2 or 16 ? $"report {status}" : null, stop);
    }

    private async Task<bool> TryHandleAsync(OutboxRow row, CancellationToken stop)
    {
        try
        {
            return row.State == OutboxState.Sending ? await ResolveAsync(row, stop) : await ClaimAsync(row, stop) && await SendAsync(row, stop);
        }
#pragma warning disable CA1031 // The outbox logs and goes on: the row stays as it is and is resolved when its lease is over.
        catch (Exception failure) when (failure is not OperationCanceledException || !stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            _log.MessageBroken(failure, IdOf(row));
            return false;
        }
    }

    /// <summary>Takes the row before anything leaves; false when another host was faster.</summary>
    private async Task<bool> ClaimAsync(OutboxRow row, CancellationToken stop)
    {
        var lease = _time.GetUtcNow() + Lease;
        await using var context = _database.NewContext();
        var taken = await context.Outbox
            .Where(r => r.CaseId == row.CaseId && r.EventNumber == row.EventNumber && r.State == row.State && r.Attempts == row.Attempts)
            .ExecuteUpdateAsync(
                set => set.SetProperty(r => r.State, OutboxState.Sending).SetProperty(r => r.Attempts, row.Attempts + 1).SetProperty(r => r.NextTryAt, lease), stop);
        row.Attempts++;
        return taken == 1;
    }

    private async Task<bool> SendAsync(OutboxRow row, CancellationToken stop)
    {
        var answer = await _postman.SendAsync(IdOf(row), new(row.CaseId), row.Party, row.Template, ArgumentsOf(row), stop);
        if (!answer.Accepted)
        {
            await FailAsync(row, answer.Reason ?? "refused", stop);
            return false;
        }

        await SetAsync(row, OutboxState.Sent, null, stop);
        _log.MessageSent(IdOf(row), row.Attempts);
        return true;
    }

    private async Task<bool> ResolveAsync(OutboxRow row, CancellationToken stop)
    {
        switch (await _postman.HasLeftAsync(IdOf(row), row.Party, new(row.CaseId), stop))
        {
            case true:
                await SetAsync(row, OutboxState.Sent, null, stop);
                return true;
            case false:
                await FailAsync(row, "interrupted", stop);
                return false;
            default:
                await SetAsync(row, OutboxState.Dead, "unknown whether it left", stop);
                _log.MessageFailed(IdOf(row), row.Attempts, "unknown whether it left", OutboxState.Dead);
                return false;
        }
    }

    private async Task FailAsync(OutboxRow row, string reason, CancellationToken stop)
    {
        var state = row.Attempts >= _settings.MostAttempts ? OutboxState.Dead : OutboxState.Failed;
        await SetAsync(row, state, reason.Length > 200 ? reason[..200] : reason, stop);
        _log.MessageFailed(IdOf(row), row.Attempts, reason, state);
    }

    private async Task SetAsync(OutboxRow row, string state, string? error, CancellationToken stop)
    {
        var now = _time.GetUtcNow();
        DateTimeOffset? sentAt = state == OutboxState.Sent ? now : null;
        var next = now + WaitAfter(row.Attempts);
        await using var context = _database.NewContext();
        await context.Outbox.Where(r => r.CaseId == row.CaseId && r.EventNumber == row.EventNumber).ExecuteUpdateAsync(
            set => set.SetProperty(r => r.State, state).SetProperty(r => r.SentAt, sentAt).SetProperty(r => r.NextTryAt, next).SetProperty(r => r.LastError, error), stop);
    }

    /// <summary>One minute, then two, four … at most an hour.</summary>
    private static TimeSpan WaitAfter(int attempts) =>
        TimeSpan.FromMinutes(Math.Min(LongestWait.TotalMinutes, Math.Pow(2, Math.Clamp(attempts - 1, 0, 10))));

    private async Task<List<OutboxRow>> DueAsync(CancellationToken stop)
    {
        var now = _time.GetUtcNow();
        string[] open = [OutboxState.Pending, OutboxState.Failed, OutboxState.Sending];
        await using var context = _database.NewContext();
        return await context.Outbox.AsNoTracking().Where(r => r.SentAt == null && open.Contains(r.State) && r.NextTryAt <= now)
            .OrderBy(r => r.NextTryAt).ThenBy(r => r.CaseId).ThenBy(r => r.EventNumber).Take(Round).ToListAsync(stop);
    }

    private static string IdOf(OutboxRow row) => string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{row.CaseId}:{row.EventNumber}");

    internal static Dictionary<string, string> ArgumentsOf(OutboxRow row) =>
        JsonSerializer.Deserialize<Dictionary<string, string>>(row.Arguments, CaseJson.Options) ?? [];
}
