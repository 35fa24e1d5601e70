namespace EGov.Runtime.Seeding;

/// <summary>A clock that shows every invented life its own moment, so that lives of a whole year are lived at once, each in order.</summary>
public sealed class SeedClock : TimeProvider
{
    private readonly AsyncLocal<DateTimeOffset?> _moment = new();

    /// <summary>The moment of the life that asks; the true one outside of any.</summary>
    public override DateTimeOffset GetUtcNow() => _moment.Value ?? System.GetUtcNow();

    /// <summary>Moves the life that calls to a moment.</summary>
    internal void Set(DateTimeOffset moment) => _moment.Value = moment;
}
