using EGov.Runtime.Catalog;
using EGov.Runtime.Storage;
using Microsoft.Extensions.Logging;

namespace EGov.Runtime.Outbox;

/// <summary>Sends what cases asked to be told, each once: an attempt is marked before the call and judged after it, so that a crash in between is seen.</summary>
/// <remarks>
/// pending → sending → accepted → sent or delivered, as the gateway reports. What certainly did not leave is pending again, ever later, and after
/// so many attempts a clerk's. A row found <em>sending</em> after its lease belongs to a host that crashed, and an answer that failed to come
/// leaves the same doubt: unknown. A report settles it; without one in time a clerk is asked, or it is sent again where its template
/// says that twice is better than never.
/// </remarks>
public sealed class OutboxWorker
{
    private const int Round = 100;
    private const string NoReport = "no-report";
    private static readonly TimeSpan LongestWait = TimeSpan.FromHours(1);

    private readonly OutboxBook _book;
    private readonly Postman _postman;
    private readonly SendingPace _pace;
    private readonly IntakeClerk _clerk;
    private readonly OutboxClock _clock;
    private readonly ILogger<OutboxWorker> _log;

    internal OutboxWorker(OutboxBook book, Postman postman, SendingPace pace, IntakeClerk clerk, OutboxClock clock, ILogger<OutboxWorker> log) =>
        (_book, _postman, _pace, _clerk, _clock, _log) = (book, postman, pace, clerk, clock, log);

    /// <summary>Handles what is due now, at most a hundred messages. A gateway that does not answer is left alone until the next round.</summary>
    /// <returns>How many were handed over.</returns>
    public async Task<int> RunOnceAsync(CancellationToken stop)
    {
        var sent = 0;
        var silent = new HashSet<IMessageGateway>();
        foreach (var row in await _book.DueAsync(Round, stop))
        {
            if (stop.IsCancellationRequested) break;
            if (await TryHandleAsync(row, silent, stop)) sent++;
        }

        return sent;
    }

    private async Task<bool> TryHandleAsync(OutboxRow row, HashSet<IMessageGateway> silent, CancellationToken stop)
    {
        try
        {
            switch (row.State)
            {
                case OutboxState.Pending:
                    return await SendAsync(row, silent, stop);
                case OutboxState.Sending:
                    return await ResolveAsync(row, stop);
                default:
                    await MissReportAsync(row, stop);
                    return false;
            }
        }
#pragma warning disable CA1031 // The outbox logs and goes on: the row stays as it is and is resolved when its lease is over.
        catch (Exception failure) when (failure is not OperationCanceledException || !stop.IsCancellationRequested)
#pragma warning restore CA1031
        {
            _log.MessageBroken(failure, OutboxBook.KeyOf(row).Message);
            return false;
        }
    }

    private async Task<bool> SendAsync(OutboxRow row, HashSet<IMessageGateway> silent, CancellationToken stop)
    {
        var parcel = await _postman.PackAsync(row, stop);
        if (silent.Contains(parcel.Gateway)) return false;
        if (parcel.To is not { } to)
        {
            await AskClerkAsync(row, "number-form", stop);
            return false;
        }

        if (parcel.Gateway.Rings && !parcel.Traits.Urgent && _clock.EndOfQuiet() is { } morning)
        {
            await _book.DeferAsync(row, morning);
            return false;
        }

        await _pace.WaitAsync(stop);
        if (!await _book.ClaimAsync(row, parcel.Gateway.Name, _clock.Lease)) return false;
        var answer = (await parcel.Gateway.SendAsync(new(OutboxBook.KeyOf(row), to, parcel.Text) { Subject = parcel.Subject })).WithoutPersons();
        if (answer.Outcome is Handover.Unreachable or Handover.Unknown) silent.Add(parcel.Gateway);
        await RecordAsync(row, parcel.Gateway, answer, stop);
        return answer.Outcome == Handover.Accepted;
    }

    private async Task RecordAsync(OutboxRow row, IMessageGateway gateway, GatewayAnswer answer, CancellationToken stop)
    {
        var reason = answer.Reason ?? "refused";
        switch (answer.Outcome)
        {
            case Handover.Accepted:
                await _book.AcceptAsync(row, gateway.Reports ? _clock.ReportBy : null);
                _log.MessageSent(OutboxBook.KeyOf(row).Message, row.Attempts);
                return;
            case Handover.WrongAddress:
                await AskClerkAsync(row, reason, stop);
                return;
            case Handover.Unknown:
                await DoubtAsync(row, reason);
                return;
            default:
                await TryLaterAsync(row, reason, stop);
                return;
        }
    }

    /// <summary>Whoever marked this attempt has crashed.</summary>
    private async Task<bool> ResolveAsync(OutboxRow row, CancellationToken stop)
    {
        switch (await _postman.HasLeftAsync(row, stop))
        {
            case true:
                return await _book.AcceptAsync(row, null);
            case false:
                await TryLaterAsync(row, "interrupted", stop);
                return false;
            default:
                await DoubtAsync(row, "interrupted");
                return false;
        }
    }

    /// <summary>A report of failure has come, or none in time.</summary>
    private async Task MissReportAsync(OutboxRow row, CancellationToken stop)
    {
        if (row.Report is 2 or 16) await AskClerkAsync(row, row.Report == 2 ? "report-2" : "report-16", stop);
        else if ((await _postman.PackAsync(row, stop)).Traits.Resend) await TryLaterAsync(row, NoReport, stop);
        else await AskClerkAsync(row, NoReport, stop);
    }

    private async Task TryLaterAsync(OutboxRow row, string reason, CancellationToken stop)
    {
        var tried = row.Attempts - row.AttemptsBefore;
        if (tried >= _clock.MostAttempts)
        {
            await AskClerkAsync(row, reason, stop);
            return;
        }

        var wait = Math.Min(LongestWait.TotalSeconds, _clock.RetrySeconds * Math.Pow(2, Math.Clamp(tried - 1, 0, 20)));
        await _book.RetryAsync(row, reason, _clock.Now.AddSeconds(wait));
        _log.MessageFailed(OutboxBook.KeyOf(row).Message, row.Attempts, reason, OutboxState.Pending);
    }

    private async Task DoubtAsync(OutboxRow row, string reason)
    {
        await _book.DoubtAsync(row, reason, _clock.ReportBy);
        _log.MessageFailed(OutboxBook.KeyOf(row).Message, row.Attempts, reason, OutboxState.Unknown);
    }

    private async Task AskClerkAsync(OutboxRow row, string reason, CancellationToken stop)
    {
        await _book.AskClerkAsync(row, reason, await _clerk.OfAsync(new(row.CaseId), stop));
        _log.MessageFailed(OutboxBook.KeyOf(row).Message, row.Attempts, reason, OutboxState.Clerk);
    }
}

/// <summary>The moments the settings give.</summary>
internal sealed class OutboxClock(SmsSettings settings, WorkflowCatalog catalog, TimeProvider time)
{
    public DateTimeOffset Now => time.GetUtcNow();

    public int MostAttempts => settings.MostAttempts;

    public int RetrySeconds => settings.RetrySeconds;

    /// <summary>Twice the time a call may take: whoever still holds a row then has crashed.</summary>
    public TimeSpan Lease => TimeSpan.FromSeconds(2 * settings.TimeoutSeconds);

    public DateTimeOffset ReportBy => Now.AddSeconds(settings.ReportSeconds);

    public DateTimeOffset? EndOfQuiet() => new QuietHours(settings.QuietFrom, settings.QuietUntil).EndAfter(Now, catalog.Calendar);
}
