using System.Collections.Concurrent;
using System.Globalization;
using EGov.Engine.Assessment;

namespace EGov.Runtime.Assessment;

/// <summary>Assessments for pages: a frozen period as it was kept, another one computed once for all who ask at about the same time.</summary>
/// <remarks>Nothing of a past period changes but the names of bodies, so it is computed anew once an hour at most; the present one once a minute.</remarks>
public sealed class AssessmentShelf
{
    private const int MostKept = 64;

    private readonly Assessments _assessments;
    private readonly TimeProvider _time;
    private readonly ConcurrentDictionary<string, Lazy<Task<AssessedPeriod>>> _computed = new(StringComparer.Ordinal);

    internal AssessmentShelf(Assessments assessments, TimeProvider time) => (_assessments, _time) = (assessments, time);

    /// <summary>The assessment of a period.</summary>
    /// <exception cref="InvalidDataException">There is no usable rule.</exception>
    public async Task<AssessedPeriod> FindAsync(AssessmentPeriod period, CancellationToken stop = default)
    {
        if (await _assessments.FindAsync(period, stop) is { } kept) return kept;
        var minutes = _time.GetUtcNow().Ticks / TimeSpan.TicksPerMinute / (_assessments.IsOver(period) ? 60 : 1);
        var key = string.Create(CultureInfo.InvariantCulture, $"{period} {_assessments.IsOver(period)} {minutes}");
        if (_computed.Count > MostKept) _computed.Clear();
        // Computed for everybody: the one who asked first may go away.
        var computing = _computed.GetOrAdd(key, _ => new(() => _assessments.ComputeAsync(period, CancellationToken.None))).Value;
        if (computing.IsFaulted) _computed.TryRemove(key, out _);
        return await computing.WaitAsync(stop);
    }
}
