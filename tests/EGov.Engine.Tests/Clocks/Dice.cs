namespace EGov.Engine.Tests.Clocks;

/// <summary>Reproducible chance: the same seed throws the same numbers on every machine.</summary>
// CA5394: reproducible test data, not a secret.
#pragma warning disable CA5394
internal sealed class Dice(int seed)
{
    private readonly Random random = new(seed);

    public int Throw(int least, int most) => random.Next(least, most + 1);

    public bool OneIn(int chances) => Throw(1, chances) == 1;

    public DateOnly Day(DateOnly from, DateOnly until) => from.AddDays(Throw(0, until.DayNumber - from.DayNumber));
}
#pragma warning restore CA5394
