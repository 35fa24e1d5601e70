using System.Collections.Concurrent;

namespace EGov.Runtime.Storage;

/// <summary>Commits that arrive while one is being written share the next transaction: the disk's flush is the limit, not the processor.</summary>
/// <remarks>
/// Whoever finds the lane idle writes at once, on his own thread, without a hop to a writing thread. What arrives
/// meanwhile is the next batch, at most <see cref="LargestBatch"/>, written by the pool. When a batch fails, each of its commits is tried once
/// more on its own, so that a failing one never fails its neighbours; what was stored after all is recognised by its receipt.
/// </remarks>
internal sealed class CommitLane(BatchWriter writer) : IDisposable
{
    private const int LargestBatch = 128;

    private readonly ConcurrentQueue<Waiting> _queue = new();
    private readonly Lock _writing = new();
    private int _busy;

    public Task<CommitOutcome> CommitAsync(Commit commit)
    {
        var waiting = new Waiting(commit);
        _queue.Enqueue(waiting);
        if (Interlocked.CompareExchange(ref _busy, 1, 0) == 0)
        {
            WriteBatch();
            Leave();
        }

        return waiting.Outcome.Task;
    }

    public void Dispose()
    {
        while (!_queue.IsEmpty) WriteBatch();
        lock (_writing) writer.Dispose();
    }

    /// <summary>Lets the lane go idle, or lets the pool write what has arrived meanwhile.</summary>
    private void Leave()
    {
        if (_queue.IsEmpty)
        {
            Volatile.Write(ref _busy, 0);
            if (_queue.IsEmpty || Interlocked.CompareExchange(ref _busy, 1, 0) != 0) return;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static lane => lane.WriteAll(), this, preferLocal: false);
    }

    private void WriteAll()
    {
        WriteBatch();
        Leave();
    }

    private void WriteBatch()
    {
        lock (_writing)
        {
            var batch = new List<Waiting>();
            while (batch.Count < LargestBatch && _queue.TryDequeue(out var next)) batch.Add(next);
            if (batch.Count == 0 || TryWrite(batch) is null) return;
            foreach (var one in batch)
                if (TryWrite([one]) is { } failure) one.Outcome.SetException(failure);
        }
    }

    private Exception? TryWrite(List<Waiting> batch)
    {
        try
        {
            var outcomes = writer.Write(batch.ConvertAll(w => w.Commit));
            for (var place = 0; place < outcomes.Length; place++) batch[place].Outcome.SetResult(outcomes[place]);
            return null;
        }
#pragma warning disable CA1031 // Every failure belongs to whoever waits for the commit; the thread itself must go on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return failure;
        }
    }

    private sealed record Waiting(Commit Commit)
    {
        public TaskCompletionSource<CommitOutcome> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
