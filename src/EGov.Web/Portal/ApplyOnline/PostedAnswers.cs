using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace EGov.Web.Portal.ApplyOnline;

/// <summary>Answers as a form sends them: texts by path, read by the kind of field. What cannot be read stays as it was typed, so that it can be shown and mended.</summary>
internal sealed partial class PostedAnswers(IFormCollection posted)
{
    private const int MostRows = 50;

    /// <summary>Takes the answers to a step into the draft.</summary>
    public void Into(Draft draft, FormStep step)
    {
        foreach (var field in step.Fields) draft[field.Name] = Read(field, field.Name);
        if (posted["add"] is [{ Length: > 0 } list] && draft[list] is null) draft[list] = new JsonArray();
        if (posted["add"] is [{ Length: > 0 } longer] && draft[longer] is JsonArray rows && rows.Count < MostRows) rows.Add(new JsonObject());
        if (posted["remove"] is [{ Length: > 0 } row] && RowOf().Match(row) is { Success: true } place && draft[place.Groups[1].Value] is JsonArray shorter
            && int.Parse(place.Groups[2].ValueSpan, CultureInfo.InvariantCulture) is var at && at < shorter.Count) shorter.RemoveAt(at);
    }

    /// <summary>True when the form only asked for a row more or less.</summary>
    public bool OnlyChangesRows => posted.ContainsKey("add") || posted.ContainsKey("remove");

    /// <summary>True when the applicant wants to go on another time.</summary>
    public bool Later => posted.ContainsKey("later");

    private JsonNode? Read(FormField field, string path) => field.Kind switch
    {
        FieldKind.Group => ReadGroup(field, path),
        FieldKind.Rows => ReadRows(field, path),
        FieldKind.SomeOf => posted[path] is { Count: > 0 } some ? new JsonArray([.. some.Where(one => !string.IsNullOrEmpty(one)).Select(one => (JsonNode?)one)]) : null,
        FieldKind.Lines => One(path) is { Length: > 0 } lines ? new JsonArray([.. lines.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(line => (JsonNode?)line)]) : null,
        FieldKind.YesNo => posted[path] is [{ } answer] && bool.TryParse(answer, out var yes) ? yes : null,
        FieldKind.Number => ReadNumber(One(path)),
        FieldKind.OneOf when field.Schema.TryGetProperty("type", out var type) && type.ValueEquals("integer") => ReadNumber(One(path)),
        _ => One(path) is { Length: > 0 } text ? field.IsCode ? Code(text) : text : null,
    };

    private JsonObject? ReadGroup(FormField field, string path)
    {
        var parts = new JsonObject();
        foreach (var part in field.Parts)
            if (Read(part, path + "." + part.Name) is { } answer) parts[part.Name] = answer;
        return parts.Count > 0 ? parts : null;
    }

    private JsonArray? ReadRows(FormField field, string path)
    {
        var rows = new JsonArray();
        for (var row = 0; row < MostRows && posted.Keys.Any(key => key.StartsWith($"{path}[{row}].", StringComparison.Ordinal)); row++)
            if (ReadGroup(field, string.Create(CultureInfo.InvariantCulture, $"{path}[{row}]")) is { } given) rows.Add(given);
        return rows.Count > 0 ? rows : null;
    }

    private static JsonNode? ReadNumber(string text) =>
        text.Length == 0 ? null
        : decimal.TryParse(Code(text).Replace(",", "", StringComparison.Ordinal), NumberStyles.AllowDecimalPoint | NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
        : text;

    // A browser sends line ends as two characters; one is kept.
    private string One(string path) => (posted[path] is [{ } text] ? text : "").Trim().Replace("\r\n", "\n", StringComparison.Ordinal);

    // Full-width digits and a small x are what an input method makes of a number.
    private static string Code(string text) => (text.IsNormalized(NormalizationForm.FormKC) ? text : text.Normalize(NormalizationForm.FormKC)).Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();

    [GeneratedRegex(@"^([A-Za-z0-9_.-]{1,100})\[([0-9]{1,3})\]\z")]
    private static partial Regex RowOf();
}
