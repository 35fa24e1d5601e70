using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using EGov.Runtime.Catalog;
using EGov.Runtime.Organisation;
using EGov.Web.Http;

namespace EGov.Web.Portal.ApplyOnline;

/// <summary>How a field is asked.</summary>
public enum FieldKind
{
    /// <summary>One line.</summary>
    Line,

    /// <summary>Several lines.</summary>
    Text,

    /// <summary>A number.</summary>
    Number,

    /// <summary>A day.</summary>
    Date,

    /// <summary>Yes or no.</summary>
    YesNo,

    /// <summary>One of some options.</summary>
    OneOf,

    /// <summary>Any of some options.</summary>
    SomeOf,

    /// <summary>Several texts, one a line.</summary>
    Lines,

    /// <summary>Several fields that belong together.</summary>
    Group,

    /// <summary>The same fields as often as needed.</summary>
    Rows,
}

/// <summary>An option of a field.</summary>
/// <param name="Value">As the schema writes it.</param>
/// <param name="Title">In the reader's language.</param>
public sealed record FieldOption(string Value, string Title);

/// <summary>A field of a form as it is asked, from the schema of an item.</summary>
/// <param name="Name">Its name within what contains it; a choice of the process is <c>choices.</c> and its name.</param>
/// <param name="Label">In the reader's language.</param>
/// <param name="Kind">How it is asked.</param>
/// <param name="Schema">What the item says of it.</param>
public sealed record FormField(string Name, string Label, FieldKind Kind, JsonElement Schema)
{
    private const int LongestLine = 200;

    public bool IsRequired { get; init; }

    public ImmutableArray<FieldOption> Options { get; init; } = [];

    /// <summary>The fields of a group or of each row.</summary>
    public ImmutableArray<FormField> Parts { get; init; } = [];

    public string? Hint { get => field ?? Told("x-hint"); init; }

    public string? Unit => Told("x-unit");

    /// <summary>The longest text, in characters.</summary>
    public int Longest => Schema.TryGetProperty("maxLength", out var most) && most.TryGetInt32(out var number) ? number : 2_000;

    /// <summary>Numbers and codes are typed with whatever keyboard is on; what looks alike is taken as the same.</summary>
    public bool IsCode => Schema.TryGetProperty("x-check", out _) || Schema.TryGetProperty("pattern", out _) || Name is "idNumber" or "mobile";

    /// <summary>What the browser may know to fill in (WCAG 1.3.5).</summary>
    public string? Autocomplete => Name switch { "applicantName" => "name", "mobile" => "tel", "address" => "street-address", Draft.EmailField => "email", _ => null };

    public string? InputMode => Kind == FieldKind.Number ? "decimal" : Name == "mobile" ? "tel" : Name == Draft.EmailField ? "email" : null;

    /// <summary>A property of a schema of type object.</summary>
    internal static FormField Of(JsonProperty property, bool isRequired)
    {
        var schema = property.Value;
        var kind = KindOf(schema);
        var items = kind is FieldKind.SomeOf or FieldKind.Rows ? schema.GetProperty("items") : schema;
        var label = (CultureInfo.CurrentUICulture.Name == "en" && schema.TryGetProperty("x-title-en", out var english) ? english.GetString() : null)
            ?? (schema.TryGetProperty("title", out var title) ? title.GetString() : null) ?? property.Name;
        return new(property.Name, label, kind, schema)
        {
            IsRequired = isRequired,
            Options = kind is FieldKind.OneOf or FieldKind.SomeOf ? OptionsOf(items) : [],
            Parts = kind is FieldKind.Group or FieldKind.Rows ? PartsOf(items) : [],
        };
    }

    /// <summary>A choice of the process.</summary>
    internal static FormField OfChoice(JsonElement choice)
    {
        var kind = choice.GetProperty("type").GetString() switch { "boolean" => FieldKind.YesNo, "number" => FieldKind.Number, _ => FieldKind.OneOf };
        var name = "choices." + choice.GetProperty("name").GetString();
        return new(name, Item.Localized(choice.GetProperty("title"), CultureInfo.CurrentUICulture.Name) ?? name, kind, choice)
        {
            IsRequired = true,
            Options = kind != FieldKind.OneOf ? [] : [.. choice.GetProperty("values").EnumerateObject().Select(value => new FieldOption(value.Name, Item.Localized(value.Value, CultureInfo.CurrentUICulture.Name) ?? value.Name))],
        };
    }

    /// <summary>Where the application is filed.</summary>
    internal static FormField OfPlace(ImmutableArray<Unit> places) => new(Draft.PlaceField, Words.Say("apply-place-label"), FieldKind.OneOf, JsonElement.Parse("{}"))
    {
        IsRequired = true,
        Options = [.. places.Select(place => new FieldOption(place.Id, place.Called))],
    };

    /// <summary>Where messages go by e-mail; nobody has to say.</summary>
    internal static FormField OfEmail() => new(Draft.EmailField, Words.Say("apply-email"), FieldKind.Line, JsonElement.Parse("""{"maxLength":254}""")) { Hint = Words.Say("apply-email-hint") };

    private static FieldKind KindOf(JsonElement schema) => (schema.TryGetProperty("type", out var type) ? type.GetString() : null) switch
    {
        "object" => FieldKind.Group,
        "array" when !schema.TryGetProperty("items", out _) => FieldKind.Lines,
        "array" => schema.GetProperty("items") is var each && each.TryGetProperty("enum", out _) ? FieldKind.SomeOf : each.TryGetProperty("properties", out _) ? FieldKind.Rows : FieldKind.Lines,
        "boolean" => FieldKind.YesNo,
        _ when schema.TryGetProperty("enum", out _) => FieldKind.OneOf,
        "integer" or "number" => FieldKind.Number,
        _ when schema.TryGetProperty("format", out var format) && format.ValueEquals("date") => FieldKind.Date,
        _ => schema.TryGetProperty("maxLength", out var most) && most.GetInt32() > LongestLine ? FieldKind.Text : FieldKind.Line,
    };

    private static ImmutableArray<FieldOption> OptionsOf(JsonElement schema) =>
    [
        .. from option in schema.GetProperty("enum").EnumerateArray()
           let value = option.ToString()
           select new FieldOption(value, schema.TryGetProperty("x-enum-titles", out var titles) && titles.TryGetProperty(value, out var title) ? Item.Localized(title, CultureInfo.CurrentUICulture.Name) ?? value : value),
    ];

    private static ImmutableArray<FormField> PartsOf(JsonElement schema)
    {
        var required = schema.TryGetProperty("required", out var names) ? names.EnumerateArray().Select(name => name.GetString()).ToHashSet() : [];
        return schema.TryGetProperty("properties", out var fields) ? [.. fields.EnumerateObject().Select(field => Of(field, required.Contains(field.Name)))] : [];
    }

    private string? Told(string name) => Schema.TryGetProperty(name, out var texts) ? Item.Localized(texts, CultureInfo.CurrentUICulture.Name) : null;
}
