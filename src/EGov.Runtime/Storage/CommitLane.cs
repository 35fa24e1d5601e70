using System.Collections.Concurrent;

namespace EGov.Runtime.Storage;

/// <summary>Commits that arrive while one is being written share the next transaction: the disk's flush is the limit, not the processor.</summary>
/// <remarks>
/// Whoever finds the lane idle writes at once, on his own thread, without a hop to a writing thread. What arrives meanwhile is the next batch, at
/// most <see cref="LargestBatch"/>, written by the pool after it has answered those of the last one: who hands in one order after the other
/// comes back in time for it. When a batch fails, each of its commits is tried once more on its own, so that a failing one never fails its
/// neighbours; what was stored after all is recognised by its receipt.
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
            waiting.IsOwn = true;
            Leave(WriteBatch());
        }

        return waiting.Task;
    }

    public void Dispose()
    {
        while (!_queue.IsEmpty) WriteBatch();
        lock (_writing) writer.Dispose();
    }

    /// <summary>Lets the lane go idle after a batch of one or none, or lets the pool write what has arrived or will arrive from those just answered.</summary>
    private void Leave(int written)
    {
        if (written <= 1 && _queue.IsEmpty)
        {
            Volatile.Write(ref _busy, 0);
            if (_queue.IsEmpty || Interlocked.CompareExchange(ref _busy, 1, 0) != 0) return;
        }

        ThreadPool.UnsafeQueueUserWorkItem(static lane => lane.Leave(lane.WriteBatch()), this, preferLocal: false);
    }

    private int WriteBatch()
    {
        lock (_writing)
        {
            var batch = new List<Waiting>();
            while (batch.Count < LargestBatch && _queue.TryDequeue(out var next)) batch.Add(next);
            if (batch.Count == 0 || TryWrite(batch) is null) return batch.Count;
            foreach (var one in batch)
                if (TryWrite([one]) is { } failure) one.Answer(failure);
            return batch.Count;
        }
    }

    private Exception? TryWrite(List<Waiting> batch)
    {
        try
        {
            var outcomes = writer.Write(batch.ConvertAll(w => w.Commit));
            for (var place = 0; place < outcomes.Length; place++) batch[place].Answer(outcomes[place]);
            return null;
        }
#pragma warning disable CA1031 // Every failure belongs to whoever waits for the commit; the thread itself must go on.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return failure;
        }
    }

    /// <summary>A commit and whoever waits for it. Answers are given through the pool's common queue, ahead of the next batch.</summary>
    private sealed class Waiting(Commit commit)
    {
        private readonly TaskCompletionSource<CommitOutcome> _outcome = new();

        public Commit Commit => commit;

        public Task<CommitOutcome> Task => _outcome.Task;

        /// <summary>True when the one who waits is the one who writes: he has not begun to wait and is answered at once.</summary>
        public bool IsOwn { get; set; }

        public void Answer(CommitOutcome outcome) => Give(() => _outcome.SetResult(outcome));

        public void Answer(Exception failure) => Give(() => _outcome.SetException(failure));

        private void Give(Action answer)
        {
            if (IsOwn) answer();
            else ThreadPool.UnsafeQueueUserWorkItem(static give => give(), answer, preferLocal: false);
        }
    }
}
