namespace EGov.Web.Tests;

/// <summary>A clock that stands still until a test moves it: Monday 2026-01-05, 09:00 in Beijing.</summary>
public sealed class FakeTime(DateTimeOffset start) : TimeProvider
{
    private long ticks = start.UtcTicks;

    public FakeTime() : this(new DateTimeOffset(2026, 1, 5, 1, 0, 0, TimeSpan.Zero))
    {
    }

    public override DateTimeOffset GetUtcNow() => new(Interlocked.Read(ref ticks), TimeSpan.Zero);

    public void Advance(TimeSpan by) => Interlocked.Add(ref ticks, by.Ticks);
}
