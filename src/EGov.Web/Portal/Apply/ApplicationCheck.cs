using System.Collections.Immutable;
using System.Text.Json;
using EGov.Engine.Definitions;
using EGov.Runtime.Catalog;
using EGov.Runtime.Outbox;
using EGov.Web.Http;

namespace EGov.Web.Portal.Apply;

/// <summary>An application held against the facts of its item: the form for people, the choices for the process.</summary>
/// <remarks>Every item asks who applies in the same four fields: <c>applicantName</c>, <c>idType</c>, <c>idNumber</c> and <c>mobile</c>.</remarks>
internal static class ApplicationCheck
{
    private const string ChannelChoice = "channel";

    /// <summary>Everything that is wrong with form and choices.</summary>
    public static ImmutableArray<FieldProblem> Of(Item item, ApplyRequest body, DateOnly today)
    {
        if (!item.Facts.TryGetProperty("form", out var schema)) return [new("form", "field-unknown", ["form"])];
        var problems = FormCheck.Of(schema, body.Form, today);
        var broken = problems.Select(problem => problem.Field).ToHashSet(StringComparer.Ordinal);
        // The applicant's own numbers are looked at whatever else is wrong, so that a slip is told where it was made.
        return [.. problems, .. body.Form.ValueKind == JsonValueKind.Object ? OfApplicant(schema, body.Form, today).Where(problem => !broken.Contains(problem.Field)) : [], .. OfChoices(item, body.Choices)];
    }

    /// <summary>What is wrong with an e-mail address for messages; nobody has to give one.</summary>
    /// <param name="field">Where it was typed.</param>
    /// <param name="typed">What was typed.</param>
    /// <param name="isAsked">False where the office sends no e-mail: nothing may be given then.</param>
    public static IEnumerable<FieldProblem> OfEmail(string field, string? typed, bool isAsked)
    {
        if (string.IsNullOrEmpty(typed)) yield break;
        if (!isAsked) yield return new(field, "field-unknown", [field]);
        else if (MailAddress.Checked(typed) is null) yield return new(field, "contact-email-wrong", []);
    }

    /// <summary>The process's inputs: what was chosen, and how the application came where the process asks for that.</summary>
    public static ImmutableSortedDictionary<string, Value> InputsOf(Item item, ApplyRequest body, string channel)
    {
        var inputs = Values.Read(body.Choices) ?? ImmutableSortedDictionary<string, Value>.Empty;
        return ChoicesOf(item).Any(choice => NameOf(choice) == ChannelChoice) ? inputs.SetItem(ChannelChoice, Value.Of(channel)) : inputs;
    }

    private static IEnumerable<FieldProblem> OfApplicant(JsonElement schema, JsonElement form, DateOnly today)
    {
        if (Field(form, "idType") == "resident-id" && Field(form, "idNumber") is { } number && !Identifiers.IsResidentId(number, today))
            yield return new("idNumber", "field-resident-id", [FormCheck.CaptionOf(schema, "idNumber")]);
        if (Field(form, "mobile") is { } mobile && !Identifiers.IsMobile(mobile)) yield return new("mobile", "field-mobile", [FormCheck.CaptionOf(schema, "mobile")]);
    }

    private static IEnumerable<FieldProblem> OfChoices(Item item, IReadOnlyDictionary<string, JsonElement>? given)
    {
        var offered = ChoicesOf(item).ToDictionary(NameOf, StringComparer.Ordinal);
        foreach (var name in given?.Keys ?? [])
            if (name == ChannelChoice || !offered.ContainsKey(name)) yield return new("choices." + name, "field-unknown", [name]);
        foreach (var (name, choice) in offered)
        {
            if (name == ChannelChoice) continue;
            var caption = Item.Localized(choice.GetProperty("title"), System.Globalization.CultureInfo.CurrentUICulture.Name) ?? name;
            if (given is null || !given.TryGetValue(name, out var value)) yield return new("choices." + name, "field-missing", [caption]);
            else if (!IsOffered(choice, value)) yield return new("choices." + name, "field-not-offered", [caption]);
        }
    }

    private static bool IsOffered(JsonElement choice, JsonElement value) => choice.GetProperty("type").GetString() switch
    {
        "boolean" => value.ValueKind is JsonValueKind.True or JsonValueKind.False,
        "number" => value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number)
            && !(choice.TryGetProperty("minimum", out var least) && number < least.GetDecimal())
            && !(choice.TryGetProperty("maximum", out var most) && number > most.GetDecimal()),
        _ => value.ValueKind == JsonValueKind.String && choice.TryGetProperty("values", out var values) && values.EnumerateObject().Any(v => value.ValueEquals(v.Name)),
    };

    /// <summary>The choices an applicant makes himself.</summary>
    public static IEnumerable<JsonElement> ChoicesFor(Item item) => ChoicesOf(item).Where(choice => NameOf(choice) != ChannelChoice);

    private static IEnumerable<JsonElement> ChoicesOf(Item item) =>
        item.Facts.TryGetProperty("choices", out var choices) ? choices.EnumerateArray() : [];

    private static string NameOf(JsonElement choice) => choice.GetProperty("name").GetString()!;

    private static string? Field(JsonElement form, string name) => form.TryGetProperty(name, out var value) ? Texts.Read(value) : null;
}
