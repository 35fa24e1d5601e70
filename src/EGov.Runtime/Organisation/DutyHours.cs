using System.Globalization;
using System.Text.RegularExpressions;

namespace EGov.Runtime.Organisation;

/// <summary>When somebody is on duty (值班): the same hours on one or several days of the week. Written <c>Mon-Fri 08:30-12:00</c> or <c>Sat 09:00-12:00</c>.</summary>
/// <param name="From">The first day.</param>
/// <param name="Until">The last day; not before the first in a week that begins on Monday.</param>
/// <param name="Opens">From this time of the day.</param>
/// <param name="Closes">Until this time, later than <paramref name="Opens"/>.</param>
public sealed partial record DutyHours(DayOfWeek From, DayOfWeek Until, TimeOnly Opens, TimeOnly Closes)
{
    private static readonly string[] Days = ["Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"];

    /// <summary>Reads what <see cref="ToString"/> writes; null when it is something else.</summary>
    public static DutyHours? Read(string text)
    {
        if (Written().Match(text) is not { Success: true } read) return null;
        var (first, last) = (Array.IndexOf(Days, read.Groups[1].Value), Array.IndexOf(Days, read.Groups[2].Success ? read.Groups[2].Value : read.Groups[1].Value));
        var (opens, closes) = (Time(read.Groups[3].ValueSpan), Time(read.Groups[4].ValueSpan));
        return first <= last && opens < closes ? new(DayOf(first), DayOf(last), opens, closes) : null;
    }

    /// <inheritdoc/>
    public override string ToString()
    {
        var days = From == Until ? Days[Place(From)] : $"{Days[Place(From)]}-{Days[Place(Until)]}";
        return string.Create(CultureInfo.InvariantCulture, $"{days} {Opens:HH\\:mm}-{Closes:HH\\:mm}");
    }

    private static int Place(DayOfWeek day) => ((int)day + 6) % 7;

    private static DayOfWeek DayOf(int place) => (DayOfWeek)((place + 1) % 7);

    private static TimeOnly Time(ReadOnlySpan<char> text) => TimeOnly.ParseExact(text, "HH:mm", CultureInfo.InvariantCulture);

    [GeneratedRegex("^(Mon|Tue|Wed|Thu|Fri|Sat|Sun)(?:-(Mon|Tue|Wed|Thu|Fri|Sat|Sun))? ((?:[01][0-9]|2[0-3]):[0-5][0-9])-((?:[01][0-9]|2[0-3]):[0-5][0-9])\\z")]
    private static partial Regex Written();
}
