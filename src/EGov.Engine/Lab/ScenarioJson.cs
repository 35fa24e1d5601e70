using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using EGov.Engine.Definitions;

namespace EGov.Engine.Lab;

/// <summary>Reads JSON piece by piece and collects what is wrong with it, by the path of the place. A misspelt member is a problem, never ignored.</summary>
internal sealed class ScenarioJson
{
    private const int LongestText = 2000;
    private readonly ImmutableArray<Problem>.Builder _problems = ImmutableArray.CreateBuilder<Problem>();

    public ImmutableArray<Problem> Problems => _problems.ToImmutable();

    public bool HasMembers(JsonElement element, string path, ReadOnlySpan<string> needed, ReadOnlySpan<string> optional)
    {
        if (element.ValueKind != JsonValueKind.Object) return Fails(path, "scenario-not-an-object");
        var isComplete = true;
        foreach (var name in needed)
            if (!element.TryGetProperty(name, out _)) isComplete = Fails(path, "scenario-field-missing", name);
        foreach (var member in element.EnumerateObject())
            if (!needed.Contains(member.Name) && !optional.Contains(member.Name)) isComplete = Fails(path, "scenario-unknown-field", member.Name);
        return isComplete;
    }

    public ImmutableArray<T> List<T>(JsonElement element, string path, Func<JsonElement, string, T> read)
    {
        if (element.ValueKind == JsonValueKind.Array) return [.. element.EnumerateArray().Select((item, place) => read(item, $"{path}[{place}]"))];
        Fails(path, "scenario-not-a-list");
        return [];
    }

    public ImmutableSortedDictionary<string, T> Map<T>(JsonElement element, string path, Func<JsonElement, string, T> read)
    {
        if (element.ValueKind == JsonValueKind.Object)
            return element.EnumerateObject().ToImmutableSortedDictionary(m => m.Name, m => read(m.Value, $"{path}.{m.Name}"), StringComparer.Ordinal);
        Fails(path, "scenario-not-an-object");
        return ImmutableSortedDictionary<string, T>.Empty;
    }

    public string Text(JsonElement element, string path)
    {
        var text = element.ValueKind == JsonValueKind.String ? element.GetString()! : "";
        if (text.Length is 0 or > LongestText || text.Any(char.IsControl)) Fails(path, "scenario-bad-text");
        return text;
    }

    public int Whole(JsonElement element, string path)
    {
        if (element.ValueKind == JsonValueKind.Number && element.TryGetInt32(out var number)) return number;
        Fails(path, "scenario-bad-number");
        return 0;
    }

    public Value Value(JsonElement element, string path)
    {
        if (Definitions.Value.TryFromJson(element, out var value)) return value;
        Fails(path, "scenario-bad-value");
        return Definitions.Value.Null;
    }

    public DateOnly Day(JsonElement element, string path)
    {
        if (DateOnly.TryParseExact(Text(element, path), "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        Fails(path, "scenario-bad-day");
        return default;
    }

    /// <summary>An instant with its offset, so that the text says the same everywhere.</summary>
    public DateTimeOffset Moment(JsonElement element, string path)
    {
        if (DateTimeOffset.TryParseExact(Text(element, path), "yyyy-MM-dd'T'HH:mm:sszzz", CultureInfo.InvariantCulture, DateTimeStyles.None, out var moment))
            return moment;
        Fails(path, "scenario-bad-moment");
        return default;
    }

    public TEnum Word<TEnum>(JsonElement element, string path) where TEnum : struct, Enum => Word<TEnum>(Text(element, path), path);

    public TEnum Word<TEnum>(string text, string path) where TEnum : struct, Enum
    {
        if (Enum.IsDefined(typeof(TEnum), text)) return Enum.Parse<TEnum>(text);
        Fails(path, "scenario-unknown-word", text);
        return default;
    }

    public bool Fails(string path, string code, params string[] more)
    {
        _problems.Add(Problem.At(0, 0, null, code, [path, .. more]));
        return false;
    }
}
