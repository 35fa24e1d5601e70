using System.Text.Json;
using EGov.Engine.Definitions.Expressions;

namespace EGov.Engine.Definitions;

/// <summary>Elsa's expression JSON, with the encodings Studio's editors use.</summary>
internal static class ExpressionReader
{
    private static readonly ExpressionReading Empty = ExpressionReading.Of(Expression.Empty);

    public static ExpressionReading Read(JsonElement json) =>
        Value.TryFromJson(json, out var whole) ? Read(whole) : ExpressionReading.Refused("expression-malformed");

    public static ExpressionReading Read(Value whole) => whole switch
    {
        Value.Nothing => Empty,
        Value.Map wrapper when wrapper.Entries.TryGetValue("expression", out var inner) => ReadInner(inner),
        Value.Map bare when bare.Entries.ContainsKey("type") => ReadInner(bare),
        Value.Map unset when unset.Entries.ContainsKey("typeName") => Empty,
        _ => ExpressionReading.Refused("expression-malformed"),
    };

    private static ExpressionReading ReadInner(Value inner)
    {
        if (inner is Value.Nothing) return Empty;
        if (inner is not Value.Map expression || expression["type"] is not Value.Text type) return ExpressionReading.Refused("expression-malformed");
        return type.Content switch
        {
            "Literal" => ExpressionReading.Of(new Expression.Literal(expression["value"])),
            "Object" => ReadObject(expression["value"]),
            "Variable" => ReadVariable(expression["value"]),
            "Input" => ReadInput(expression["value"]),
            "JavaScript" => ReadScript(expression["value"]),
            var other => ExpressionReading.Refused("expression-type-unsupported", other),
        };
    }

    private static ExpressionReading ReadObject(Value content)
    {
        if (content is not Value.Text text) return ExpressionReading.Of(new Expression.ObjectLiteral(content));
        if (string.IsNullOrWhiteSpace(text.Content)) return Empty;
        return Value.TryParseJson(text.Content, out var parsed)
            ? ExpressionReading.Of(new Expression.ObjectLiteral(parsed))
            : ExpressionReading.Refused("expression-object-not-json");
    }

    // The picker writes the whole variable as JSON in a text; the id is what counts, names may be changed.
    private static ExpressionReading ReadVariable(Value content)
    {
        var id = content switch
        {
            Value.Text text when text.Content.TrimStart().StartsWith('{') && Value.TryParseJson(text.Content, out var variable) => variable,
            _ => content,
        };
        if (id is Value.Map { Entries: var members }) id = members.GetValueOrDefault("id", Value.Null);
        return id is Value.Text { Content: { Length: > 0 } name }
            ? ExpressionReading.Of(new Expression.Variable(name))
            : ExpressionReading.Refused("expression-variable-missing");
    }

    private static ExpressionReading ReadInput(Value content) => content is Value.Text { Content: { Length: > 0 } name }
        ? ExpressionReading.Of(new Expression.InputReference(name))
        : ExpressionReading.Refused("expression-input-missing");

    private static ExpressionReading ReadScript(Value content)
    {
        if (content is Value.Nothing || content is Value.Text text && string.IsNullOrWhiteSpace(text.Content)) return Empty;
        if (content is not Value.Text { Content: var source }) return ExpressionReading.Refused("expression-malformed");
        var parsed = JavaScript.Parse(source);
        return parsed.Problems.IsEmpty ? ExpressionReading.Of(new Expression.Script(parsed)) : new(null, parsed.Problems);
    }
}
