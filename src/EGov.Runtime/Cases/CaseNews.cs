using EGov.Engine;

namespace EGov.Runtime.Cases;

/// <summary>Says which cases orders have just changed in this process, to whoever shows them while they change.</summary>
/// <remarks>A courtesy, not a queue: it is told after the commit, of other hosts' orders nothing is heard, and nothing may depend on it. The journal is the truth.</remarks>
public sealed class CaseNews
{
    private event Action<CaseId>? Changed;

    internal CaseNews()
    {
    }

    /// <summary>Calls <paramref name="hear"/> after every committed order, in the order's own turn: it must be quick and must not throw.</summary>
    /// <returns>Dispose it to hear no more.</returns>
    public IDisposable Listen(Action<CaseId> hear)
    {
        Changed += hear;
        return new Listening(() => Changed -= hear);
    }

    internal void Tell(CaseId changed) => Changed?.Invoke(changed);

    private sealed class Listening(Action stop) : IDisposable
    {
        public void Dispose() => stop();
    }
}
