namespace EGov.Runtime.Outbox;

/// <summary>Spreads what leaves this process evenly: so many messages a second, and never a burst of more.</summary>
/// <param name="perSecond">How many; 1 to 1000.</param>
/// <param name="time">The clock.</param>
internal sealed class SendingPace(int perSecond, TimeProvider time)
{
    private readonly Lock _gate = new();
    private long _free;

    /// <summary>Waits for the next free moment.</summary>
    public async Task WaitAsync(CancellationToken stop)
    {
        if (Reserve() is { Ticks: > 0 } wait) await Task.Delay(wait, time, stop);
    }

    /// <summary>Takes the next free moment; how long until then.</summary>
    internal TimeSpan Reserve()
    {
        lock (_gate)
        {
            var now = time.GetTimestamp();
            var moment = Math.Max(now, _free);
            _free = moment + (time.TimestampFrequency / perSecond);
            return time.GetElapsedTime(now, moment);
        }
    }
}
