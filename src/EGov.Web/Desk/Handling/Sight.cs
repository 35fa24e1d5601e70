using System.Text.Json;
using System.Text.Json.Nodes;
using EGov.Web.Layout;

namespace EGov.Web.Desk.Handling;

/// <summary>How much of an applicant's personal data a reader sees: whoever works on the case sees names and places but masked numbers, others see no more than he needs to tell cases apart.</summary>
public enum SightDepth
{
    /// <summary>Names and numbers masked.</summary>
    Outline,

    /// <summary>Numbers masked.</summary>
    Work,

    /// <summary>All of it; every time is written down.</summary>
    Full,
}

/// <summary>Masks the personal fields of a form (<c>x-personal</c>).</summary>
internal sealed record Sight(SightDepth Depth)
{
    /// <summary>The form as it may be seen.</summary>
    public JsonObject Of(JsonElement schema, JsonObject form) => Depth == SightDepth.Full ? form : Parts(schema, form);

    /// <summary>The name of the applicant as it may be seen.</summary>
    public string Applicant(string name, string idKind) => Depth == SightDepth.Outline ? Masked.Name(name, idKind) : name;

    /// <summary>The names of an item's personal fields.</summary>
    public static IEnumerable<string> PersonalFieldsOf(Runtime.Catalog.Item? item) =>
        item is not null && item.Facts.TryGetProperty("form", out var schema) && schema.TryGetProperty("properties", out var fields)
            ? fields.EnumerateObject().Where(field => IsPersonal(field.Value)).Select(field => field.Name)
            : [];

    private JsonObject Parts(JsonElement schema, JsonObject form)
    {
        var fields = schema.TryGetProperty("properties", out var properties) ? properties.EnumerateObject().ToDictionary(field => field.Name, field => field.Value, StringComparer.Ordinal) : [];
        return new(form.Select(answer => KeyValuePair.Create(answer.Key, fields.TryGetValue(answer.Key, out var field) ? Seen(answer.Key, field, answer.Value) : null)));
    }

    private JsonNode? Seen(string name, JsonElement field, JsonNode? answer) => answer switch
    {
        null => null,
        JsonObject parts when !IsPersonal(field) => Parts(field, parts),
        JsonArray rows when !IsPersonal(field) && field.TryGetProperty("items", out var each) => new JsonArray([.. rows.Select(row => Seen(name, each, row))]),
        JsonValue when IsPersonal(field) => JsonValue.Create(Text(name, field, answer.ToString())),
        _ when IsPersonal(field) => JsonValue.Create(Masked.Hidden),
        _ => answer.DeepClone(),
    };

    private string Text(string name, JsonElement field, string answer) =>
        name == "mobile" ? Masked.Phone(answer)
        : name == "idNumber" || IsNumber(field) ? Masked.Number(answer)
        : Depth == SightDepth.Work ? answer
        : Masked.Word(answer);

    private static bool IsPersonal(JsonElement field) => field.TryGetProperty("x-personal", out var personal) && personal.ValueKind == JsonValueKind.True;

    private static bool IsNumber(JsonElement field) => field.TryGetProperty("x-check", out _) || field.TryGetProperty("pattern", out _);
}
