using System.Text.Json;
using EGov.TestKit.Clocks;

namespace EGov.Engine.Tests.Clocks;

/// <summary>A pause of the oracle: the days after From up to To are not counted.</summary>
internal sealed record Pause(DateOnly From, DateOnly? To);

/// <summary>The oracle: reads the file in its own way and walks day by day; too stupid to be wrong in a clever way.</summary>
internal sealed class DayByDay
{
    private readonly HashSet<DateOnly> off = [];
    private readonly HashSet<DateOnly> worked = [];

    public DayByDay() : this(OfficeCalendar.Json)
    {
    }

    public DayByDay(string json)
    {
        using var file = JsonDocument.Parse(json);
        foreach (var year in file.RootElement.GetProperty("years").EnumerateArray())
        {
            Collect(year.GetProperty("off"), off);
            Collect(year.GetProperty("worked"), worked);
        }
    }

    public bool Works(DateOnly day) =>
        worked.Contains(day) || (day.DayOfWeek is not (DayOfWeek.Saturday or DayOfWeek.Sunday) && !off.Contains(day));

    public int Counted(DateOnly start, DateOnly until, IReadOnlyCollection<Pause> pauses)
    {
        var count = 0;
        for (var day = start.AddDays(1); day <= until; day = day.AddDays(1))
            if (Works(day) && !pauses.Any(it => day > it.From && (it.To is null || day <= it.To))) count++;
        return count;
    }

    public DateOnly? Due(DateOnly start, int limit, IReadOnlyCollection<Pause> pauses) => Dues(start, limit, pauses)[limit];

    /// <summary>The due dates of all limits up to the given one, by limit.</summary>
    public DateOnly?[] Dues(DateOnly start, int upToLimit, IReadOnlyCollection<Pause> pauses)
    {
        var dues = new DateOnly?[upToLimit + 1];
        var standstill = pauses.Where(it => it.To is null).Select(it => it.From).DefaultIfEmpty(DateOnly.MaxValue).Min();
        var count = 0;
        for (var day = start; count <= upToLimit && day < standstill; day = day.AddDays(1))
        {
            if (day != start && (!Works(day) || pauses.Any(it => day > it.From && day <= it.To))) continue;
            dues[count++] = day;
        }
        return dues;
    }

    private static void Collect(JsonElement list, HashSet<DateOnly> days)
    {
        foreach (var words in list.EnumerateArray().Select(it => it.GetString()!.Split('/')))
            for (var day = DateOnly.Parse(words[0], null); day <= DateOnly.Parse(words[^1], null); day = day.AddDays(1)) days.Add(day);
    }
}
