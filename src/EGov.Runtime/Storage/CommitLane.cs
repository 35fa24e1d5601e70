using System.Collections.Concurrent;

namespace EGov.Runtime.Storage;

/// <summary>Commits that arrive while one is being written share the next transaction: the disk's flush is the limit, not the processor.</summary>
/// <remarks>
/// One thread writes. What arrives meanwhile is its next batch, at most <see cref="LargestBatch"/>. When a batch fails, each
/// of its commits is tried once more on its own, so that a failing one never fails its neighbours; what was stored after all is recognised by its receipt.
/// </remarks>
internal sealed class CommitLane : IDisposable
{
    private const int LargestBatch = 128;

    private readonly BlockingCollection<Waiting> _queue = [];
    private readonly BatchWriter _writer;
    private readonly Thread _thread;

    public CommitLane(BatchWriter writer)
    {
        _writer = writer;
        _thread = new Thread(WriteAll) { IsBackground = true, Name = "journal" };
        _thread.Start();
    }

    public Task<CommitOutcome> CommitAsync(Commit commit)
    {
        var waiting = new Waiting(commit);
        _queue.Add(waiting);
        return waiting.Outcome.Task;
    }

    public void Dispose()
    {
        _queue.CompleteAdding();
        _thread.Join();
        _writer.Dispose();
        _queue.Dispose();
    }

    private void WriteAll()
    {
        var batch = new List<Waiting>(LargestBatch);
        foreach (var first in _queue.GetConsumingEnumerable())
        {
            batch.Clear();
            batch.Add(first);
            while (batch.Count < LargestBatch && _queue.TryTake(out var next)) batch.Add(next);
            if (TryWrite(batch) is null) continue;
            foreach (var one in batch)
                if (TryWrite([one]) is { } failure) one.Outcome.SetException(failure);
        }
    }

    private Exception? TryWrite(List<Waiting> batch)
    {
        try
        {
            var outcomes = _writer.Write(batch.ConvertAll(w => w.Commit));
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
