using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using EGov.Engine.Definitions;

namespace EGov.Engine.Supervision;

/// <summary>Reads the catalogue strictly: a misspelt field would silently let a department off.</summary>
internal sealed class RuleReader
{
    private const int MaxCharacters = 1_000_000;
    private const int MaxProblems = 100;
    private const int MostRules = 200;
    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    private readonly ImmutableArray<Problem>.Builder problems = ImmutableArray.CreateBuilder<Problem>();
    private readonly HashSet<string> named = new(StringComparer.Ordinal);

    public static RuleReading Read(string json)
    {
        if (json.Length > MaxCharacters) return Refused(Problem.At(0, 0, null, "rules-too-long", $"{MaxCharacters}"));
        try
        {
            using var document = JsonDocument.Parse(json, Strict);
            return new RuleReader().ReadRoot(document.RootElement);
        }
        catch (JsonException broken)
        {
            return Refused(Problem.At((int)(broken.LineNumber ?? 0) + 1, 0, null, "rules-not-json"));
        }
        catch (InvalidOperationException)
        {
            // System.Text.Json notices half a surrogate pair (\ud800) only when the string is taken out.
            return Refused(Problem.At(0, 0, null, "rules-not-text"));
        }
    }

    private RuleReading ReadRoot(JsonElement root)
    {
        var rules = ImmutableArray.CreateBuilder<SupervisionRule>();
        if (HasFields(root, "$", ["rules"], []))
        {
            var list = root.GetProperty("rules");
            if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() is 0 or > MostRules) Report("rules", "rules-bad-list", $"{MostRules}");
            else foreach (var element in list.EnumerateArray()) ReadRule(element, string.Create(CultureInfo.InvariantCulture, $"rules[{rules.Count}]"), rules);
        }

        return problems.Count > 0 ? new([], problems.ToImmutable()) : new(rules.ToImmutable(), []);
    }

    private void ReadRule(JsonElement element, string path, ImmutableArray<SupervisionRule>.Builder into)
    {
        if (!HasFields(element, path, ["id", "version", "severity", "title", "text", "basis", "trigger"], ["replyInWorkingDays"]))
        {
            into.Add(null!); // keeps the count of paths; nothing is handed out once there is a problem
            return;
        }

        var id = ReadText(element, path, "id", 20);
        if (!named.Add(id)) Report(path + ".id", "rules-named-twice", id);
        var severity = ReadChoice<Severity>(element, path, "severity");
        into.Add(new(id, ReadNumber(element, path, "version", 1, 10_000), severity, ReadTongues(element, path, "title", 40), ReadTongues(element, path, "text", 400), ReadText(element, path, "basis", 200), ReadTrigger(element.GetProperty("trigger"), path + ".trigger"))
        {
            ReplyInWorkingDays = severity == Severity.Order ? ReadNumber(element, path, "replyInWorkingDays", 1, 60) : ReadNone(element, path, "replyInWorkingDays"),
        });
    }

    private Trigger ReadTrigger(JsonElement element, string path)
    {
        if (element.ValueKind != JsonValueKind.Object || !element.TryGetProperty("kind", out _))
        {
            Report(path, "rules-field-missing", "kind");
            return new Flagged();
        }

        var kind = ReadText(element, path, "kind", 40);
        if (TriggerForms.Find(kind) is not { } form)
        {
            Report(path + ".kind", "rules-unknown-kind", kind);
            return new Flagged();
        }

        return HasFields(element, path, ["kind", .. form.Fields], []) ? form.Make(new(this, element, path)) : new Flagged();
    }

    private TwoTongues ReadTongues(JsonElement element, string path, string name, int longest)
    {
        var (both, place) = (element.GetProperty(name), $"{path}.{name}");
        return HasFields(both, place, ["zh-CN", "en"], []) ? new(ReadText(both, place, "zh-CN", longest), ReadText(both, place, "en", longest)) : new("", "");
    }

    private int ReadNone(JsonElement element, string path, string name)
    {
        if (element.TryGetProperty(name, out _)) Report($"{path}.{name}", "rules-unknown-field", name);
        return 0;
    }

    private bool HasFields(JsonElement element, string path, ReadOnlySpan<string> needed, ReadOnlySpan<string> optional)
    {
        if (element.ValueKind != JsonValueKind.Object) return Report(path, "rules-not-an-object");
        var complete = true;
        foreach (var name in needed)
            if (!element.TryGetProperty(name, out _)) complete = Report(path, "rules-field-missing", name);
        foreach (var field in element.EnumerateObject())
            if (!needed.Contains(field.Name) && !optional.Contains(field.Name)) complete = Report($"{path}.{Shortened(field.Name)}", "rules-unknown-field", Shortened(field.Name));
        return complete;
    }

    private string ReadText(JsonElement element, string path, string name, int longest)
    {
        var text = element.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.String ? found.GetString()! : "";
        if (text.Length == 0 || text.Length > longest || text.Any(char.IsControl)) Report($"{path}.{name}", "rules-bad-text", $"{longest}");
        return text;
    }

    private int ReadNumber(JsonElement element, string path, string name, int least, int most)
    {
        if (element.TryGetProperty(name, out var found) && found.ValueKind == JsonValueKind.Number && found.TryGetInt32(out var number) && number >= least && number <= most) return number;
        Report($"{path}.{name}", "rules-bad-number", $"{least}", $"{most}");
        return least;
    }

    private TChoice ReadChoice<TChoice>(JsonElement element, string path, string name) where TChoice : struct, Enum
    {
        var text = element.GetProperty(name) is { ValueKind: JsonValueKind.String } found ? found.GetString()! : "";
        foreach (var choice in Enum.GetValues<TChoice>())
            if (JsonNamingPolicy.KebabCaseLower.ConvertName(choice.ToString()) == text) return choice;
        Report($"{path}.{name}", "rules-unknown-choice", Shortened(text));
        return default;
    }

    private bool Report(string path, string code, params string[] more)
    {
        if (problems.Count < MaxProblems) problems.Add(Problem.At(0, 0, null, code, [path, .. more]));
        return false;
    }

    private static string Shortened(string text) => text.Length <= 40 ? text : text[..40];

    private static RuleReading Refused(Problem problem) => new([], [problem]);

    /// <summary>What a trigger's fields say.</summary>
    internal readonly record struct Fields(RuleReader Reader, JsonElement Element, string Path)
    {
        public int Number(string name, int least, int most) => Reader.ReadNumber(Element, Path, name, least, most);

        public TChoice Choice<TChoice>(string name) where TChoice : struct, Enum => Reader.ReadChoice<TChoice>(Element, Path, name);

        public ClockId Clock(string name) => new(Reader.ReadText(Element, Path, name, 100));

        public decimal Share(string name)
        {
            if (Element.GetProperty(name) is { ValueKind: JsonValueKind.Number } found && found.TryGetDecimal(out var share) && share is > 0 and <= 1) return share;
            Reader.Report($"{Path}.{name}", "rules-bad-share");
            return 1;
        }

        public ImmutableArray<string> Texts(string name)
        {
            var list = Element.GetProperty(name);
            if (list.ValueKind == JsonValueKind.Array && list.GetArrayLength() is > 0 and <= 50 && list.EnumerateArray().All(it => it.ValueKind == JsonValueKind.String)) return [.. list.EnumerateArray().Select(it => it.GetString()!)];
            Reader.Report($"{Path}.{name}", "rules-bad-list", "50");
            return [];
        }
    }
}
