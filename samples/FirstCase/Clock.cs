namespace FirstCase;

/// <summary>A clock that the sample moves: Monday 2026-03-02, 09:00 in the office, until told otherwise.</summary>
internal sealed class Clock : TimeProvider
{
    private DateTimeOffset _now = new(2026, 3, 2, 1, 0, 0, TimeSpan.Zero);

    public void Pass(int days) => _now += TimeSpan.FromDays(days);

    public override DateTimeOffset GetUtcNow() => _now;
}
