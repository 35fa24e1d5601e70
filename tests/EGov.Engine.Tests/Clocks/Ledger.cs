using EGov.Engine.Clocks;
using EGov.TestKit.Clocks;

namespace EGov.Engine.Tests.Clocks;

/// <summary>Plays the same random orders on a clock and on plain lists.</summary>
internal sealed class Ledger
{
    private static readonly DateOnly First = new(2022, 11, 1);
    private static readonly DateOnly Last = new(2026, 12, 31);
    private readonly Dictionary<string, Pause> pauses = [];
    private readonly Dice dice;
    private DateOnly today;

    public Ledger(Dice dice)
    {
        this.dice = dice;
        Start = today = dice.Day(First, Last);
        Limit = dice.Throw(0, 60);
        Clock = Clock.Start(ClockId.Statutory, Limit, Start, Rung.DefaultStepLadder, null, OfficeCalendar.Chinese);
    }

    public Clock Clock { get; private set; }

    public DateOnly Start { get; private set; }

    public int Limit { get; private set; }

    public IReadOnlyCollection<Pause> Pauses => pauses.Values;

    public DateOnly Today => today;

    public Ledger Play(int orders)
    {
        for (var i = 0; i < orders; i++)
        {
            today = today.AddDays(dice.Throw(0, 12));
            PlayOne(dice.Throw(1, 20));
        }
        // Otherwise most ledgers would end standing still, with no date to compare.
        if (!dice.OneIn(3)) foreach (var key in pauses.Keys) Resume(key);
        return this;
    }

    private void PlayOne(int order)
    {
        var key = $"{dice.Throw(1, 4)}";
        if (order <= 8) Suspend(key, today.AddDays(dice.OneIn(4) ? -dice.Throw(1, 20) : 0));
        else if (order <= 16) Resume(key);
        else if (order <= 18) Extend(dice.Throw(-1, 15));
        else Redate(Start.AddDays(dice.Throw(-20, 5)));
    }

    private void Suspend(string key, DateOnly on)
    {
        Clock = Clock.Suspend(key, "test", null, on);
        pauses.TryAdd(key, new(on, null));
    }

    private void Resume(string key)
    {
        Clock = Clock.Resume(key, today, OfficeCalendar.Chinese);
        if (pauses.TryGetValue(key, out var open) && open.To is null) pauses[key] = open with { To = today };
    }

    private void Extend(int days)
    {
        Clock = Clock.Extend(days, UserId.System, null, OfficeCalendar.Chinese);
        Limit += Math.Max(days, 0);
    }

    private void Redate(DateOnly start)
    {
        Clock = Clock.Redate(start, OfficeCalendar.Chinese);
        Start = start;
    }
}
