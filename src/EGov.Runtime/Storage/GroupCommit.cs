using System.Threading.Channels;

namespace EGov.Runtime.Storage;

/// <summary>Commits that arrive while one is being written share the next transaction: the disk's flush is the limit, not the processor.</summary>
/// <remarks>
/// One loop writes for the whole process. What arrives meanwhile is its next batch, at most <see cref="LargestBatch"/>. When a batch fails, each
/// of its commits is tried once more on its own, so that a failing one never fails its neighbours; what was stored after all is recognised by its receipt.
/// </remarks>
internal sealed class GroupCommit : IAsyncDisposable
{
    private const int LargestBatch = 128;

    private readonly Channel<Waiting> _queue = Channel.CreateBounded<Waiting>(new BoundedChannelOptions(4096) { SingleReader = true });
    private readonly BatchWriter _writer;
    private readonly Task _loop;

    public GroupCommit(BatchWriter writer)
    {
        _writer = writer;
        _loop = Task.Run(WriteAllAsync);
    }

    /// <summary>Waits until the commit is on disk, or known to be refused.</summary>
    public async Task<CommitOutcome> CommitAsync(Commit commit, CancellationToken stop)
    {
        var waiting = new Waiting(commit);
        await _queue.Writer.WriteAsync(waiting, stop);
        return await waiting.Outcome.Task;
    }

    public async ValueTask DisposeAsync()
    {
        _queue.Writer.TryComplete();
        await _loop;
        await _writer.DisposeAsync();
    }

    private async Task WriteAllAsync()
    {
        var batch = new List<Waiting>(LargestBatch);
        while (await _queue.Reader.WaitToReadAsync())
        {
            batch.Clear();
            while (batch.Count < LargestBatch && _queue.Reader.TryRead(out var next)) batch.Add(next);
            if (await TryWriteAsync(batch) is null) continue;
            foreach (var one in batch)
                if (await TryWriteAsync([one]) is { } failure) one.Outcome.SetException(failure);
        }
    }

    private async Task<Exception?> TryWriteAsync(List<Waiting> batch)
    {
        try
        {
            var outcomes = await _writer.WriteAsync(batch.ConvertAll(w => w.Commit));
            for (var place = 0; place < outcomes.Length; place++) batch[place].Outcome.SetResult(outcomes[place]);
            return null;
        }
#pragma warning disable CA1031 // Every failure belongs to whoever waits for the commit; the loop itself must go on.
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
