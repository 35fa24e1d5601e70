using System.Globalization;
using EGov.Runtime.Storage;
using Microsoft.EntityFrameworkCore;

namespace EGov.Runtime.Outbox;

/// <summary>What became of a report.</summary>
public enum ReportOutcome
{
    /// <summary>It was heard, now or before.</summary>
    Heard,

    /// <summary>It is not a report.</summary>
    Malformed,

    /// <summary>No message of this key was sent, or the seal is not ours.</summary>
    UnknownMessage,
}

/// <summary>Delivery reports (送达回执) of the gateway, in any order and any number: 1 delivered, 2 failed, 4 buffered, 8 given to the network, 16 rejected.</summary>
/// <remarks>
/// A long message is several on the network and is reported part by part under one key, so the worst that was said of an attempt counts: a part that
/// failed is a message that failed. Repeats and reports in another order therefore come to the same.
/// </remarks>
public sealed class DeliveryReports
{
    private static readonly string[] ByWeight = ["4", "8", "1", "2", "16"];

    private readonly Database _database;
    private readonly ReportAddress _address;
    private readonly TimeProvider _time;

    internal DeliveryReports(Database database, ReportAddress address, TimeProvider time) => (_database, _address, _time) = (database, address, time);

    /// <summary>Hears a report.</summary>
    /// <param name="key">The attempt it is about, as the address says it.</param>
    /// <param name="status">The status as the gateway writes it.</param>
    /// <param name="seal">The seal the address carried.</param>
    /// <param name="stop">When the caller has gone.</param>
    public async Task<ReportOutcome> HearAsync(string key, string? status, string? seal, CancellationToken stop = default)
    {
        if (!MessageKey.TryParse(key, out var attempt) || Array.IndexOf(ByWeight, status) is not (>= 0 and var weight)) return ReportOutcome.Malformed;
        if (!_address.IsGenuine(attempt, seal)) return ReportOutcome.UnknownMessage;
        await using var context = _database.NewContext();
        for (var turn = 0; turn < 3; turn++)
        {
            var row = await context.Outbox.AsNoTracking().FirstOrDefaultAsync(r => r.CaseId == attempt.Case.Value && r.EventNumber == attempt.EventNumber, stop);
            if (row is null || attempt.Attempt > row.Attempts || attempt.Attempt < 1) return ReportOutcome.UnknownMessage;
            if (attempt.Attempt <= row.AttemptsBefore || row.State == OutboxState.Settled || weight <= WeightOf(row)) return ReportOutcome.Heard;
            if (await SettleAsync(row, attempt.Attempt == row.Attempts, weight, stop)) return ReportOutcome.Heard;
        }

        return ReportOutcome.Heard;
    }

    /// <summary>Of an attempt before the latest only what arrived counts; of the latest, everything. A failure is left to the outbox, which asks a clerk.</summary>
    private async Task<bool> SettleAsync(OutboxRow row, bool isLatest, int weight, CancellationToken stop)
    {
        var status = int.Parse(ByWeight[weight], CultureInfo.InvariantCulture);
        if (status != 1 && !isLatest) return true;
        var now = _time.GetUtcNow();
        var state = status switch { 1 => OutboxState.Delivered, 8 => OutboxState.Sent, 4 => row.State, _ => OutboxState.Unknown };
        var (due, sentAt) = (status == 4 ? row.DueAt : now, row.SentAt ?? now);
        await using var context = _database.NewContext();
        return await context.Outbox.Where(r => r.CaseId == row.CaseId && r.EventNumber == row.EventNumber && r.State == row.State && r.Attempts == row.Attempts && r.Report == row.Report)
            .ExecuteUpdateAsync(
                set => set.SetProperty(r => r.State, state).SetProperty(r => r.Report, status).SetProperty(r => r.ReportedAt, now).SetProperty(r => r.SentAt, sentAt).SetProperty(r => r.DueAt, due), stop) == 1;
    }

    private static int WeightOf(OutboxRow row) => row.Report is { } known ? Array.IndexOf(ByWeight, known.ToString(CultureInfo.InvariantCulture)) : -1;
}
