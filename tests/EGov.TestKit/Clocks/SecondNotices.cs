using System.Text.Json;
using System.Text.Json.Nodes;
using EGov.Engine.Clocks;

namespace EGov.TestKit.Clocks;

/// <summary>The working calendar as the office knew it before and after each second notice of the State Council: 2015, 2019 and 2020.</summary>
public static class SecondNotices
{
    /// <summary>Day on which the second notice was published, and the first and last day an application could be accepted in to be counted with both.</summary>
    public static IEnumerable<(int Year, DateOnly Published)> All { get; } = [(2015, new(2015, 5, 13)), (2019, new(2019, 3, 22)), (2020, new(2020, 1, 27))];

    /// <summary>The edition before the second notice of the year: <c>cn-2015.1</c>, known until that year's end.</summary>
    public static string FirstText(int year) => Edition($"cn-{year}.1", year, FirstNotice(year));

    /// <summary>The edition after it: <c>cn-2015.2</c>.</summary>
    public static string SecondText(int year) => Edition($"cn-{year}.2", year, null);

    /// <inheritdoc cref="FirstText"/>
    public static WorkingCalendar First(int year) => Read(FirstText(year));

    /// <inheritdoc cref="SecondText"/>
    public static WorkingCalendar Second(int year) => Read(SecondText(year));

    /// <summary>The calendar of the repository under another version, with days of one of its years replaced.</summary>
    public static string Amended(string version, int year, string[] off, string[] worked) => Edition(version, 2026, (year, off, worked));

    /// <summary>A text that has no problem.</summary>
    public static WorkingCalendar Read(string text) => WorkingCalendar.Read(text) is { Calendar: { } calendar } ? calendar : throw new InvalidDataException(text);

    // What the first notice of each of these years said, where the second changed it.
    private static (int, string[], string[]) FirstNotice(int year) => year switch
    {
        2015 => (2015, ["2015-01-01/2015-01-03", "2015-02-18/2015-02-24", "2015-04-05/2015-04-06", "2015-05-01", "2015-06-20", "2015-06-22", "2015-09-27", "2015-10-01/2015-10-07"],
            ["2015-01-04", "2015-02-15", "2015-02-28", "2015-10-10"]),
        2019 => (2019, ["2018-12-30/2019-01-01", "2019-02-04/2019-02-10", "2019-04-05", "2019-05-01", "2019-06-07", "2019-09-13", "2019-10-01/2019-10-07"],
            ["2018-12-29", "2019-02-02", "2019-02-03", "2019-09-29", "2019-10-12"]),
        _ => (2020, ["2020-01-01", "2020-01-24/2020-01-30", "2020-04-04/2020-04-06", "2020-05-01/2020-05-05", "2020-06-25/2020-06-27", "2020-10-01/2020-10-08"],
            ["2020-01-19", "2020-02-01", "2020-04-26", "2020-05-09", "2020-06-28", "2020-09-27", "2020-10-10"]),
    };

    private static string Edition(string version, int until, (int Year, string[] Off, string[] Worked)? replaced)
    {
        var root = JsonNode.Parse(OfficeCalendar.Json)!;
        root["version"] = version;
        var years = root["years"]!.AsArray();
        while ((int)years[^1]!["year"]! > until) years.RemoveAt(years.Count - 1);
        if (replaced is { } other)
        {
            var year = years.First(it => (int)it!["year"]! == other.Year)!;
            (year["off"], year["worked"]) = (JsonSerializer.SerializeToNode(other.Off), JsonSerializer.SerializeToNode(other.Worked));
        }

        return root.ToJsonString(Indented);
    }

    private static readonly JsonSerializerOptions Indented = new() { WriteIndented = true };
}
