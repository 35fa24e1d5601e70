using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using EGov.Engine;

namespace EGov.Runtime.Catalog;

/// <summary>A definition about to be kept: the text and what is said of it beside the text.</summary>
internal sealed record DraftText(string DefinitionId, int Version, string Name, string? Description, string Text, string Hash)
{
    private static readonly string[] InFront =
    [
        "$schema", "id", "definitionId", "name", "description", "version", "toolVersion", "variables", "inputs", "outputs", "outcomes", "customProperties", "isReadonly", "options",
    ];

    /// <summary>What the shelf knows better than any text, and the drawing, which comes last.</summary>
    private static readonly string[] NotCopied = ["links", "createdAt", "isLatest", "isPublished", "root"];

    /// <summary>
    /// The text of a version: what was drawn, under the id and number it is kept by. Empty members are left out; members that only an earlier text has
    /// are carried over, because Studio drops what it does not know beside the drawing.
    /// </summary>
    /// <param name="model">What was drawn; taken over and emptied.</param>
    /// <param name="definitionId">The definition.</param>
    /// <param name="version">The number.</param>
    /// <param name="earlier">The text it was drawn on, or null.</param>
    /// <returns>The text, and the same as JSON.</returns>
    public static (DraftText Draft, JsonObject Definition) Compose(JsonObject model, string definitionId, int version, string? earlier = null)
    {
        var definition = new JsonObject();
        var given = model.Select(member => member.Key).ToHashSet(StringComparer.Ordinal);
        model["id"] = DefinitionVersion.IdOf(definitionId, version);
        model["definitionId"] = definitionId;
        model["version"] = version;
        foreach (var name in InFront.Concat(model.Select(member => member.Key).Except(InFront).Except(NotCopied)).ToArray()) Move(model, definition, name);
        if (earlier is not null) CarryOver(earlier, given, definition);
        Move(model, definition, "root");
        return (Of(definitionId, version, definition, DraftLayout.Write(definition)), definition);
    }

    /// <summary>A file of the folder <c>workflows/</c>, byte for byte.</summary>
    public static (DraftText Draft, bool IsPublished) OfFile(string text)
    {
        var json = JsonNode.Parse(text.TrimStart('\ufeff'))!.AsObject();
        var isPublished = json["isPublished"] is JsonValue published && published.GetValueKind() == JsonValueKind.True;
        return (Of(json["definitionId"]!.GetValue<string>(), json["version"]!.GetValue<int>(), json, text), isPublished);
    }

    private static DraftText Of(string definitionId, int version, JsonObject definition, string text) =>
        new(definitionId, version, TextOf(definition, "name") ?? definitionId, TextOf(definition, "description"), text, TextHash.Commit(text).Value);

    private static void CarryOver(string earlier, HashSet<string> given, JsonObject definition)
    {
        using var kept = JsonDocument.Parse(earlier.TrimStart('\ufeff'));
        foreach (var member in kept.RootElement.EnumerateObject())
            if (!given.Contains(member.Name) && !InFront.Contains(member.Name) && !NotCopied.Contains(member.Name) && member.Value.ValueKind != JsonValueKind.Null)
                definition[member.Name] = JsonNode.Parse(member.Value.GetRawText());
    }

    private static void Move(JsonObject from, JsonObject to, string name)
    {
        if (from[name] is not { } value) return;
        from.Remove(name);
        to[name] = value;
    }

    internal static string? TextOf(JsonObject json, string name) =>
        json[name] is JsonValue value && value.GetValueKind() == JsonValueKind.String ? value.GetValue<string>() : null;

    internal static string Figure(int number) => number.ToString(CultureInfo.InvariantCulture);
}
