using EGov.Engine;

namespace EGov.Runtime.Cases;

/// <summary>The cases used last, at most so many. What it holds may be old; whoever relies on it commits at its version and learns.</summary>
internal sealed class CaseCache(int most = 20_000)
{
    private readonly Lock _gate = new();
    private readonly Dictionary<CaseId, LinkedListNode<(CaseId Case, CaseHead Head)>> _places = [];
    private readonly LinkedList<(CaseId Case, CaseHead Head)> _recent = new();

    public CaseHead? Find(CaseId caseId)
    {
        lock (_gate)
        {
            if (!_places.TryGetValue(caseId, out var place)) return null;
            _recent.Remove(place);
            _recent.AddFirst(place);
            return place.Value.Head;
        }
    }

    /// <summary>Keeps the newer of this and what is held.</summary>
    public void Keep(CaseId caseId, CaseHead head)
    {
        lock (_gate)
        {
            if (_places.Remove(caseId, out var old))
            {
                _recent.Remove(old);
                if (old.Value.Head.State.Version > head.State.Version) head = old.Value.Head;
            }

            _places[caseId] = _recent.AddFirst((caseId, head));
            if (_places.Count <= most || _recent.Last is not { } last) return;
            _recent.RemoveLast();
            _places.Remove(last.Value.Case);
        }
    }
}
