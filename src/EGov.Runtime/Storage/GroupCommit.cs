namespace EGov.Runtime.Storage;

/// <summary>Takes commits to the journal: every case has its lane, and what waits in a lane is written together.</summary>
internal sealed class GroupCommit(IEnumerable<BatchWriter> writers) : IDisposable
{
    private readonly CommitLane[] _lanes = [.. writers.Select(writer => new CommitLane(writer))];

    /// <summary>Waits until the commit is on disk, or known to be refused.</summary>
    public Task<CommitOutcome> CommitAsync(Commit commit, CancellationToken stop)
    {
        stop.ThrowIfCancellationRequested();
        return _lanes[(uint)commit.CaseId.GetHashCode(StringComparison.Ordinal) % _lanes.Length].CommitAsync(commit);
    }

    /// <summary>Writes what has been handed in, then ends.</summary>
    public void Dispose()
    {
        foreach (var lane in _lanes) lane.Dispose();
    }
}
