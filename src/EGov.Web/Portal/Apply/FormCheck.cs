using System.Collections.Concurrent;
using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using EGov.Web.Http;

namespace EGov.Web.Portal.Apply;

/// <summary>One field that is not in order.</summary>
/// <param name="Field">Its path in the form, such as <c>owner.phone</c> or <c>partners[2].name</c>.</param>
/// <param name="Code">What is wrong, in kebab case; its words are in <see cref="Words"/>.</param>
/// <param name="Arguments">The field's caption, then what the sentence needs.</param>
internal sealed record FieldProblem(string Field, string Code, ImmutableArray<string> Arguments)
{
    /// <summary>What to do about it, in the reader's language.</summary>
    public string Sentence => Words.Say(Code, Arguments);
}

/// <summary>Holds a form against the schema of its item: a small part of JSON Schema, and our own check of numbers that check themselves.</summary>
/// <remarks>
/// Understood: <c>type</c>, <c>properties</c>, <c>required</c>, <c>items</c>, <c>enum</c>, <c>pattern</c>, <c>format</c> (date), <c>minLength</c>, <c>maxLength</c>,
/// <c>minimum</c>, <c>exclusiveMinimum</c>, <c>maximum</c>, <c>minItems</c>, <c>maxItems</c>, <c>if</c>/<c>then</c> (<see cref="FormConditions"/>), and <c>x-check</c> (GB 11643, GB 32100). What the schema does not name is
/// refused, whatever it says about additional properties.
/// </remarks>
internal sealed class FormCheck(DateOnly today)
{
    private const int MostProblems = 50;
    private const int LongestText = 2_000;
    private const int LongestLine = 200;
    private const int LongestList = 200;

    private static readonly ConcurrentDictionary<string, Regex> Patterns = new();

    private readonly ImmutableArray<FieldProblem>.Builder problems = ImmutableArray.CreateBuilder<FieldProblem>();

    /// <summary>Everything that is wrong, in the order of the schema; at most 50.</summary>
    public static ImmutableArray<FieldProblem> Of(JsonElement schema, JsonElement form, DateOnly today)
    {
        var check = new FormCheck(today);
        check.Look(schema, form, "", "form");
        return check.problems.ToImmutable();
    }

    /// <summary>What a field is called in the reader's language.</summary>
    public static string CaptionOf(JsonElement schema, string field) =>
        schema.GetProperty("properties").EnumerateObject().Where(one => one.NameEquals(field)).Select(Caption).FirstOrDefault(field);

    private void Look(JsonElement schema, JsonElement value, string path, string caption)
    {
        switch (Text(schema, "type"))
        {
            case "object": LookIntoObject(schema, value, path, caption); break;
            case "array": LookIntoList(schema, value, path, caption); break;
            case "boolean": if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False)) Report(path, "field-not-boolean", caption); break;
            case "integer" or "number": LookAtNumber(schema, value, path, caption); break;
            default: LookAtText(schema, value, path, caption); break;
        }
    }

    private void LookIntoObject(JsonElement schema, JsonElement value, string path, string caption)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            Report(path, "field-missing", caption);
            return;
        }

        var fields = schema.GetProperty("properties");
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(n => n.GetString()).ToHashSet() : [];
        var conditions = FormConditions.Of(schema, value);
        foreach (var field in value.EnumerateObject())
            if (!fields.TryGetProperty(field.Name, out _)) Report(Join(path, Cut(field.Name)), "field-unknown", Cut(field.Name));
        foreach (var field in fields.EnumerateObject())
        {
            var title = Caption(field);
            var isGiven = value.TryGetProperty(field.Name, out var given) && !IsBlank(given);
            if (isGiven && !conditions.Asks(field.Name)) Report(Join(path, field.Name), "field-not-asked", title);
            else if (isGiven) Look(field.Value, given, Join(path, field.Name), title);
            else if (conditions.Requires(field.Name) || (required.Contains(field.Name) && conditions.Asks(field.Name))) Report(Join(path, field.Name), "field-missing", title);
        }
    }

    private void LookIntoList(JsonElement schema, JsonElement value, string path, string caption)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            Report(path, "field-not-list", caption);
            return;
        }

        var length = value.GetArrayLength();
        if (length < Whole(schema, "minItems", 0)) Report(path, "field-missing", caption);
        if (length > Whole(schema, "maxItems", LongestList)) Report(path, "field-too-large", caption, Figure(Whole(schema, "maxItems", LongestList)));
        if (!schema.TryGetProperty("items", out var each)) return;
        var place = 0;
        foreach (var element in value.EnumerateArray().Take(LongestList)) Look(each, element, $"{path}[{Figure(place++)}]", caption);
    }

    private void LookAtNumber(JsonElement schema, JsonElement value, string path, string caption)
    {
        if (value.ValueKind != JsonValueKind.Number || !value.TryGetDecimal(out var number)) Report(path, "field-not-number", caption);
        else if (Text(schema, "type") == "integer" && number != decimal.Truncate(number)) Report(path, "field-not-whole", caption);
        else if (schema.TryGetProperty("minimum", out var least) && number < least.GetDecimal()) Report(path, "field-too-small", caption, least.ToString());
        else if (schema.TryGetProperty("exclusiveMinimum", out var below) && number <= below.GetDecimal()) Report(path, "field-too-small", caption, "> " + below);
        else if (schema.TryGetProperty("maximum", out var most) && number > most.GetDecimal()) Report(path, "field-too-large", caption, most.ToString());
        else if (schema.TryGetProperty("enum", out var offered) && !offered.EnumerateArray().Any(o => o.TryGetDecimal(out var d) && d == number)) Report(path, "field-not-offered", caption);
    }

    private void LookAtText(JsonElement schema, JsonElement value, string path, string caption)
    {
        if (value.ValueKind != JsonValueKind.String || Texts.Read(value) is not { } text) Report(path, "field-not-text", caption);
        else if (!IsVisible(text, Whole(schema, "maxLength", 0))) Report(path, "field-invisible-characters", caption);
        else if (LengthOf(text) > Whole(schema, "maxLength", LongestText)) Report(path, "field-too-long", caption, Figure(Whole(schema, "maxLength", LongestText)));
        else if (LengthOf(text) < Whole(schema, "minLength", 0)) Report(path, "field-too-short", caption, Figure(Whole(schema, "minLength", 0)));
        else if (schema.TryGetProperty("enum", out var offered) && !offered.EnumerateArray().Any(o => o.ValueEquals(text))) Report(path, "field-not-offered", caption);
        else if (Text(schema, "pattern") is { } pattern && !Compiled(pattern).IsMatch(text)) Report(path, "field-pattern", caption);
        else if (Text(schema, "format") == "date" && !DateOnly.TryParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _)) Report(path, "field-date", caption);
        else if (Text(schema, "x-check") == "GB 32100" && !Identifiers.IsCreditCode(text)) Report(path, "field-credit-code", caption);
        else if (Text(schema, "x-check") == "GB 11643" && !Identifiers.IsResidentId(text, today)) Report(path, "field-resident-id", caption);
    }

    private void Report(string path, string code, params string[] arguments)
    {
        if (problems.Count < MostProblems) problems.Add(new(path, code, [.. arguments]));
    }

    private static string Caption(JsonProperty field) =>
        (CultureInfo.CurrentUICulture.Name == "en" ? Text(field.Value, "x-title-en") : null) ?? Text(field.Value, "title") ?? field.Name;

    private static bool IsBlank(JsonElement value) =>
        value.ValueKind == JsonValueKind.Null || (value.ValueKind == JsonValueKind.String && string.IsNullOrWhiteSpace(Texts.Read(value)));

    // A field that takes a long text takes one of several lines.
    private static bool IsVisible(string text, int longest) =>
        longest > LongestLine ? Texts.IsShowable(text, int.MaxValue) : !text.EnumerateRunes().Any(rune => Texts.IsInvisible(rune.Value));

    // JSON Schema counts characters, and rare names have characters of two units.
    private static int LengthOf(string text) => text.EnumerateRunes().Count();

    // Patterns come from the item, texts from anyone: matching in linear time cannot be made to hang.
    private static Regex Compiled(string pattern) =>
        Patterns.GetOrAdd(pattern, static p => new Regex(p, RegexOptions.CultureInvariant | RegexOptions.NonBacktracking));

    private static string? Text(JsonElement schema, string name) =>
        schema.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static int Whole(JsonElement schema, string name, int otherwise) =>
        schema.TryGetProperty(name, out var value) && value.TryGetInt32(out var number) ? number : otherwise;

    private static string Join(string path, string name) => path.Length == 0 ? name : path + "." + name;

    private static string Cut(string name) => name.Length > 40 ? name[..40] : name;

    private static string Figure(int number) => number.ToString(CultureInfo.InvariantCulture);
}
