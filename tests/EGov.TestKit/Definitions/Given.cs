using System.Text.Json.Nodes;

namespace EGov.TestKit.Definitions;

/// <summary>What boxes of a <see cref="Drawing"/> are given, in the forms Studio's editors write.</summary>
public static class Given
{
    /// <summary>A box: literals for texts, numbers and truths; lists for several texts; JSON objects as they are.</summary>
    public static JsonObject Box(string id, string type, params (string Input, object? Value)[] given)
    {
        var box = new JsonObject { ["type"] = type, ["version"] = 1, ["id"] = id, ["name"] = id, ["metadata"] = new JsonObject() };
        foreach (var (input, value) in given) box[input] = Wrap(value);
        return box;
    }

    /// <summary>Boxes one after another.</summary>
    public static JsonObject Sequence(string id, params JsonObject[] boxes)
    {
        var sequence = Box(id, "Elsa.Sequence");
        sequence["activities"] = new JsonArray([.. boxes]);
        return sequence;
    }

    public static JsonObject Script(string javaScript) => Expression("JavaScript", javaScript);

    /// <summary>The value of a variable, by its id.</summary>
    public static JsonObject Variable(string id) => Expression("Variable", id);

    /// <summary>The variable a SetVariable writes, as the picker writes it.</summary>
    public static JsonObject Picked(string id) => new() { ["id"] = id, ["name"] = id, ["typeName"] = "Object" };

    /// <summary>An output bound to a variable.</summary>
    public static JsonObject Bound(string variable) => new() { ["typeName"] = "Object", ["memoryReference"] = new JsonObject { ["id"] = variable } };

    /// <summary>Cases of a switch: label, condition, and the body of an embedded switch.</summary>
    public static JsonArray Cases(params (string Label, string JavaScript, JsonObject? Body)[] cases) =>
        [.. cases.Select(c => new JsonObject
        {
            ["label"] = c.Label, ["condition"] = new JsonObject { ["type"] = "JavaScript", ["value"] = c.JavaScript }, ["activity"] = c.Body,
        })];

    internal static JsonArray Texts(IEnumerable<string> texts) => [.. texts.Select(text => JsonValue.Create(text))];

    internal static JsonNode? Plain(object? value) => value switch
    {
        null => null,
        JsonNode json => json,
        string text => JsonValue.Create(text),
        bool truth => JsonValue.Create(truth),
        int number => JsonValue.Create(number),
        double number => JsonValue.Create(number),
        IEnumerable<string> texts => Texts(texts),
        _ => throw new ArgumentException(value.GetType().Name, nameof(value)),
    };

    private static JsonNode? Wrap(object? value) => value switch
    {
        null or JsonNode => Plain(value),
        IEnumerable<string> texts => Expression("Object", Texts(texts).ToJsonString()),
        _ => Expression("Literal", Plain(value)),
    };

    private static JsonObject Expression(string type, JsonNode? value) =>
        new() { ["typeName"] = null, ["expression"] = new JsonObject { ["type"] = type, ["value"] = value }, ["memoryReference"] = null };
}
