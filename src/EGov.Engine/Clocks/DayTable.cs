using System.Collections.Immutable;

namespace EGov.Engine.Clocks;

/// <summary>Numbers the working days, so that adding days is one look-up there and one look-up back.</summary>
/// <remarks>
/// Rank 1 is the first working day on or after <c>from</c>. Outside the known days Monday to Friday are numbered by arithmetic,
/// so every day of the .NET calendar has a rank and nothing here refuses, allocates or loops after construction.
/// </remarks>
internal sealed class DayTable
{
    private readonly int from;
    private readonly int until;
    private readonly DayKind[] kinds;
    private readonly int[] ranks;
    private readonly int[] workingDays;

    public DayTable(DateOnly knownFrom, DateOnly knownUntil, ImmutableArray<CalendarYear> years)
    {
        (from, until) = (knownFrom.DayNumber, knownUntil.DayNumber);
        kinds = new DayKind[until - from + 1];
        for (var i = 0; i < kinds.Length; i++) kinds[i] = IsMondayToFriday(from + i) ? DayKind.WorkingDay : DayKind.Weekend;
        foreach (var year in years)
        {
            foreach (var day in year.Off) Mark(day.DayNumber, DayKind.Holiday);
            foreach (var day in year.Worked) Mark(day.DayNumber, IsMondayToFriday(day.DayNumber) ? DayKind.WorkingDay : DayKind.MakeUpDay);
        }
        (ranks, workingDays) = Number();
    }

    public DayKind KindOf(int day) =>
        day >= from && day <= until ? kinds[day - from]
        : IsMondayToFriday(day) ? DayKind.WorkingDay : DayKind.Weekend;

    /// <summary>Working days from <c>from</c> to <paramref name="day"/>, both included; zero or negative before <c>from</c>.</summary>
    public int Rank(int day) =>
        day > until ? workingDays.Length + MondaysToFridaysUpTo(day) - MondaysToFridaysUpTo(until)
        : day < from ? MondaysToFridaysUpTo(day) - MondaysToFridaysUpTo(from - 1)
        : ranks[day - from];

    /// <summary>The day that has the rank; outside the .NET calendar a number below zero or above the last day.</summary>
    public long DayOfRank(long rank)
    {
        if (rank >= 1 && rank <= workingDays.Length) return workingDays[rank - 1];
        var nth = rank < 1 ? MondaysToFridaysUpTo(from - 1) + rank : MondaysToFridaysUpTo(until) + rank - workingDays.Length;
        return nth < 1 ? -1 : (nth - 1) / 5 * 7 + (nth - 1) % 5;
    }

    private void Mark(int day, DayKind kind)
    {
        if (day >= from && day <= until) kinds[day - from] = kind;
    }

    private (int[] Ranks, int[] WorkingDays) Number()
    {
        var numbered = new int[kinds.Length];
        var days = new List<int>(kinds.Length);
        for (var i = 0; i < kinds.Length; i++)
        {
            if (kinds[i] is DayKind.WorkingDay or DayKind.MakeUpDay) days.Add(from + i);
            numbered[i] = days.Count;
        }
        return (numbered, [.. days]);
    }

    // Day number 0, 1 January of the year 1, was a Monday.
    private static bool IsMondayToFriday(int day) => day % 7 < 5;

    private static int MondaysToFridaysUpTo(int day) => (day + 1) / 7 * 5 + Math.Min((day + 1) % 7, 5);
}
