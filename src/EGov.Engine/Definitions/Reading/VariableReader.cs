using System.Collections.Immutable;
using EGov.Engine.Definitions.Expressions;

namespace EGov.Engine.Definitions.Reading;

/// <summary>Variables of a workflow or a container, with the values they begin with.</summary>
internal static class VariableReader
{
    private static readonly string[] Numbers =
        ["Byte", "SByte", "Int16", "UInt16", "Int32", "UInt32", "Int64", "UInt64", "Single", "Double", "Decimal", "Float", "Long", "Number"];

    public static ImmutableArray<VariableDeclaration> Read(Form owner)
    {
        var variables = ImmutableArray.CreateBuilder<VariableDeclaration>();
        var (ids, names) = (new HashSet<string>(StringComparer.Ordinal), new HashSet<string>(StringComparer.Ordinal));
        foreach (var form in owner.Forms("variables"))
        {
            var (id, name, type) = (form.Name("id"), form.Name("name"), form.Name("typeName") ?? "Object");
            if ((id ?? name) is not { } known) form.Complain("id", "variable-without-name");
            else if (!ids.Add(known) | !names.Add(name ?? known)) form.Complain("id", "variable-twice", name ?? known);
            else variables.Add(new(known, name ?? known, type, Initial(form, name ?? known, type)));
        }

        return variables.DrainToImmutable();
    }

    private static Value Initial(Form variable, string name, string type)
    {
        var written = variable.Map.Find("value")?.ToValue() ?? Value.Null;
        if (Convert(written, type, variable.Yes("isArray")) is { } value) return value;
        variable.Complain("value", "variable-value-invalid", name, type);
        return Value.Null;
    }

    /// <summary>Studio writes every value as a text; the type says what it means. Null when it does not mean that.</summary>
    private static Value? Convert(Value written, string type, bool isArray)
    {
        if (written is Value.Nothing) return written;
        var text = written as Value.Text;
        if (isArray) return text is null ? written : string.IsNullOrWhiteSpace(text.Content) ? Value.Null : List(text);
        if (Is(type, "String")) return written is Value.Bool or Value.Number ? Value.Of(written.AsText()) : written;
        if (text is null) return written;
        if (Is(type, "Boolean")) return Boolean(text.Content);
        if (Numbers.Any(number => Is(type, number))) return Number(text.Content);
        return text.Content.AsSpan().TrimStart() is ['{' or '[', ..] && Value.TryParseJson(text.Content, out var parsed) ? parsed : text;
    }

    // "Int32", "System.Int32" and "System.Int32, System.Private.CoreLib" are the same type.
    private static bool Is(string type, string alias) => type.Split(',')[0].Trim().Replace("System.", "", StringComparison.Ordinal) == alias;

    private static Value? List(Value.Text text) => Value.TryParseJson(text.Content, out var parsed) && parsed is Value.List ? parsed : null;

    private static Value? Boolean(string text) => text.Trim().ToUpperInvariant() switch
    {
        "" => Value.Null,
        "TRUE" or "1" => Value.True,
        "FALSE" or "0" => Value.False,
        _ => null,
    };

    private static Value? Number(string text)
    {
        if (string.IsNullOrWhiteSpace(text)) return Value.Null;
        return NumberText.Read(text) is var number && double.IsFinite(number) ? Value.Of(number) : null;
    }
}
