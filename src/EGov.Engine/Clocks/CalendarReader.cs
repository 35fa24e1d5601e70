using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using EGov.Engine.Definitions;

namespace EGov.Engine.Clocks;

/// <summary>Reads the calendar file strictly: a misspelt field or a gap between years would silently move due dates.</summary>
internal sealed class CalendarReader
{
    private const int MaxCharacters = 1_000_000;
    private const int MaxProblems = 100;
    private const int LongestHolidayInDays = 31;
    private const int EarliestYear = 1950;
    private const int LatestYear = 2200;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    private readonly ImmutableArray<Problem>.Builder problems = ImmutableArray.CreateBuilder<Problem>();
    private readonly HashSet<DateOnly> named = [];

    public static CalendarReading Read(string json)
    {
        if (json.Length > MaxCharacters) return Refused(Problem.At(0, 0, null, "calendar-too-long", $"{MaxCharacters}"));
        var text = Encoding.UTF8.GetBytes(json);
        try
        {
            using var document = JsonDocument.Parse(text, Strict);
            return new CalendarReader().ReadRoot(document.RootElement, Convert.ToHexStringLower(SHA256.HashData(text)));
        }
        catch (JsonException broken)
        {
            return Refused(NotJson(text, (int)(broken.LineNumber ?? 0), (int)(broken.BytePositionInLine ?? 0)));
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json notices half a surrogate pair (\ud800) only when the string is taken out.
            return Refused(Problem.At(0, 0, null, "calendar-not-text"));
        }
    }

    private CalendarReading ReadRoot(JsonElement root, string digest)
    {
        if (!HasFields(root, "$", ["version", "timeZone", "utcOffsetMinutes", "years"], [])) return new(null, problems.ToImmutable());
        var version = ReadText(root.GetProperty("version"), "version", 40);
        var timeZone = ReadText(root.GetProperty("timeZone"), "timeZone", 40);
        var offset = ReadNumber(root.GetProperty("utcOffsetMinutes"), "utcOffsetMinutes", -14 * 60, 14 * 60);
        var years = ReadYears(root.GetProperty("years"));
        return problems.Count > 0
            ? new(null, problems.ToImmutable())
            : new(new WorkingCalendar(version, timeZone, TimeSpan.FromMinutes(offset), years, digest), []);
    }

    private ImmutableArray<CalendarYear> ReadYears(JsonElement list)
    {
        var years = ImmutableArray.CreateBuilder<CalendarYear>();
        foreach (var (element, path) in ReadList(list, "years", mayBeEmpty: false))
        {
            if (!HasFields(element, path, ["year", "notices", "off", "worked"], [])) continue;
            var year = ReadYear(element, path);
            if (years.Count > 0 && year.Year != years[^1].Year + 1) Report(path + ".year", "calendar-year-out-of-sequence", $"{years[^1].Year + 1}");
            years.Add(year);
        }
        return years.ToImmutable();
    }

    private CalendarYear ReadYear(JsonElement element, string path)
    {
        var year = ReadNumber(element.GetProperty("year"), path + ".year", EarliestYear, LatestYear);
        // A year without a notice or a day off is a year nobody has decided about, not one without holidays.
        var notices = ReadList(element.GetProperty("notices"), path + ".notices", mayBeEmpty: false).Select(it => ReadNotice(it.Element, it.Path)).ToImmutableArray();
        var off = ReadList(element.GetProperty("off"), path + ".off", mayBeEmpty: false).SelectMany(it => ReadDays(it.Element, it.Path, year)).Order().ToImmutableArray();
        var worked = ReadList(element.GetProperty("worked"), path + ".worked", mayBeEmpty: true).SelectMany(it => ReadDays(it.Element, it.Path, year)).Order().ToImmutableArray();
        return new(year, notices, off, worked);
    }

    private HolidayNotice ReadNotice(JsonElement element, string path)
    {
        var nowhere = new HolidayNotice(new Uri("about:blank"), null);
        if (!HasFields(element, path, ["url"], ["remark"])) return nowhere;
        var remark = element.TryGetProperty("remark", out var words) ? ReadText(words, path + ".remark", 400) : null;
        var url = ReadText(element.GetProperty("url"), path + ".url", 400);
        if (Uri.TryCreate(url, UriKind.Absolute, out var source) && source.Scheme is "http" or "https") return new(source!, remark);
        Report(path + ".url", "calendar-bad-url");
        return nowhere;
    }

    /// <summary>One day, or a first and a last day joined by a slash as in ISO 8601.</summary>
    private IEnumerable<DateOnly> ReadDays(JsonElement element, string path, int year)
    {
        var text = ReadText(element, path, 21);
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        if (!TryDate(slash < 0 ? text : text[..slash], out var first) || !TryDate(text[(slash + 1)..], out var last))
            return Nothing(path, "calendar-bad-date");
        if (last < first) return Nothing(path, "calendar-range-reversed");
        if (last.DayNumber - first.DayNumber >= LongestHolidayInDays) return Nothing(path, "calendar-range-too-long", $"{LongestHolidayInDays}");
        if (first < new DateOnly(year - 1, 12, 1) || last > new DateOnly(year, 12, 31)) return Nothing(path, "calendar-day-outside-year", $"{year}");
        var days = Enumerable.Range(first.DayNumber, last.DayNumber - first.DayNumber + 1).Select(DateOnly.FromDayNumber).ToList();
        foreach (var day in days.Where(day => !named.Add(day))) Report(path, "calendar-day-named-twice", $"{day:O}");
        return days;
    }

    private static bool TryDate(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out day);

    private bool HasFields(JsonElement element, string path, ReadOnlySpan<string> needed, ReadOnlySpan<string> optional)
    {
        if (element.ValueKind != JsonValueKind.Object) return Fails(path, "calendar-not-an-object");
        var complete = true;
        foreach (var name in needed)
            if (!element.TryGetProperty(name, out _)) complete = Fails(path, "calendar-field-missing", name);
        foreach (var field in element.EnumerateObject())
            if (!needed.Contains(field.Name) && !optional.Contains(field.Name)) complete = Fails(path, "calendar-unknown-field", Shortened(field.Name));
        return complete;
    }

    private IEnumerable<(JsonElement Element, string Path)> ReadList(JsonElement element, string path, bool mayBeEmpty)
    {
        if (element.ValueKind != JsonValueKind.Array) return Fails(path, "calendar-not-a-list") ? [] : [];
        if (!mayBeEmpty && element.GetArrayLength() == 0) Report(path, "calendar-list-empty");
        return element.EnumerateArray().Select((item, index) => (item, $"{path}[{index}]"));
    }

    private string ReadText(JsonElement element, string path, int longest)
    {
        var text = element.ValueKind == JsonValueKind.String ? element.GetString()! : "";
        if (text.Length == 0 || text.Length > longest || text.Any(char.IsControl)) Report(path, "calendar-bad-text", $"{longest}");
        return text;
    }

    private int ReadNumber(JsonElement element, string path, int least, int most)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number) && number >= least && number <= most) return number;
        Report(path, "calendar-bad-number", $"{least}", $"{most}");
        return Math.Max(least, 1);
    }

    private IEnumerable<DateOnly> Nothing(string path, string code, params string[] more)
    {
        Report(path, code, more);
        return [];
    }

    private bool Fails(string path, string code, params string[] more)
    {
        Report(path, code, more);
        return false;
    }

    private void Report(string path, string code, params string[] more)
    {
        if (problems.Count < MaxProblems) problems.Add(Problem.At(0, 0, null, code, [path, .. more]));
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40];

    private static CalendarReading Refused(Problem problem) => new(null, [problem]);

    // The parser counts lines from 0 and columns in bytes.
    private static Problem NotJson(ReadOnlySpan<byte> text, int line, int column)
    {
        for (var skipped = 0; skipped < line; skipped++) text = text[(text.IndexOf((byte)'\n') + 1)..];
        return Problem.At(line + 1, Encoding.UTF8.GetCharCount(text[..Math.Min(column, text.Length)]) + 1, null, "calendar-not-json");
    }
}
