namespace EGov.Runtime.Seeding;

/// <summary>A clock that shows every invented life its own moment, so that lives of a whole year are lived at once, each in order.</summary>
public sealed class SeedClock : TimeProvider
{
    private readonly AsyncLocal<DateTimeOffset?> _moment = new();
    private volatile bool _isOver;

    /// <summary>The moment of the life that asks; the true one outside of any, and everywhere once all lives are lived.</summary>
    public override DateTimeOffset GetUtcNow() => _isOver ? System.GetUtcNow() : _moment.Value ?? System.GetUtcNow();

    /// <summary>All lives are lived: whoever still remembers the moment of one sees the true time.</summary>
    internal void End() => _isOver = true;

    /// <summary>Moves the life that calls to a moment.</summary>
    internal void Set(DateTimeOffset moment) => _moment.Value = moment;
}
