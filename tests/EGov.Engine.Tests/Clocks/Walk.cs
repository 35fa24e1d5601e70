namespace EGov.Engine.Tests.Clocks;

/// <summary>The oracle of a full clock: plain lists of what was ordered, and a walk over the days, one after the other. It knows nothing of the engine.</summary>
internal sealed class Walk
{
    private static readonly DateOnly First = new(2006, 1, 1);
    private static readonly int Days = new DateOnly(2032, 1, 1).DayNumber - First.DayNumber;
    private readonly List<(string Key, int From, int To)> pauses = [];
    private bool[] worked;
    private int start;
    private int limit;

    public Walk(bool[] worked, DateOnly start, int limit) => (this.worked, this.start, this.limit) = (worked, Place(start), limit);

    /// <summary>The worked days of an edition of the calendar, as one list from 2006 to 2031.</summary>
    public static bool[] WorkedDays(DayByDay edition) => [.. Enumerable.Range(0, Days).Select(place => edition.Works(First.AddDays(place)))];

    public void Suspend(string key, DateOnly on)
    {
        if (!pauses.Any(pause => pause.Key == key)) pauses.Add((key, Place(on), int.MaxValue));
    }

    public void Resume(string key, DateOnly on)
    {
        var place = pauses.FindIndex(pause => pause.Key == key && pause.To == int.MaxValue);
        if (place >= 0) pauses[place] = pauses[place] with { To = Math.Max(Place(on), pauses[place].From) };
    }

    public void Extend(int days) => limit += days;

    public void Redate(DateOnly on) => start = Place(on);

    public void Amend(bool[] later) => worked = later;

    public static bool IsWorked(bool[] worked, DateOnly day) => worked[Place(day)];

    /// <summary>The day on which the last day of the limit is used up; null when the clock stands still before that.</summary>
    public DateOnly? Due() => DayOfCount(limit);

    /// <summary>The day on which so many days of the limit are used up; null when the clock stands still before that.</summary>
    public DateOnly? DayOfCount(int count)
    {
        var left = count;
        for (var day = start; ; day++)
        {
            if (day != start && worked[day] && !IsPaused(day)) left--;
            if (StandsStillFrom(day)) return null;
            if (left == 0) return First.AddDays(day);
        }
    }

    /// <summary>How many days of the limit are left after the day; fewer than 0 by each day counted since.</summary>
    public int Left(DateOnly after)
    {
        var left = limit;
        for (var day = start + 1; day <= Place(after); day++)
            if (worked[day] && !IsPaused(day)) left--;
        return left;
    }

    private bool IsPaused(int day)
    {
        foreach (var (_, from, to) in pauses)
            if (day > from && day <= to) return true;
        return false;
    }

    private bool StandsStillFrom(int day)
    {
        foreach (var (_, from, to) in pauses)
            if (to == int.MaxValue && day >= from) return true;
        return false;
    }

    private static int Place(DateOnly day) => day.DayNumber - First.DayNumber;
}
